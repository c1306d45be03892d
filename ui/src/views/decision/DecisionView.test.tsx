import { act, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { DecisionView as Decision } from "../../contract/generated";
import { pauseMs } from "../../decision/useDraft";
import { session } from "../../testing/examples";
import { decisionSheet } from "../../testing/examples-document";
import { type Answers, fails, fakePlatform } from "../../testing/fake-platform";
import { heldPauses } from "../../testing/pauses";
import { renderScreen } from "../../testing/render";
import { DecisionView } from "./DecisionView";

const decision: Decision = {
  id: "dec-1", number: 8, vendor: "v-1", vendor_name: "Marrowstone Data", outcome: "approved", reason: "r", conditions: [], signers: [], next_review: null, decided_on: "2026-03-17",
  recorded_by: "Mara Lindqvist", recorded_at: "2026-03-17T09:00:00Z", frozen_sha256: "00", residual: null, policy_version: null, verdict: null, review: null, signatures: [], signatures_printed: true, may_sign: false, stale: [], packets: [], copies: [],
};

const deciding = (more: Answers = {}) =>
  fakePlatform({
    session: () => session(),
    decision_prepare: () => decisionSheet(),
    decision_draft: () => ({}),
    decision_record: () => decision,
    packet_make: ({ paper }) => ({
      id: "k-1", decision: "dec-1", vendor: "v-1", vendor_name: "Marrowstone Data", number: "P-0003", version: 1, paper, pages: 4, sha256: "00", content_hash: "00", short_code: "A", uncovered: [], appended: [], sign_offs: 0, made_at: "2026-03-17T09:00:00Z", superseded_by: null, later_version: null,
    }),
    ...more,
  });

describe("deciding", () => {
  it("records what stands in the form and leads to the packet", async () => {
    const platform = deciding();
    const { user, path } = await renderScreen(<DecisionView vendor="v-1" />, platform);
    await user.click(await screen.findByRole("radio", { name: /^Approve We rely on this vendor/ }));
    await user.type(screen.getByRole("textbox", { name: "Reason" }), "It holds.");
    await user.click(screen.getByText("Letter"));
    await user.click(screen.getByRole("button", { name: /Record and make packet/ }));
    await waitFor(() => expect(path()).toBe("/packets/k-1"));
    expect(platform.inputsOf("decision_record")).toEqual([{ vendor: "v-1", outcome: "approved", reason: "It holds.", conditions: [], signers: ["p-1"], next_review: "2027-03-17", residual: null }]);
    expect(platform.inputsOf("packet_make")).toEqual([{ decision: "dec-1", paper: "letter", append: [], sign_offs: false }]);
  });

  it("puts what is wrong at its field and keeps everything", async () => {
    const platform = deciding({ decision_record: () => fails({ code: "invalid", field: "reason", problem: { problem: "empty" } }) });
    const { user } = await renderScreen(<DecisionView vendor="v-1" />, platform);
    await user.click(await screen.findByRole("radio", { name: /^Reject/ }));
    await user.click(screen.getByRole("button", { name: /Record and make packet/ }));
    const reason = await screen.findByRole("textbox", { name: "Reason" });
    await waitFor(() => expect(reason.getAttribute("aria-invalid")).toBe("true"));
    expect(screen.getByText("Needs a value.")).toBeTruthy();
    expect(document.activeElement).toBe(reason);
    expect(screen.getByRole("radio", { name: /^Reject/ })).toHaveProperty("ariaChecked", "true");
  });

  it("asks nothing of the application while a condition lacks its owner or its day", async () => {
    const platform = deciding();
    const { user } = await renderScreen(<DecisionView vendor="v-1" />, platform);
    await user.click(await screen.findByRole("radio", { name: /^Approve with conditions/ }));
    await user.type(screen.getByRole("textbox", { name: "Condition 1" }), "Send the new report");
    await user.click(screen.getByRole("button", { name: /Record and make packet/ }));
    expect(await screen.findByText("Choose who answers for it.")).toBeTruthy();
    expect(screen.getByText("Choose by when.")).toBeTruthy();
    expect(platform.inputsOf("decision_record")).toEqual([]);
  });

  it("says where a rejection leads: into offboarding where the vendor is in use", async () => {
    await renderScreen(<DecisionView vendor="v-1" />, deciding({ decision_prepare: () => decisionSheet({ in_use: true }) }));
    expect(await screen.findByRole("radio", { name: /^Reject .*it goes into offboarding/ })).toBeTruthy();
  });

  it("keeps what is typed, and says so", async () => {
    const pause = heldPauses(pauseMs);
    const platform = deciding();
    const { user } = await renderScreen(<DecisionView vendor="v-1" />, platform);
    await user.type(await screen.findByRole("textbox", { name: "Reason" }), "Half a sent");
    act(() => pause.end());
    expect(await screen.findByText("saved")).toBeTruthy();
    expect(platform.inputsOf("decision_draft")).toHaveLength(1);
    expect(platform.inputsOf("decision_draft")[0]?.draft?.reason).toBe("Half a sent");
  });

  it("keeps the last words when the screen is left at once", async () => {
    const platform = deciding();
    const { user, unmount } = await renderScreen(<DecisionView vendor="v-1" />, platform);
    await user.type(await screen.findByRole("textbox", { name: "Reason" }), "Quick");
    unmount();
    await waitFor(() => expect(platform.inputsOf("decision_draft").at(-1)?.draft?.reason).toBe("Quick"));
  });

  it("opens with what was typed before", async () => {
    const draft = { outcome: "rejected" as const, reason: "Too thin", conditions: [], signers: ["p-2"], next_review: null, residual_level: null, residual_words: "" };
    await renderScreen(<DecisionView vendor="v-1" />, deciding({ decision_prepare: () => decisionSheet({ draft }) }));
    expect(await screen.findByDisplayValue("Too thin")).toBeTruthy();
    expect(screen.getByRole("radio", { name: /^Reject/ })).toHaveProperty("ariaChecked", "true");
    expect(screen.getByText("Tomasz Wieczorek")).toBeTruthy();
  });

  it("offers nothing where the vendor’s stage allows no decision", async () => {
    await renderScreen(<DecisionView vendor="v-1" />, deciding({ decision_prepare: () => decisionSheet({ possible: false }) }));
    expect(await screen.findByText(/No decision can be recorded at this stage/)).toBeTruthy();
    expect(screen.getByRole("button", { name: /Record and make packet/ })).toHaveProperty("disabled", true);
  });
});
