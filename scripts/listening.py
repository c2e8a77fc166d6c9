"""Keep the connections of browsers, and report none that went away: what our servers share."""

import http.server
import sys


class Server(http.server.ThreadingHTTPServer):
    """A server whose browsers may close a connection at any time."""

    daemon_threads = True
    request_queue_size = 128  # a connection that finds no place is tried again after seconds

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class Handler(http.server.SimpleHTTPRequestHandler):
    """Keeps a connection for more than one answer."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True  # or each answer waits 40 ms between its head and its body
