import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { EntryView, JudgeEntry, ListView } from "../../contract/generated";
import { session } from "../../testing/examples";
import { citation, documentView, fact, pageView } from "../../testing/examples-document";
import { controls, entry } from "../../testing/examples-list";
import { type Answers, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { ReviewView } from "./ReviewView";

const three = (): EntryView[] => [
  entry("c-1", { id: "AC-1", text: "Access is reviewed every quarter.", criteria: ["CC6.2"], outcome: "no_exception" }, { citations: [citation(11), citation(14)] }),
  entry("c-2", { id: "AC-2", text: "Leavers lose their access.", criteria: ["CC6.3"], outcome: "exception" }, { citations: [citation(12)] }),
  entry("c-3", { id: "CH-1", text: "Changes are reviewed.", criteria: ["CC8.1"], outcome: "no_exception" }, { citations: [citation(15)] }),
];

/** A document with lists, and an application that remembers what was said of their entries. */
function listing(lists: ListView[], more: Answers = {}) {
  let held = lists;
  const counted = () => held.map(({ list, entries }) => ({ list, entries: entries.length, open: entries.filter((one) => one.standing.standing === "open").length, differing: entries.filter((one) => one.differs).length }));
  const say = (names: readonly string[], standing: EntryView["standing"]) => {
    held = held.map((list) => ({ ...list, entries: list.entries.map((one) => (names.includes(one.entry) ? { ...one, standing, differs: false } : one)) }));
    return { entries: [...names] };
  };
  const confirmed = { standing: "confirmed", by: "Mara Lindqvist", at: "2026-03-17T09:00:00Z" } as const;
  return fakePlatform({
    session: () => session(),
    document: () => documentView({ lists: counted() }),
    document_lists: () => ({ lists: held }),
    page: ({ page }) => pageView(page),
    entry_judge: ({ entry: name, verdict }: JudgeEntry) => say([name ?? "new"], verdict.verdict === "withdraw" ? { standing: "open" } : confirmed),
    entries_confirm: ({ entries }) => say(entries, confirmed),
    entries_withdraw: ({ entries }) => say(entries, { standing: "open" }),
    fact_draft: () => null,
    ...more,
  });
}

async function opened(platform: ReturnType<typeof fakePlatform>, tab: RegExp) {
  const rendered = await renderScreen(<ReviewView document="d-1" />, platform);
  await rendered.user.click(await screen.findByRole("tab", { name: tab }));
  return rendered;
}
const row = (name: RegExp) => within(screen.getByRole("list", { name: "Controls" })).getByRole("button", { name });
const pageShown = () => screen.getByRole("textbox", { name: "Page, of 62" });

describe("a list beside the page", () => {
  it("begins at its first open entry, with the page on which it stands", async () => {
    await opened(listing([controls(three())]), /^Controls/);
    await waitFor(() => expect(pageShown()).toHaveProperty("value", "11"));
    expect(row(/^AC-1/).getAttribute("aria-current")).toBe("true");
  });

  it("is walked, shows further citations, and is confirmed by keyboard", async () => {
    const platform = listing([controls(three())]);
    const { user } = await opened(platform, /^Controls/);
    await waitFor(() => expect(pageShown()).toHaveProperty("value", "11"));
    await user.keyboard("]");
    expect(pageShown()).toHaveProperty("value", "14");
    await user.keyboard("j");
    expect(pageShown()).toHaveProperty("value", "12");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(row(/^CH-1/).getAttribute("aria-current")).toBe("true"));
    expect(platform.inputsOf("entry_judge")).toEqual([{ document: "d-1", list: "controls", entry: "c-2", verdict: { verdict: "confirm" }, cite: [], reason: null }]);
  });

  it("turns the page to what is clicked", async () => {
    const { user } = await opened(listing([controls(three())]), /^Controls/);
    await user.click(await waitFor(() => row(/^CH-1/)));
    expect(pageShown()).toHaveProperty("value", "15");
  });

  it("is filtered by outcome and by words; what is confirmed then is only what is shown, and can be undone", async () => {
    const platform = listing([controls(three())]);
    const { user } = await opened(platform, /^Controls/);
    await user.click(await screen.findByRole("button", { name: /^No exception/ }));
    await waitFor(() => expect(screen.queryByText("Leavers lose their access.")).toBeNull());
    await user.type(screen.getByRole("textbox", { name: "Find in this list" }), "changes");
    expect(pageShown()).toHaveProperty("value", "15");
    await user.click(await screen.findByRole("button", { name: "Confirm these 1" }));
    await screen.findByText("1 control confirmed");
    expect(platform.inputsOf("entries_confirm")).toEqual([{ document: "d-1", list: "controls", entries: ["c-3"] }]);
    await user.click(screen.getByRole("button", { name: "Undo" }));
    await waitFor(() => expect(platform.inputsOf("entries_withdraw")).toEqual([{ document: "d-1", list: "controls", entries: ["c-3"] }]));
  });
});

