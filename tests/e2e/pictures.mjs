// Every screen of the sample workspace, photographed: `node tests/e2e/pictures.mjs DIR`, with COUNTERSIGN_BRIDGE naming the built
// bridge and the interface built: the first run, every screen, a review that is under way, and dialogs. Light and dark, at two
// sizes; a person looks at them. It fails where a screen does not come, complains in the console, or is wider than its window.

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
  const { parties } = await call("fourth_parties", { vendor: null });
  if (parties[0]) all["fourth-party"] = `/fourth-parties/one?key=${encodeURIComponent(parties[0].key)}`;
  for (const metric of ["open_findings", "continuity_coverage"]) all[`insight-${metric}`] = `/insights/${metric}`;
  const packets = views.flatMap((view) => view.decisions.flatMap((decision) => decision.packets ?? []));
  if (packets[0]) all.packet = `/packets/${packets[0].id}`;
  return all;
}

/** Begins a review of the first vendor with documents of which none is under way. */
async function reviewUnderWay() {
  const vendors = await call("vendors", {});
  for (const { id: vendor } of vendors) {
    const before = await call("reviews", { vendor });
    const view = await call("vendor", { vendor });
    if (before.some(({ state }) => state !== "finished") || view.documents.length === 0 || !view.open_to_review) continue;
    const begun = await call("review_start", { vendor, correction: null });
    return `/reviews/${begun.row.id}`;
  }
  throw new Error("every vendor is under review");
}

/** Dialogs, by the screen on which they open and what is pressed there, one after the other. */
const dialogs = {
  "dialog-snooze": ["today", /^Put off/],
  "dialog-vendor": ["vendor-overview", /^Edit$/],
  "dialog-continuity": ["vendor-continuity", /^Edit continuity$/],
  "dialog-contract": ["vendor-contracts", /^(Add|New|Enter).*contract/i],
  "dialog-finding": ["vendor-exceptions", /^New finding$/],
  "dialog-cuec": ["vendor-cuecs", /^(Answer|Change).*control/i],
  "dialog-dependence": ["vendor-subservice", /^Record what is known/],
  "dialog-monitoring": ["vendor-monitoring", /^(Note|New|Add)/],
  "dialog-exit": ["vendor-overview", /^Move on$/, /^Start offboarding/],
  "dialog-tier": ["vendor-overview", /points/],
};

async function photograph(name, address, presses) {
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await page.goto("about:blank");
    await page.goto(`${bridge.address}#${address}`);
    for (const scheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
      await page.waitForFunction((wanted) => document.documentElement.dataset.mantineColorScheme === wanted, scheme);
      await page.waitForLoadState("networkidle");
      await page.getByRole("heading").first().waitFor();
      if (presses.length > 0 && scheme === "light") {
        for (const name of presses) await page.getByRole("button", { name }).or(page.getByRole("menuitem", { name })).first().click();
        await page.getByRole("dialog").first().waitFor();
      }
      // Colours fade over when the theme changes, and pictures of pages come last.
      await page.waitForTimeout(700);
      await page.screenshot({ path: join(folder, `${name}-${width}-${scheme}.png`) });
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
    check(!wide, `wider than the window at ${width}`);
  }
}

const tally = new Tally();
async function shoot(name, address, presses = []) {
  if (!name.includes(only)) return;
  await tally.step(name, async () => {
    complaints = [];
    await photograph(name, address, presses);
    check(complaints.length === 0, complaints.join("; "));
  });
}

await shoot("first-run", "/");
await call("workspace_sample", {});
const screens = await addresses();
for (const [name, address] of Object.entries(screens)) await shoot(name, address);
for (const [name, [screen, ...presses]] of Object.entries(dialogs)) await shoot(name, screens[screen], presses);
if ("review-under-way".includes(only)) await shoot("review-under-way", await reviewUnderWay());
await browser.close();
bridge.stop();
process.exit(tally.end());
