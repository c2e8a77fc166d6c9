"""What the copy of a page in Markdown has to have, and what it may not."""

import re
from urllib.parse import urljoin

from audits.links import BuiltPage


def find_faults_of_copy(page: BuiltPage, copy: str, address: str) -> list[str]:
    """Return what a copy lacks of its page, and what it has that no Markdown should."""
    links = [urljoin(address, link.get("href")) for link in page.html.cssselect("a.permalink")]
    wanted = [f"[{link.partition('#')[2]}]({link})" for link in links]
    begins = copy.startswith(f"> {address}\n") and re.search("並非逐字稿|not verbatim", copy)
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", copy, flags=re.DOTALL)  # code may show tags
    strange = re.findall(r"<(?:button|svg|details|div|span|p)\b|\{ [.#:]", prose)
    return [*(["head"] * (not begins)), *(link for link in wanted if link not in copy), *strange]