describe("what the reader missed", () => {
  it("is not added without the place on the page where it stands, and the editor stays", async () => {
    const platform = listing([controls(three())]);
    const { user } = await opened(platform, /^Controls/);
    await waitFor(() => expect(pageShown()).toHaveProperty("value", "11"));
    await user.keyboard("a");
    const editor = await screen.findByRole("form", { name: "Add: control" });
    await user.type(within(editor).getByRole("textbox", { name: "Text" }), "Keys are changed every year.");
    await user.click(within(editor).getByRole("button", { name: "Add" }));
    expect(within(editor).getByText("Mark on the page where it stands.")).toBeTruthy();
    expect(platform.inputsOf("entry_judge")).toEqual([]);
  });
});

describe("an empty list", () => {
  const empty = (absence: ListView["absence"]) => listing([controls(three()), { list: "exceptions", fields: [], entries: [], absence }]);
  it("that means something good says so", async () => {
    await opened(empty({ absence: "none_among", controls: 3 }), /^Exceptions/);
    expect(await screen.findByText("No exception is stated among the 3 controls that were read.")).toBeTruthy();
  });
  it("that means nothing says where a person should look, and goes there", async () => {
    const { user } = await opened(empty({ absence: "not_found", pages: [31] }), /^Exceptions/);
    expect(await screen.findByText("No exception was found: a person should look at p. 31.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: /Where to look/ }));
    expect(pageShown()).toHaveProperty("value", "31");
  });
});

describe("what is read otherwise than it was confirmed", () => {
  const said = { standing: "confirmed", by: "Mara Lindqvist", at: "2026-03-17T09:00:00Z" } as const;
  const ended = (date: string) => ({ form: "date", date }) as const;

  it("stands there with both values of a fact; one click keeps or takes", async () => {
    const judged: unknown[] = [];
    const differing = fact("period_end", ended("2026-01-31"), { form: "date" }, { read: ended("2025-12-31"), differs: true, standing: said });
    const view = documentView({ facts: [differing], differing_facts: 1 });
    const { user } = await renderScreen(<ReviewView document="d-1" />, listing([], { document: () => view, fact_judge: ({ key, verdict }) => (judged.push([key, verdict.verdict]), view) }));
    const region = within(await screen.findByRole("region", { name: "Read otherwise now" }));
    expect(region.getByRole("heading").textContent).toBe("1 fact differs from what you confirmed");
    expect(region.getByText("31 Jan 2026")).toBeTruthy();
    expect(region.getByText("31 Dec 2025")).toBeTruthy();
    await user.click(region.getByRole("button", { name: "Keep what was said: Period ends" }));
    await waitFor(() => expect(judged).toEqual([["period_end", "keep"]]));
    await user.click(region.getByRole("button", { name: "Take what is read now: Period ends" }));
    await waitFor(() => expect(judged.at(-1)).toEqual(["period_end", "confirm"]));
  });

  it("stands at an entry with what is read now", async () => {
    const [first, ...rest] = three();
    const other = entry("c-1", first?.fields, { read: { ...entry("").fields, text: "Access is reviewed every month." }, differs: true, standing: said });
    const platform = listing([controls([other, ...rest])]);
    const { user } = await opened(platform, /^Controls/);
    await user.click(await waitFor(() => row(/^AC-1/)));
    expect(screen.getByText("Access is reviewed every month.")).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Keep what was said" }));
    await waitFor(() => expect(platform.inputsOf("entry_judge").at(-1)).toMatchObject({ entry: "c-1", verdict: { verdict: "keep" } }));
  });
});
