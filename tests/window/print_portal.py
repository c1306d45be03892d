"""The print portal of a desktop, with nobody before it. `print_portal.py FOLDER ANSWER…`

Each file that a program prints is kept in the folder, under the title of its dialog; the answers are what the person does in turn:
0 prints, 1 closes the dialog. It says "ready", and "printed TITLE" or "closed TITLE".
"""

import os
import pathlib
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402  (versions come first)

folder, answers = pathlib.Path(sys.argv[1]), [int(answer) for answer in sys.argv[2:]]
PRINT = Gio.DBusNodeInfo.new_for_xml("""
<node><interface name="org.freedesktop.portal.Print">
  <method name="Print">
    <arg type="s" name="parent_window" direction="in"/><arg type="s" name="title" direction="in"/>
    <arg type="h" name="fd" direction="in"/><arg type="a{sv}" name="options" direction="in"/>
    <arg type="o" name="handle" direction="out"/>
  </method>
  <property type="u" name="version" access="read"/>
</interface></node>""").interfaces[0]


def say(word):
    print(word, flush=True)


def called(bus, sender, _path, _interface, _method, parameters, invocation):
    _parent, title, index, options = parameters.unpack()
    handle = f"/org/freedesktop/portal/desktop/request/{sender[1:].replace('.', '_')}/{options['handle_token']}"
    file = invocation.get_message().get_unix_fd_list().get(index)
    with os.fdopen(file, "rb") as given:
        (folder / f"{title}.pdf").write_bytes(given.read())
    answer = answers.pop(0)
    invocation.return_value(GLib.Variant("(o)", (handle,)))
    response = GLib.Variant("(ua{sv})", (answer, {}))
    bus.emit_signal(sender, handle, "org.freedesktop.portal.Request", "Response", response)
    say(f"{'closed' if answer else 'printed'} {title}")


def has_bus(bus, _name):
    version = lambda *_: GLib.Variant("u", 3)  # noqa: E731
    bus.register_object("/org/freedesktop/portal/desktop", PRINT, called, version, None)


Gio.bus_own_name(
    Gio.BusType.SESSION, "org.freedesktop.portal.Desktop", Gio.BusNameOwnerFlags.NONE, has_bus, lambda *_: say("ready"), None
)
GLib.MainLoop().run()
