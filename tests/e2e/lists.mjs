// Every list of a report beside its pages, in the sample workspace: what is counted, filtered and clicked is what the reader said.

import { check } from "./support.mjs";

/** Runs the steps; the sample workspace is open. */
export async function listSteps({ page, bridge, call, step, look }) {
  const tab = (label) => page.getByRole("tab", { name: new RegExp(`^${label}`, "u") });
  const list = (label) => page.getByRole("list", { name: label, exact: true });
  const chip = (label) => page.getByRole("group", { name: "Filters" }).getByRole("button", { name: new RegExp(`^${label}`, "u") });
  const rows = (label) => list(label).getByRole("listitem");
  /** How many entries a list has: it draws only those in view, each of which says of how many it is one. */
  const size = async (label) => Number(await rows(label).first().getAttribute("aria-setsize"));
  const shownPage = () => page.getByRole("textbox", { name: /^Page, of / }).inputValue();
  const onPage = (number) => page.getByRole("img", { name: new RegExp(`^Page ${number}\\b`, "u") }).waitFor();
  /** Waits until the strong mark lies on the page that is drawn. */
  const marked = async () => {
    const mark = page.locator("i[data-strong]").first();
    await mark.waitFor();
    const [place, sheet] = [await mark.boundingBox(), await page.getByRole("img", { name: /^Page \d/ }).boundingBox()];
    check(place.y >= sheet.y - 1 && place.y + place.height <= sheet.y + sheet.height + 1 && place.width > 10, "the place is marked on the page");
  };
  const open = async (document) => {
    await page.goto(`${bridge.address}#/documents/${document}`);
    await page.getByRole("tablist", { name: "What was read" }).waitFor();
  };

  /** Every document of the workspace with what the screen is given of it. */
  const documents = async () => {
    const views = [];
    for (const { id } of await call("vendors", {})) views.push(...(await call("vendor", { vendor: id })).documents);
    const { waiting } = await call("inbox", {});
    return Promise.all([...views, ...waiting].map(async ({ id }) => ({ id, view: await call("document", { document: id }) })));
  };
  let held = [];
  let lists = {};
  const entriesOf = (name) => lists[name]?.entries ?? [];

  await step("each tab of a report counts what the reader read", async () => {
    held = await documents();
    const size = ({ view }, name) => view.lists.find(({ list }) => list === name)?.entries ?? 0;
    const report = held.toSorted((a, b) => size(b, "exceptions") - size(a, "exceptions") || size(b, "csocs") - size(a, "csocs"))[0];
    lists = Object.fromEntries((await call("document_lists", { document: report.id })).lists.map((one) => [one.list, one]));
    await open(report.id);
    for (const [name, label] of [["controls", "Controls"], ["exceptions", "Exceptions"], ["cuecs", "CUECs"], ["csocs", "CSOCs"], ["subservice_organizations", "Subservice"]]) {
      const count = entriesOf(name).length;
      check(count > 0, `the report lists ${name}`);
      await tab(label).getByText(String(count), { exact: true }).waitFor();
    }
  });

  await step("controls are filtered by outcome, by criterion and by both", async () => {
    const controls = entriesOf("controls");
    const failed = controls.filter(({ fields }) => fields.outcome === "exception");
    check(failed.length > 0 && failed.length < controls.length, "some controls deviated, and not all");
    await tab("Controls").click();
    check((await size("Controls")) === controls.length, "all of them without a filter");
    await chip("Exception").click();
    await page.waitForFunction((count) => document.querySelector('ul[aria-label="Controls"] li')?.getAttribute("aria-setsize") === String(count), failed.length);
    for (const row of await rows("Controls").all()) check((await row.getByText("Exception", { exact: true }).count()) === 1, `another outcome is shown: ${await row.textContent()}`);
    await look("review-controls-filtered");

    // A criterion of a control that deviated, and which others have, too.
    const has = (criterion) => ({ fields }) => fields.criteria.includes(criterion);
    const criterion = failed.flatMap(({ fields }) => fields.criteria).find((each) => controls.filter(has(each)).length > failed.filter(has(each)).length);
    check(criterion, "the criterion of a control that deviated is that of others, too");
    const choice = page.getByRole("textbox", { name: "Criterion" }).or(page.getByRole("combobox", { name: "Criterion" })).first();
    await choice.click();
    await page.getByRole("option", { name: new RegExp(`^${criterion} · ${controls.filter(has(criterion)).length}$`, "u") }).click();
    const both = failed.filter(has(criterion));
    await page.waitForFunction((count) => document.querySelector('ul[aria-label="Controls"] li')?.getAttribute("aria-setsize") === String(count), both.length);
    for (const row of await rows("Controls").all()) await row.getByText(new RegExp(`\\b${criterion}\\b`, "u")).first().waitFor();
    await chip("Exception").click();
    await page.waitForFunction((count) => document.querySelector('ul[aria-label="Controls"] li')?.getAttribute("aria-setsize") === String(count), controls.filter(has(criterion)).length);
    check((await chip("Exception").getAttribute("aria-pressed")) === "false", "the outcome is off");

    await page.getByRole("textbox", { name: "Find in this list" }).fill("no control says this");
    await page.getByText("Nothing matches the filter.").waitFor();
    check((await rows("Controls").count()) === 0, "none is left over");
    await page.getByRole("textbox", { name: "Find in this list" }).fill("");
  });

  await step("an exception says its sample, and each of its pages is a click away", async () => {
    const exception = entriesOf("exceptions")[0];
    await tab("Exceptions").click();
    const row = rows("Exceptions").first();
    if (exception.fields.sample) await row.getByText(`${exception.fields.sample.deviating} of ${exception.fields.sample.tested} deviated`).waitFor();
    await row.getByRole("button").first().click();
    const detail = page.getByRole("article");
    for (const citation of exception.citations) {
      await detail.getByRole("button", { name: new RegExp(`(?:stated on|worked out from) page ${citation.page}\\b`, "u") }).first().click();
      await onPage(citation.page);
      check((await shownPage()) === String(citation.page), `the page is ${citation.page}`);
      await marked();
    }
    if (exception.fields.response) await detail.getByText(exception.fields.response.slice(0, 40)).first().waitFor();
    await look("review-exceptions");
  });

  for (const [name, label] of [["cuecs", "CUECs"], ["csocs", "CSOCs"], ["subservice_organizations", "Subservice"]]) {
    await step(`${label}: the words of an entry find it, and its page shows where it stands`, async () => {
      const entries = entriesOf(name);
      const entry = entries.at(-1);
      await tab(label).click();
      check((await size(label)) === entries.length, "all of them without a filter");
      const found = entries.filter(({ fields }) => fields.text === entry.fields.text);
      await page.getByRole("textbox", { name: "Find in this list" }).fill(entry.fields.text);
      await page.waitForFunction(([label, most]) => Number(document.querySelector(`ul[aria-label="${label}"] li`)?.getAttribute("aria-setsize")) <= most, [label, Math.max(found.length, entries.length - 1)]);
      await list(label).getByRole("button", { name: new RegExp("page \\d", "u") }).first().click();
      await onPage(entry.citations[0].page);
      await marked();
      if (entry.fields.subservice) await rows(label).first().getByText(entry.fields.subservice).waitFor();
      if (entry.fields.method) await rows(label).first().getByText(entry.fields.method === "carve_out" ? "carved out" : "inclusive").waitFor();
      await look(`review-${name.replaceAll("_", "-")}`);
    });
  }

  await step("a contradiction is told with the pages of both sides", async () => {
    const report = held.find(({ view }) => view.contradictions.length > 0);
    check(report, "a document of the sample contradicts itself");
    const [clash] = report.view.contradictions;
    check(clash.citations.length >= 2, "both sides are cited");
    await open(report.id);
    const told = page.getByRole("list", { name: "Before you rely on it" }).getByRole("listitem").filter({ has: page.getByRole("img", { name: "Contradiction" }) }).first();
    const chips = told.getByRole("button", { name: /^Contradiction: / });
    check((await chips.count()) === clash.citations.length, "a page for each side");
    for (const [at, citation] of clash.citations.entries()) {
      await chips.nth(at).click();
      await onPage(citation.page);
      check((await shownPage()) === String(citation.page), `side ${at + 1} stands on page ${citation.page}`);
      await marked();
    }
    await look("review-contradiction");
  });

  await step("what the reader warns of stands over the facts", async () => {
    const warned = held.filter(({ view }) => view.warnings.length > 0);
    check(warned.length > 0, "the reader warns of a document of the sample");
    const { id, view } = warned[0];
    await open(id);
    const told = page.getByRole("list", { name: "Before you rely on it" });
    check((await told.getByRole("img", { name: "Warning" }).count()) >= 1, "it is marked as a warning");
    const [warning] = view.warnings;
    await told.getByText(warning.message.slice(0, 20)).first().waitFor();
    if (warning.page !== null) {
      await told.getByRole("button", { name: /^Warning: / }).first().click();
      await onPage(warning.page);
    }
    await look("review-warning");
  });
}
