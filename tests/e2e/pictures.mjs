// Every screen of the sample workspace, photographed: `node tests/e2e/pictures.mjs DIR`, with COUNTERSIGN_BRIDGE naming the built
// bridge and the interface built. Light and dark, at two sizes; a person looks at them. It fails where a screen does not come,
// complains in the console, or is wider than its window.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { Tally, check, startBridge, startBrowser } from "./support.mjs";

const [folder, only = ""] = process.argv.slice(2);
const program = process.env.COUNTERSIGN_BRIDGE;
if (!folder || !program) throw new Error("give a folder for the pictures, and COUNTERSIGN_BRIDGE");
mkdirSync(folder, { recursive: true });

const sizes = [[1440, 900], [1024, 700]];
const tabs = ["overview", "policy", "services", "contracts", "continuity", "documents", "reviews", "exceptions", "cuecs", "subservice", "monitoring", "checklists", "decisions", "history"];

const bridge = await startBridge(program);
const browser = await startBrowser();
const page = await browser.newPage();
page.setDefaultTimeout(20_000);
let complaints = [];
page.on("console", (message) => {
  if (message.type() === "error") complaints.push(message.text());
});
page.on("pageerror", (error) => complaints.push(error.message));

async function call(name, input) {
  const answer = await fetch(new URL(`/bridge/call/${name}`, bridge.address), { method: "POST", body: JSON.stringify(input), headers: { "content-type": "application/json" } });
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
  return answer.json();
}

/** The address of every screen, by the name of its picture; what has many gets the first that shows something. */
async function addresses() {
  await call("workspace_sample", {});
  const all = { today: "/", calendar: "/calendar", inbox: "/inbox", vendors: "/vendors", import: "/vendors/import", exceptions: "/exceptions", cuecs: "/cuecs", fourth: "/fourth-parties", packets: "/packets", check: "/packets/check", policy: "/policy", insights: "/insights", history: "/history", settings: "/settings" };
  const vendors = (await call("vendors", {})).map((row) => row.id);
  const views = await Promise.all(vendors.map((vendor) => call("vendor", { vendor })));
  const fullest = views.toSorted((a, b) => b.documents.length + b.decisions.length - a.documents.length - a.decisions.length)[0];
  for (const tab of tabs) all[`vendor-${tab}`] = `/vendors/${fullest.row.id}?tab=${tab}`;
  all.decision = `/vendors/${fullest.row.id}/decision`;
  const report = fullest.documents[0];
  if (report) all.document = `/documents/${report.id}`;
  const reports = fullest.documents.filter(({ kind }) => kind.startsWith("soc2"));
  if (reports[1]) all.compare = `/compare/${reports[1].id}/${reports[0].id}`;
  const reviews = await Promise.all(vendors.map((vendor) => call("reviews", { vendor })));
  const review = reviews.flat()[0];
  if (review) all.review = `/reviews/${review.id}`;
  const { findings } = await call("findings", { vendor: null });
  if (findings[0]) all.exception = `/exceptions/one?key=${encodeURIComponent(findings[0].key)}`;
  const packets = views.flatMap((view) => view.decisions.flatMap((decision) => decision.packets ?? []));
  if (packets[0]) all.packet = `/packets/${packets[0].id}`;
  return all;
}

const tally = new Tally();
const screens = await addresses();
for (const [name, address] of Object.entries(screens)) {
  if (!name.includes(only)) continue;
  await tally.step(name, async () => {
    complaints = [];
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      await page.goto(`${bridge.address}#${address}`);
      for (const scheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
        await page.waitForLoadState("networkidle");
        await page.locator("main").getByRole("heading").first().waitFor();
        // Colours fade over when the theme changes, and pictures of pages come last.
        await page.waitForTimeout(700);
        await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`) });
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
      check(!wide, `wider than the window at ${width}`);
    }
    check(complaints.length === 0, complaints.join("; "));
  });
}
await browser.close();
bridge.stop();
process.exit(tally.end());
