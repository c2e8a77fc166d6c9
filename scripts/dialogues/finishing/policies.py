"""Put a policy on every page: only the site's scripts run, whatever a text of a record holds."""

import base64
import hashlib

POLICY = (
    "default-src 'none'; script-src 'self' '{hash}'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)
"""Pictures may be data because the theme's styles draw its icons so."""
PLACE = '<meta charset="utf-8">'


def add_policy(html: str, partial: str) -> str:
    """Return a page with its policy as the first thing after its encoding.

    One script may stand in the page itself: that of a partial of the frame. Its hash is made from
    the partial, never from the page, on which a script may have come with a content or a title.
    """
    if PLACE not in html:
        raise ValueError(f"overrides/main.html must begin with the encoding: {PLACE}")
    policy = POLICY.format(hash=_hash_script(partial))
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return html.replace(PLACE, PLACE + meta, 1)


def _hash_script(partial: str) -> str:
    script = partial.partition("<script>")[2].partition("</script>")[0]
    return f"sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}"
