// How long the register of 10,000 vendors takes until it is painted in another order, or filtered otherwise, in milliseconds: from a click on a
// column's head or on a filter, or from a letter typed, the first time and the median of those after it; beside it an empty frame, which is the
// least that can be measured, and the work of the page's thread for one turn with all that comes after the paint, which a busy machine does not
// stretch. No test: figures are of the machine. Needs COUNTERSIGN_BRIDGE, the built bridge, and COUNTERSIGN_WORKSPACE, a workspace with some
// vendors such as `countersign sample` makes; its rows are repeated.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBrowser } from "./support.mjs";

const { COUNTERSIGN_BRIDGE: program, COUNTERSIGN_WORKSPACE: workspace, COUNTERSIGN_UI: ui = "../../ui/dist" } = process.env;
if (!program || !workspace) throw new Error("COUNTERSIGN_BRIDGE and COUNTERSIGN_WORKSPACE must be named");

/** How often each is done; what is turned on is turned off again. */
const TURNS = 10;

/** Runs in the page: how long it takes from each turn until what it leads to is painted. */
async function turns(work, what, count) {
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve();
        port2.postMessage(0);
      });
    });
  const shown = () => [...document.querySelectorAll("table, th")].map((part) => `${part.ariaRowCount} ${part.ariaSort}`).join();
  const each = [];
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise((done) => setTimeout(done, 100));
    await painted();
    const [before, begun] = [shown(), performance.now()];
    work(what);
    // What changes nothing on the screen is not waited for.
    for (let frames = 0; frames === 0 || (what !== undefined && frames < 60 && shown() === before); frames += 1) await painted();
    each.push(performance.now() - begun);
  }
  return each;
}

const folder = mkdtempSync(join(tmpdir(), "countersign-speed-"));
const bridge = spawn(program, ["--folder", folder, "--ui", ui, "--workspace", workspace], { stdio: ["ignore", "pipe", "inherit"] });
const address = await new Promise((resolve) => bridge.stdout.once("data", (data) => resolve(String(data).trim())));
const browser = await startBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.route("**/call/vendors", async (route) => {
    const response = await route.fetch();
    const rows = await response.json();
    const words = ["Harbour", "Osprey", "Tide", "Bramble", "Quern"];
    const many = Array.from({ length: 10_000 }, (_, at) => ({
      ...rows[at % rows.length],
      id: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
      name: `${words[(at * 7919) % 5]}${(at * 104_729) % 9973} Ltd`,
    }));
    await route.fulfill({ response, json: many });
  });
  await page.goto(address);
  await page.getByRole("link", { name: /^Vendors/ }).first().click();
  await page.getByText(/10,?000 vendors/).first().waitFor();
  // Orders are worked out ahead, once the rows are there.
  await page.waitForTimeout(2000);
  const protocol = await page.context().newCDPSession(page);
  await protocol.send("Performance.enable", { timeDomain: "threadTicks" });
  const worked = async () => (await protocol.send("Performance.getMetrics")).metrics.find(({ name }) => name === "TaskDuration").value * 1000;

  /** What a person does, each time: `does` is run in the page with `what`, and changes which rows are shown, or their order. */
  const measure = async (name, does, what) => {
    const before = await worked();
    const each = await page.evaluate(`(${turns})(${does}, ${JSON.stringify(what)}, ${TURNS})`);
    const work = (await worked()) - before;
    const [first, ...later] = each;
    const figures = [first, later.toSorted((a, b) => a - b)[(TURNS - 1) >> 1], work / TURNS].map((figure) => String(Math.round(figure)).padStart(4));
    console.log(`${figures[0]} ms, then ${figures[1]} ms, ${figures[2]} ms of work  ${name}`);
  };
  await measure("nothing at all", () => undefined);
  const heads = await page.locator("th button").evaluateAll((all) => all.map((head) => head.textContent).filter((text) => text !== ""));
  for (const head of heads) await measure(`sorted: ${head}`, (name) => [...document.querySelectorAll("th button")].find((button) => button.textContent === name).click(), head);
  const chips = await page.locator("button[aria-pressed]").evaluateAll((all) => all.map((chip) => chip.firstChild.textContent));
  for (const chip of chips) await measure(`filtered: ${chip}`, (name) => [...document.querySelectorAll("button[aria-pressed]")].find((button) => button.querySelector("span").textContent === name).click(), chip);
  // As a key does it: React hears of a value only where the element's own setter is passed by. One letter, and away with it.
  const letter = (text) => {
    const field = document.querySelector("input[placeholder^=Filter]");
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(field, field.value === "" ? text : "");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  };
  for (const text of ["b", "q"]) await measure(`typed: ${text}`, letter, text);
} finally {
  await browser.close();
  bridge.kill();
  rmSync(folder, { recursive: true, force: true });
}
