// The main job in the real window, as a person does it: a report is dragged onto it, becomes a decision and a packet on
// disk. Once, on a screen that nobody sees; what every screen says is for the browser tests beside this one.
//
// `COUNTERSIGN_DESKTOP=target/debug/countersign-desktop xvfb-run node tests/window/run.mjs`; the programs `bridge` and
// `countersign` must lie beside the one it names. Pictures of three moments go to output/.

import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { filesIn, makeHome, startBus, wordsIn } from "./home.mjs";
import { childOf, end, endAll, heard, run, start, until } from "./processes.mjs";
import { closeWindow, dragOnto, dragOut, printPortal } from "./screen.mjs";
import { Tally, check } from "./tally.mjs";
import { Window } from "./webdriver.mjs";

/** The longest the whole may take. */
const LIMIT_MS = 220_000;

if (!process.env.COUNTERSIGN_DESKTOP) throw new Error("COUNTERSIGN_DESKTOP must name the built program");
const desktop = resolve(process.env.COUNTERSIGN_DESKTOP);
if (!process.env.DISPLAY) throw new Error("there is no screen: run this under xvfb-run");
const [bridge, countersign] = ["bridge", "countersign"].map((name) => join(dirname(desktop), name));
for (const program of [desktop, bridge, countersign]) {
  if (!existsSync(program)) throw new Error(`${program} is not built`);
}

const vendor = "Harbourlight Payroll, Inc.";
const reason = "The examination covers what we use, and nothing in it speaks against relying on it.";
const output = new URL("output/", import.meta.url).pathname;
rmSync(output, { recursive: true, force: true });
mkdirSync(output);

const home = makeHome();
const report = join(home.kept, "harbourlight soc 2.pdf");
let window;
let packet;

const tally = new Tally(async () => {
  await window.photograph(join(output, "failed.png"));
  console.log(`     The window says:\n       ${(await window.text()).split(/\n\s*/).slice(0, 60).join("\n       ")}`);
});
const step = (name, work) => tally.step(name, work);

// Whatever happens, nothing of it stays: no process, no file.
process.on("exit", () => {
  endAll();
  home.remove();
});

function giveUp(why) {
  console.log(`FAIL ${why}`);
  tally.failed += 1;
  process.exit(tally.end());
}
const limit = setTimeout(() => giveUp(`not done within ${LIMIT_MS / 1000} s`), LIMIT_MS);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => giveUp(`stopped by ${signal}`));

/** The tests' invented report, which the bridge typesets. */
async function fetchReport() {
  const serving = start(bridge, ["--folder", join(home.folder, "bridge")], { env: home.env, log: join(home.logs, "bridge") });
  const [address] = await heard(serving, /^http\S+/m);
  const answer = await fetch(`${address}bridge/report`, { signal: AbortSignal.timeout(15_000) });
  check(answer.ok, `the bridge answers ${answer.status}`);
  writeFileSync(report, Buffer.from(await answer.arrayBuffer()));
  end(serving);
}

await step("the window opens on its first run", async () => {
  await startBus(home);
  await fetchReport();
  window = await Window.open(desktop, { env: home.env, log: join(home.logs, "driver") });
  await window.find("heading", /^Set up your workspace$/);
});

await step("a workspace is made", async () => {
  await window.type(/^Organisation/, "Larkfield Instruments");
  await window.type(/^Your name/, "Mara Lind");
  await window.type(/^Your title/, "Procurement lead");
  await window.click("button", /^Create workspace$/);
  await window.find("heading", /^Nothing needs you today$/);
  await window.click("link", /^Inbox/);
  await window.find("heading", /^Nothing waits for you$/);
  check(existsSync(home.workspace), "the workspace is where the dialog said");
  check(existsSync(`${home.workspace}-lock`), "it is locked for others while it is open");
});

await step("no script of the page can hear where dropped files lie", async () => {
  for (const event of ["tauri://drag-enter", "tauri://drag-drop"]) {
    await window.run(
      "window.answered = null; window.__TAURI_INTERNALS__.invoke('plugin:event|listen', { event: arguments[0], target: { kind: 'Any' }, handler: 1 }).then(() => { window.answered = 'it may listen'; }, (error) => { window.answered = `refused: ${error}`; })",
      event,
    );
    const answer = await until("the answer of the host", 10_000, () => window.run("return window.answered"));
    check(/^refused: .*not allowed/s.test(answer), `${event}: ${answer}`);
  }
});

await step("a report dragged over the window is announced, and let go it is read", async () => {
  await dragOnto(report, {
    env: home.env,
    log: join(home.logs, "drag"),
    over: async () => {
      if (!(await window.look("heading", /^Let go to read 1 file$/))) return false;
      await window.photograph(join(output, "drag.png"));
      return true;
    },
  });
  await until("the end of the announcement", 10_000, async () => !(await window.look("heading", /^Let go/)));
  await window.find("heading", /^Harbourlight Payroll, Inc\., SOC 2 Type 2$/, { ms: 40_000 });
});

await step("its facts stand there with their pages, and the page is drawn", async () => {
  const facts = await window.find("list", /^Facts$/);
  for (const value of ["Merrow & Lisle LLP", "1 Jan 2025 – 31 Dec 2025", "12 Feb 2026", "Security, Availability"]) {
    await until(`the fact ${value}`, 10_000, async () => (await window.run("return arguments[0].innerText", facts)).includes(value));
  }
  await window.find("button", /stated on page/, { within: facts });
  await window.painted(/^Page \d/);
  await window.photograph(join(output, "inbox.png"));
});

