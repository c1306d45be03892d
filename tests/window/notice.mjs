// The word outside the window: the real program on a screen that nobody sees, a session bus of its own, and somebody on it who
// shows notifications. It says what is due once a day, with the numbers of the command line, and not again after a new start.
//
// `COUNTERSIGN_DESKTOP=target/debug/countersign-desktop xvfb-run node tests/window/notice.mjs`; `countersign` must lie beside the
// program. Needs dbus-daemon and the system's Python with GLib.

import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { makeHome, startBus } from "./home.mjs";
import { end, endAll, heard, run, sleep, start, until } from "./processes.mjs";
import { Tally, check } from "./tally.mjs";

/** The program asks for the first time after 20 s; a loaded machine takes longer. */
const FIRST_MS = 120_000;
/** So long nothing more may come after a new start. */
const SILENT_MS = 45_000;

if (!process.env.COUNTERSIGN_DESKTOP) throw new Error("COUNTERSIGN_DESKTOP must name the built program");
const desktop = resolve(process.env.COUNTERSIGN_DESKTOP);
if (!process.env.DISPLAY) throw new Error("there is no screen: run this under xvfb-run");
const countersign = join(dirname(desktop), "countersign");
for (const program of [desktop, countersign]) if (!existsSync(program)) throw new Error(`${program} is not built`);

const home = makeHome();
// With answers to its dialogs rehearsed, the program shows nothing outside its window.
const { COUNTERSIGN_E2E_CHOOSE: _, ...around } = home.env;
const env = { ...around, COUNTERSIGN_WORKSPACE: home.workspace };
const log = (name) => join(home.logs, name);
const tally = new Tally(async () => {
  for (const name of readdirSync(home.logs)) console.log(`     ${name}: ${run("tail", ["-n", "5", log(name)])}`);
});
const step = (name, work) => tally.step(name, work);
process.on("exit", () => {
  endAll();
  home.remove();
});

let place;
const notices = () => place.said().split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));

await step("a workspace with things that are overdue lies there, and somebody shows notifications", async () => {
  run(countersign, ["sample"], env, { ms: 240_000 });
  await startBus(home);
  place = start("/usr/bin/python3", [new URL("notices.py", import.meta.url).pathname], { env, log: log("place") });
  await heard(place, /^ready/m);
});

let shown;
await step("within its first minute the program says what is due", async () => {
  shown = start(desktop, [home.workspace], { env, log: log("desktop") });
  await until("a notification", FIRST_MS, () => notices().length > 0);
  const [notice] = notices();
  check(notice.title === "Countersign" && notice.program === "Countersign", JSON.stringify(notice));
  check(notice.desktop_entry, `it says which program it is: ${JSON.stringify(notice)}`);
  console.log(`     ${notice.body}`);
});

await step("with the numbers of the command line, and without names", async () => {
  // The program's own person is the one who acts; the command line reads what the program has open.
  const said = run(countersign, ["due", "--mine", "--json", "--actor", "Maren Holt"], env, { ms: 60_000, statuses: [0, 1] });
  const items = said.trim().split("\n").map((line) => JSON.parse(line));
  const overdue = items.filter((item) => item.overdue);
  const today = items.filter((item) => item.days === 0);
  const [notice] = notices();
  check(overdue.length > 0, "something is overdue in the sample");
  check(notice.body.includes(today.length > 0 ? `${today.length} ` : `${overdue.length} `) && notice.body.includes(`${overdue.length} `) && notice.body.includes("overdue"), `${notice.body} beside ${today.length} today, ${overdue.length} overdue`);
  const longest = Math.max(...overdue.map((item) => -item.days));
  check(notice.body.endsWith(`the longest ${longest} days late.`), `${notice.body}: ${longest}`);
  check(!items.some((item) => item.vendor && notice.body.includes(item.vendor)), `it names nobody: ${notice.body}`);
});

await step("after a new start on the same day it says nothing more", async () => {
  end(shown);
  start(desktop, [home.workspace], { env, log: log("desktop") });
  await sleep(SILENT_MS);
  check(notices().length === 1, `once a day: ${JSON.stringify(notices())}`);
});

process.exit(tally.end());
