"""Open addresses in WebKitGTK and print what a script says of each: for the system's Python, with gi."""

import sys

import gi  # type: ignore[import-not-found]

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # type: ignore[import-not-found]  # noqa: E402

script, *addresses = sys.argv[1:]
view = WebKit2.WebView()
window = Gtk.Window()
window.add(view)
window.show_all()


def show(_: object, event: object) -> None:
    """Ask what a page says, once it is there and its scripts have run."""
    if event == WebKit2.LoadEvent.FINISHED:
        GLib.timeout_add(700, lambda: view.evaluate_javascript(script, -1, None, None, None, tell))


def tell(_: object, result: object) -> None:
    """Print it, and go on to the next page."""
    print(view.evaluate_javascript_finish(result).to_string(), flush=True)
    go_on()


def go_on() -> None:
    if addresses:
        view.load_uri(addresses.pop(0))
    else:
        Gtk.main_quit()


view.connect("load-changed", show)
go_on()
Gtk.main()
