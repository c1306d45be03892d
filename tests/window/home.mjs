// A home of its own for the program under test, with nothing in it and nothing of ours around it.

import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { start, until } from "./processes.mjs";

/** Makes the folders, and the environment that leads to them. */
export function makeHome() {
  const folder = mkdtempSync(join(tmpdir(), "countersign-window-"));
  const at = (...names) => {
    const path = join(folder, ...names);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const [home, kept, saved, logs, runtime] = [at("home"), at("kept"), at("saved"), at("logs"), at("runtime")];
  chmodSync(runtime, 0o700);
  const workspace = join(kept, "Larkfield vendors.countersign");
  const { WAYLAND_DISPLAY: _, ...around } = process.env;
  const env = {
    ...around,
    HOME: home,
    XDG_CONFIG_HOME: at("home", ".config"),
    XDG_DATA_HOME: at("home", ".local", "share"),
    XDG_STATE_HOME: at("home", ".local", "state"),
    XDG_CACHE_HOME: at("home", ".cache"),
    XDG_RUNTIME_DIR: runtime,
    // A session bus of its own, or none where nobody starts it: GLib would start one that nobody ends.
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${join(runtime, "bus")}`,
    NO_AT_BRIDGE: "1",
    GSETTINGS_BACKEND: "memory",
    GDK_BACKEND: "x11",
    LC_ALL: "C.UTF-8",
    COUNTERSIGN_E2E_ALONE: "1",
    COUNTERSIGN_E2E_CHOOSE: [workspace, saved].join(delimiter),
  };
  // The bus starts nothing of the desktop around the test: who is on it was started by the test.
  const bus = join(folder, "bus.conf");
  const rules = '<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>';
  writeFileSync(bus, `<busconfig><type>session</type><listen>${env.DBUS_SESSION_BUS_ADDRESS}</listen><policy context="default">${rules}</policy></busconfig>`);
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  return { folder, home, kept, saved, logs, workspace, bus, env, remove };
}

/** Starts the session bus to which the environment leads. */
export async function startBus(home) {
  start("dbus-daemon", ["--nofork", "--nopidfile", `--config-file=${home.bus}`], { env: home.env, log: join(home.logs, "bus") });
  await until("the session bus", 15_000, () => existsSync(join(home.folder, "runtime", "bus")));
}

/** All files below a folder. */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, name))
    .filter((path) => existsSync(path) && statSync(path).isFile());
}

/** Which of the words stand in a file, whatever it is. */
export function wordsIn(file, words) {
  const bytes = readFileSync(file);
  return words.filter((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, "utf16le")));
}
