// How long the register of 10,000 vendors takes from a click on a column's head to the paint, in milliseconds: the first click, and the
// median of those after it; beside it an empty frame, which is the least that can be measured. No test: figures are of the machine. Needs COUNTERSIGN_BRIDGE, the built bridge, and
// COUNTERSIGN_WORKSPACE, a workspace with some vendors such as `countersign sample` makes; its rows are repeated.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBrowser } from "./support.mjs";

const { COUNTERSIGN_BRIDGE: program, COUNTERSIGN_WORKSPACE: workspace, COUNTERSIGN_UI: ui = "../../ui/dist" } = process.env;
if (!program || !workspace) throw new Error("COUNTERSIGN_BRIDGE and COUNTERSIGN_WORKSPACE must be named");

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
  const figures = await page.evaluate(async () => {
    const painted = () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve();
          port2.postMessage(0);
        });
      });
    const times = async (work) => {
      const each = [];
      for (let turn = 0; turn < 8; turn += 1) {
        await painted();
        const begun = performance.now();
        work();
        await painted();
        each.push(performance.now() - begun);
      }
      const [first, ...later] = each;
      return [first, later.toSorted((a, b) => a - b)[3]].map(Math.round);
    };
    const heads = () => [...document.querySelectorAll("th button")];
    const found = { "nothing at all": await times(() => undefined) };
    for (const name of heads().map((head) => head.textContent).filter((text) => text !== "")) {
      found[name] = await times(() => heads().find((head) => head.textContent === name)?.click());
    }
    return found;
  });
  for (const [name, [first, later]] of Object.entries(figures)) console.log(`${String(first).padStart(5)} ms, then ${String(later).padStart(3)} ms  ${name}`);
} finally {
  await browser.close();
  bridge.kill();
  rmSync(folder, { recursive: true, force: true });
}
