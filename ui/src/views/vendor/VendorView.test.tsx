import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { session, vendorRow } from "../../testing/examples";
import { documentRow, vendorView } from "../../testing/examples-document";
import { type Answers, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { nextDates } from "./next-dates";
import { VendorView } from "./VendorView";

const filed = documentRow({ vendor: "v-1" });
const holding = (more: Answers = {}) =>
  fakePlatform({
    session: () => session(),
    people: () => [],
    reviews: () => [],
    inbox: () => ({ jobs: [], waiting: [], set_aside: [], read_by_older: 0 }),
    vendor: () => vendorView({ documents: [filed], steps: ["start_review"] }),
    ...more,
  });

describe("a vendor", () => {
  it("sets a document aside, and files it again where that is undone", async () => {
    const platform = holding({ document_set_aside: () => fakeDocument, document_file: () => fakeDocument });
    const { user } = await renderScreen(<VendorView vendor="v-1" />, platform);
    await user.click(await screen.findByRole("tab", { name: /Documents/ }));
    await user.click(await screen.findByRole("button", { name: /Set aside Brightwick/ }));
    await user.click(await screen.findByRole("button", { name: "Undo" }));
    await waitFor(() => expect(platform.inputsOf("document_file")).toEqual([{ document: "d-1", vendor: { target: "existing", vendor: "v-1" } }]));
  });

  it("adds documents to this vendor, and shows them on their way", async () => {
    const platform = holding({ documents_choose: () => ({ files: 1 }), inbox: () => ({ jobs: [{ job: "j", file_name: "new.pdf", again: null, state: { state: "reading", done: 2, total: 9 } }], waiting: [], set_aside: [], read_by_older: 0 }) });
    const { user } = await renderScreen(<VendorView vendor="v-1" />, platform);
    await user.click(await screen.findByRole("tab", { name: /Documents/ }));
    await user.click(await screen.findByRole("button", { name: "Add documents to this vendor" }));
    expect(platform.inputsOf("documents_choose")).toEqual([{ vendor: "v-1" }]);
    expect(await screen.findByText("page 2 of 9")).toBeTruthy();
  });

  it("offers the steps that Rust allows and no others", async () => {
    const platform = holding({ vendor_move: () => vendorView() });
    const { user } = await renderScreen(<VendorView vendor="v-1" />, platform);
    await user.click(await screen.findByRole("button", { name: "Move on" }));
    expect((await screen.findAllByRole("menuitem")).map((item) => item.textContent)).toEqual([expect.stringContaining("Start a review")]);
    await user.click(screen.getByRole("menuitem"));
    expect(platform.inputsOf("vendor_move")).toEqual([{ vendor: "v-1", step: "start_review" }]);
  });

  it("is opened at the decision that somebody was led to", async () => {
    const platform = holding({ vendor: () => vendorView({ decisions: [decision(2, "2026-04-01"), decision(1, "2025-04-01")] }) });
    await renderScreen(<VendorView vendor="v-1" tab="decisions" entry="d1" />, platform);
    const card = await screen.findByRole("article", { name: "Decision 1" });
    await waitFor(() => expect(document.activeElement).toBe(card));
  });
});

const fakeDocument = { row: filed, vendor_name: null, set_aside: true, copy_of: null, sha256: "", bytes: 1, producer: null, encrypted: false, extractor: "x", read_by_older: false, readings: 1, unread_pages: [], recognised_pages: [], read_at: "", differing_facts: 0, lists: [], facts: [], sections: [], contradictions: [], warnings: [], suggestions: [], mismatches: [], related: [] };

const decision = (number: number, due: string) => ({
  id: `d${number}`, number, vendor: "v-1", vendor_name: "M", outcome: "approved_with_conditions" as const, reason: "r", conditions: [{ id: `c${number}`, what: `duty ${number}`, owner: "Ada", due, before_go_live: false, rule: null, finding: null, done: null }], signers: [],
  next_review: "2026-05-01", decided_on: "2026-01-01", recorded_by: "Ada", recorded_at: "", frozen_sha256: "", residual: null, policy_version: null, verdict: null, review: null, signatures: [], signatures_printed: true, may_sign: false, stale: [], packets: [], copies: [],
});

describe("nextDates", () => {
  it("takes the duties of the decision that holds, not of earlier ones, soonest first", () => {
    const view = vendorView({
      row: vendorRow(),
      decisions: [decision(2, "2026-04-01"), decision(1, "2025-04-01")],
      coverage: { report: "d", ends: "2025-01-31", age_months: 13, max_age_months: 12, evidence_until: "2026-01-31", hard_stop: null, spans: [], papers: [], gaps: [], uncovered_since: null },
    });
    expect(nextDates(view, "2026-03-17").map(({ day, what }) => `${day} ${what}`)).toEqual(["2026-01-31 Evidence ended", "2026-04-01 duty 2", "2026-05-01 Next review"]);
  });
});
