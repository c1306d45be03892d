import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { MonitoringEntryView, MonitoringView } from "../contract/generated";
import { session } from "../testing/examples";
import { type Answers, fails, fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { MonitoringPanel } from "./MonitoringPanel";

const entry = (change: Partial<MonitoringEntryView> = {}): MonitoringEntryView => ({
  id: "m-1", vendor: "v-1", vendor_name: "Marrowstone Data", kind: "incident", on: "2026-03-10", source: "A newspaper", what: "Payslips were readable.", told_by_vendor: false, silent: true, retier: true, retier_open: true, review_by: "2026-04-15", review_open: true, finding: null, evidence: null, evidence_name: null, by: "Mara Lind", at: "2026-03-11T09:00:00Z", closed: null, ...change,
});

const view = (entries: MonitoringEntryView[]): MonitoringView => ({ entries, may_keep: true, may_open_finding: true });

const open = (shown: MonitoringView, more: Answers = {}) => {
  const platform = fakePlatform({ session: () => session(), monitoring: () => shown, ...more });
  return renderScreen(<MonitoringPanel vendor="v-1" documents={[]} />, platform).then(({ user }) => ({ user, platform }));
};

describe("what is noted between reviews", () => {
  it("says what follows, and that the vendor did not tell", async () => {
    await open(view([entry(), entry({ id: "m-2", kind: "news", silent: false, retier: false, review_by: null, closed: { by: "Mara Lind", at: "2026-03-12T09:00:00Z", note: "Old news." } })]));
    const [first, second] = await screen.findAllByRole("listitem");
    expect(within(first as HTMLElement).getByText("The vendor did not tell us")).toBeTruthy();
    expect(within(first as HTMLElement).getByText("Tier to be worked out again")).toBeTruthy();
    expect(within(first as HTMLElement).getByText("Review by 15 Apr 2026")).toBeTruthy();
    expect(within(second as HTMLElement).getByText(/Old news/)).toBeTruthy();
  });

  it("is settled with what came of it, and says at the field that this is missing", async () => {
    let refused = true;
    const { user, platform } = await open(view([entry()]), {
      monitoring_close: () => {
        if (!refused) return view([]);
        refused = false;
        return fails({ code: "invalid", field: "note", problem: { problem: "empty" } });
      },
    });
    await user.click(await screen.findByRole("button", { name: /^Settle: Incident/ }));
    const dialog = await screen.findByRole("dialog");
    await user.click(within(dialog).getByRole("button", { name: "Settle" }));
    await waitFor(() => expect(dialog.querySelector('[aria-invalid="true"]')).toBeTruthy());
    await user.type(within(dialog).getByLabelText(/^What came of it/), "Fixed.");
    await user.click(within(dialog).getByRole("button", { name: "Settle" }));
    await waitFor(() => expect(platform.inputsOf("monitoring_close").at(-1)).toEqual({ id: "m-1", note: "Fixed." }));
  });

  it("notes something with what follows", async () => {
    const { user, platform } = await open(view([]), { monitoring_save: () => view([entry()]) });
    await user.click(await screen.findByRole("button", { name: "Note something" }));
    await user.type(await screen.findByLabelText(/^What happened/), "It was sold.");
    await user.click(screen.getByRole("checkbox", { name: "Propose to work out the tier again" }));
    await user.click(screen.getByRole("button", { name: "Note it" }));
    await waitFor(() => expect(platform.inputsOf("monitoring_save")[0]).toMatchObject({ id: null, vendor: "v-1", kind: "incident", what: "It was sold.", retier: true, open_finding: null }));
  });
});
