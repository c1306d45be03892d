"""A desktop's place for notifications, on a session bus of its own. `notices.py`

It says "ready" once programs can reach it, and each notification as a line of JSON.
"""

import json

from gi.repository import Gio, GLib

INTERFACE = """
<node>
  <interface name="org.freedesktop.Notifications">
    <method name="GetCapabilities"><arg type="as" direction="out"/></method>
    <method name="GetServerInformation">
      <arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
    </method>
    <method name="CloseNotification"><arg type="u" direction="in"/></method>
    <method name="Notify">
      <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
      <arg type="u" direction="out"/>
    </method>
  </interface>
</node>
"""

shown = []


def called(_bus, _sender, _path, _interface, method, arguments, invocation):
    answers = {
        "GetCapabilities": GLib.Variant("(as)", (["body"],)),
        "GetServerInformation": GLib.Variant("(ssss)", ("notices", "tests", "1", "1.2")),
    }
    if method == "Notify":
        program, _replaces, _icon, title, body, _actions, hints, _timeout = arguments.unpack()
        shown.append(title)
        said = {"program": program, "title": title, "body": body, "desktop_entry": hints.get("desktop-entry")}
        print(json.dumps(said), flush=True)
        answers[method] = GLib.Variant("(u)", (len(shown),))
    invocation.return_value(answers.get(method))


def reached(bus, _name):
    described = Gio.DBusNodeInfo.new_for_xml(INTERFACE).interfaces[0]
    bus.register_object("/org/freedesktop/Notifications", described, called, None, None)


def owned(_bus, _name):
    print("ready", flush=True)


name = "org.freedesktop.Notifications"
Gio.bus_own_name(Gio.BusType.SESSION, name, Gio.BusNameOwnerFlags.NONE, reached, owned, None)
GLib.MainLoop().run()