await step("it is confirmed and filed with a new vendor", async () => {
  await window.click("button", /^Confirm and file/);
  await window.find("link", /^Inbox, 0 waiting$/);
  await window.click("link", /^Vendors, 1 vendor$/);
  await window.click("cell", new RegExp(`^${vendor}`));
  await window.find("heading", new RegExp(`^${vendor}`));
});

await step("a decision is recorded, and its packet is shown as it will be printed", async () => {
  await window.click("button", /^Decide$/);
  const form = await window.find("form", /^Decision$/);
  await window.click("radio", /^Approve\b(?! with)/, { within: form });
  await window.type(/^Reason/, reason, { within: form });
  await window.click("label", /^Low$/, { within: form });
  await window.type(/^What can still happen/, "A late notice.", { within: form });
  await window.click("button", /^Record and make packet/, { within: form });
  await window.find("heading", /^Packet P-0001$/, { ms: 40_000 });
  await window.painted(/^Page 1 of packet P-0001$/);
  await window.photograph(join(output, "packet.png"));
});

await step("the packet is saved where the person says", async () => {
  await window.click("button", /^Save as/);
  const [, name] = await until("the notice of the file's name", 20_000, async () => /Saved: (.+\.pdf)/.exec(await window.text()));
  check(/^P-0001 /.test(name), `the name begins with the number: ${name}`);
  packet = join(home.saved, name);
  check(readdirSync(home.saved).join() === name, "the packet and nothing else is in the folder");
});

await step("the packet is dragged out of the window as a file", async () => {
  const file = await until("the file to drag", 10_000, () => window.run("return [...document.querySelectorAll('[draggable=true]')].map((file) => file.getBoundingClientRect()).map(({ left, top }) => ({ x: Math.round(left + 30), y: Math.round(top + 12) }))[0]"));
  const address = await dragOut("Countersign", file, { env: home.env, log: join(home.logs, "folder") });
  check(/^file:\/\/.+\/P-0001%20.+\.pdf$/.test(address), `a file of its name comes: ${address}`);
  check(readFileSync(new URL(address)).equals(readFileSync(packet)), "and it is the packet, byte for byte");
  check(!(await window.look("heading", /^Let go/)), "over our own window it is not announced as a document");
});

await step("the desktop's print dialog gets the very bytes", async () => {
  const desk = { env: home.env, log: join(home.logs, "portal") };
  const portal = await printPortal(home.logs, [1, 0], desk);
  await window.click("button", /^Print …/);
  await heard(portal, /^closed Packet P-0001$/m);
  check(!/Sent to the printer/.test(await window.text()), "a dialog that was closed prints nothing");
  await window.click("button", /^Print …/);
  await heard(portal, /^printed Packet P-0001$/m);
  await until("the notice", 10_000, async () => /Sent to the printer/.test(await window.text()));
  check(readFileSync(join(home.logs, "Packet P-0001.pdf")).equals(readFileSync(packet)), "what is printed is the packet, byte for byte");
  end(portal);
});

await step("the closed window leaves a whole workspace and no lock", async () => {
  const program = childOf(window.driver.pid, desktop);
  check(program, "the program runs below the driver");
  closeWindow("Countersign");
  await until("the end of the program", 20_000, () => childOf(window.driver.pid, desktop) !== program);
  end(window.driver);
  const left = readdirSync(home.kept).toSorted();
  check(left.join() === "Larkfield vendors.countersign,harbourlight soc 2.pdf", `only the two files are left: ${left.join(", ")}`);
  const chain = run(countersign, ["history", "--verify", "--workspace", home.workspace], home.env);
  check(/whole/.test(chain), `the audit log is whole: ${chain}`);
});

await step("the workspace knows both files again", async () => {
  const known = run(countersign, ["verify", packet, report, "--workspace", home.workspace], home.env);
  check(/is packet P-0001, version 1, on .*, unchanged$/m.test(known), known);
  check(/file holds/.test(known) && /documents holds/.test(known), known);
  check(/is the document received as harbourlight soc 2\.pdf, unchanged/.test(known), known);
});

await step("the packet says all that it must, read by another program", async () => {
  const text = run("pdftotext", ["-enc", "UTF-8", packet, "-"]).replaceAll(/\s+/g, " ");
  const statements = [
    "P-0001", vendor, "Larkfield Instruments", "Approve", reason, "Mara Lind", "Procurement lead",
    "Merrow & Lisle LLP", "Harbourlight Pay System", "1 Jan 2025", "31 Dec 2025", "12 Feb 2026", "SOC 2 Type 2", "Security", "Availability", "harbourlight soc 2.pdf",
  ];
  const missing = statements.filter((statement) => !text.includes(statement));
  check(missing.length === 0, `the packet does not say ${missing.join(" | ")}: ${text}`);
});

await step("what the window keeps for itself names nobody and nothing", async () => {
  check(wordsIn(home.workspace, [vendor]).length === 1, "names can be found where they are: this workspace has no passphrase");
  const logs = filesIn(home.home).filter((path) => path.endsWith(".log"));
  check(logs.some((path) => readFileSync(path, "utf8").includes("files dropped")), `the log holds what happened: ${logs.join(", ")}`);
  for (const file of filesIn(home.home)) {
    const said = wordsIn(file, ["arbourlight", "Merrow", "Mara Lind", "P-0001"]);
    check(said.length === 0, `${file} says ${said.join(", ")}`);
  }
  for (const log of logs) {
    const said = wordsIn(log, ["Larkfield", home.folder, ".pdf"]);
    check(said.length === 0, `${log} says ${said.join(", ")}`);
  }
});

clearTimeout(limit);
process.exit(tally.end());
