import { describe, expect, it } from "vitest";
import type { DocumentRow, Inbox, JobView } from "../contract/generated";
import { groupInbox, newsOf, readShare, selectAfter, selectable } from "./inbox-groups";

const row = (id: string, more: Partial<DocumentRow> = {}): DocumentRow => ({
  id,
  file_name: `${id}.pdf`,
  kind: "soc2_type2",
  organization: null,
  from: null,
  to: null,
  opinion: null,
  pages: 3,
  received_at: "2026-03-17T09:00:00Z",
  received_by: "Ada",
  vendor: null,
  facts: 11,
  open_facts: 0,
  contradictions: 0,
  warnings: 0,
  has_text: true,
  ...more,
});
const job = (id: string, state: JobView["state"]): JobView => ({ job: id, file_name: `${id}.pdf`, again: null, state });

describe("newsOf", () => {
  it("says the worst first", () => {
    expect(newsOf(row("a", { contradictions: 1, warnings: 2, open_facts: 3 })).news).toBe("contradictions");
    expect(newsOf(row("a", { has_text: false, contradictions: 1 })).news).toBe("no_text");
    expect(newsOf(row("a")).news).toBe("checked");
  });
});

describe("groupInbox", () => {
  const inbox: Inbox = {
    waiting: [row("open", { open_facts: 2 }), row("clear", { open_facts: 4 }), row("clash", { contradictions: 1 }), row("done"), row("warned", { warnings: 1 })],
    read_by_older: 0,
    set_aside: [row("badge")],
    jobs: [
      job("q", { state: "queued" }),
      job("s-waiting", { state: "stored", document: "open" }),
      job("s-filed", { state: "stored", document: "elsewhere" }),
      job("d", { state: "duplicate", document: "open", file_name: "x.pdf", received_at: "2026-01-12T09:00:00Z", received_by: "Ada", filing: { filing: "waiting" } }),
    ],
  };
  const groups = groupInbox(inbox, new Set(["clear"]));

  it("puts each document into exactly one group", () => {
    expect(groups.look.map((each) => each.id)).toEqual(["clash", "warned"]);
    expect(groups.check.map((each) => each.id)).toEqual(["open"]);
    expect(groups.ready.map((each) => each.id)).toEqual(["clear"]);
    expect(groups.checked.map((each) => each.id)).toEqual(["done"]);
    expect(selectable(groups).map((each) => each.id)).toEqual(["clash", "warned", "open", "clear", "done", "badge"]);
  });
  it("shows a stored file once: as the document that waits, or as filed", () => {
    expect(groups.filed.map((each) => each.job)).toEqual(["s-filed"]);
    expect(groups.reading.map((each) => each.job)).toEqual(["q"]);
    expect(groups.refused.map((each) => each.job)).toEqual(["d"]);
  });
});

describe("selectAfter", () => {
  it("keeps what is there, else goes on with what followed, else back to the last", () => {
    expect(selectAfter(["a", "b", "c"], ["a", "b", "c"], "b")).toBe("b");
    expect(selectAfter(["a", "b", "c"], ["a", "c"], "b")).toBe("c");
    expect(selectAfter(["a", "b", "c"], ["a", "b"], "c")).toBe("b");
    expect(selectAfter([], ["a"], null)).toBe("a");
    expect(selectAfter(["a"], [], "a")).toBeNull();
  });
});

describe("readShare", () => {
  it("is unknown while the number of pages is", () => {
    expect(readShare(0, 0)).toBeNull();
    expect(readShare(41, 118)).toBeCloseTo(0.347, 2);
    expect(readShare(5, 4)).toBe(1);
  });
});
