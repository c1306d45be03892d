"""A small window from which files can be dragged, as from a file manager. `drag_source.py X Y FILE…`

It says "ready" once it can be grabbed, and "dropped" or "refused" when a drag ends.
"""

import pathlib
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402  (versions come first)

x, y = int(sys.argv[1]), int(sys.argv[2])
uris = [pathlib.Path(name).as_uri() for name in sys.argv[3:]]


def say(word):
    print(word, flush=True)


# A popup is placed by itself and stays on top: there is no window manager that would do either.
window = Gtk.Window(title="Files to drag", type=Gtk.WindowType.POPUP)
window.set_default_size(160, 80)
window.move(x, y)
handle = Gtk.EventBox()
handle.add(Gtk.Label(label=f"{len(uris)} to drag"))
handle.drag_source_set(Gdk.ModifierType.BUTTON1_MASK, [], Gdk.DragAction.COPY)
handle.drag_source_add_uri_targets()
refused = []


def ended(_widget, _context):
    say("refused" if refused else "dropped")


def failed(_widget, _context, reason):
    refused.append(reason)
    return True


handle.connect("drag-begin", lambda *_: say("begun"))
handle.connect("drag-data-get", lambda _widget, _context, data, _info, _time: data.set_uris(uris))
handle.connect("drag-failed", failed)
handle.connect("drag-end", ended)
window.add(handle)
window.connect("map-event", lambda *_: GLib.timeout_add(200, lambda: say("ready")))
window.show_all()
Gtk.main()
