"""A small window that takes files, as a folder or a letter does. `drop_target.py X Y`

It says "ready" once something can be dropped on it, and the address of each file that is.
"""

import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, GLib, Gtk  # noqa: E402  (versions come first)


def say(word):
    print(word, flush=True)


def received(_widget, context, _x, _y, data, _info, time):
    for uri in data.get_uris():
        say(f"took {uri}")
    Gtk.drag_finish(context, True, False, time)


# A popup is placed by itself and stays on top: there is no window manager that would do either.
window = Gtk.Window(title="A folder", type=Gtk.WindowType.POPUP)
window.set_default_size(160, 80)
window.move(int(sys.argv[1]), int(sys.argv[2]))
place = Gtk.EventBox()
place.add(Gtk.Label(label="Drop here"))
place.drag_dest_set(Gtk.DestDefaults.ALL, [], Gdk.DragAction.COPY)
place.drag_dest_add_uri_targets()
place.connect("drag-data-received", received)
window.add(place)
window.connect("map-event", lambda *_: GLib.timeout_add(200, lambda: say("ready")))
window.show_all()
Gtk.main()
