"""Watch what a page does behind a reader's back: foreign requests, cookies, the console."""

from playwright.sync_api import Page, Response

from audits.findings import Finding

LISTEN = """
window.violations = [];
addEventListener("securitypolicyviolation", event =>
  violations.push(`${event.effectiveDirective} forbids ${event.blockedURI}`));
"""

ICONS = "[...document.querySelectorAll('link[rel~=icon]')].map(link => link.href)"


class Watch:
    """Notes what one tab does; `root` is the address of the site, what is elsewhere is foreign."""

    def __init__(self, tab: Page, root: str) -> None:
        self.tab, self.root = tab, root
        self.page = ""
        self.asked: dict[str, str] = {}
        """What the page has asked for: addresses below the root, with the browser's type of each."""
        self.findings: list[Finding] = []
        tab.add_init_script(LISTEN)
        tab.on("request", lambda request: self._note_request(request.url, request.resource_type))
        tab.on("websocket", lambda socket: self._note("request", f"a socket to {socket.url}"))
        tab.on("response", self._note_response)
        tab.on("console", lambda message: self._note("console", f"{message.type}: {message.text}"))
        tab.on("pageerror", lambda error: self._note("page error", str(error)))

    def open(self, page: str) -> None:
        """Load a page anew and let its scripts come to rest."""
        self.page, self.asked, self.findings = page, {}, []
        self.tab.goto(self.root + page)
        self.tab.wait_for_timeout(200)
        # A browser without windows asks for no icon; that of a reader does.
        for icon in self.tab.evaluate(ICONS):
            self._note_request(icon, "other")

    def finish(self) -> list[Finding]:
        """Return what was found since the page was opened, its cookies and policy included."""
        for violation in self.tab.evaluate("violations"):
            self._note("csp", violation)
        for cookie in self.tab.context.cookies():
            self._note("cookie", str(cookie.get("name")))
        self.tab.context.clear_cookies()
        return self.findings

    def _note(self, rule: str, found: str) -> None:
        self.findings.append(Finding(self.page, rule, found))

    def _note_request(self, url: str, kind: str) -> None:
        if url.startswith(self.root):
            self.asked[url.removeprefix(self.root).partition("?")[0]] = kind
        elif not url.startswith(("data:", "blob:")):
            self._note("request", f"to another place: {url}")

    def _note_response(self, response: Response) -> None:
        # The page of what is not there is looked at under its own name too.
        if response.status >= 400:
            self._note("response", f"{response.status} of {response.url}")
