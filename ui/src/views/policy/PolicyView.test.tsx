import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { PolicyCheck } from "../../contract/generated";
import { person, session } from "../../testing/examples";
import { policy } from "../../testing/examples-policy";
import { type Answers, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { PolicyView } from "./PolicyView";

const check: PolicyCheck = {
  problems: [],
  changes: [{ path: "tiers.critical.max_age_months", label: "Maximum age of a report: critical", unit: "months", before: "12 months", after: "9 months" }],
  flips: [{ vendor: "v-1", name: "Marrowstone Data", tier: "critical", before: "accept", after: "escalate", why: [{ code: "DATE-AGE", title: "Report is not too old", required: "At most 9 months", found: "10 months" }] }],
  moves: [],
  unchanged: 13,
};

const holding = (more: Answers = {}) => fakePlatform({ session: () => session(), policy: () => policy(), policy_check: () => check, policy_save: () => policy({ version: 2 }), ...more });

async function changed(platform: ReturnType<typeof holding>) {
  const shown = await renderScreen(<PolicyView />, platform);
  await shown.user.click(await screen.findByRole("button", { name: "Maximum age of a report, critical: 12" }));
  const field = await screen.findByRole("textbox", { name: "Maximum age of a report, critical" });
  await shown.user.clear(field);
  await shown.user.type(field, "9");
  return shown;
}

describe("the policy", () => {
  beforeEach(() => localStorage.clear());

  it("says of each value what it is and where its default comes from", async () => {
    await renderScreen(<PolicyView />, holding());
    const table = await screen.findByRole("table", { name: "Rules by tier" });
    const row = within(table).getByRole("row", { name: /Maximum age of a report, months/ });
    expect(within(row).getByText("12")).toBeTruthy();
    expect(within(row).getByText("15")).toBeTruthy();
    expect(within(row).getByText("S04, S07")).toBeTruthy();
  });

  it("shows which vendors flip before anything is saved, and saves with a reason from the version it changes", async () => {
    const platform = holding();
    const { user } = await changed(platform);
    const flips = await screen.findByRole("list", { name: "Vendors whose verdict changes" });
    expect(within(flips).getByText("Marrowstone Data")).toBeTruthy();
    expect(flips.textContent).toContain("Report is not too old: 10 months; required: At most 9 months");
    expect(platform.inputsOf("policy_save")).toEqual([]);
    await user.type(screen.getByRole("textbox", { name: /Reason/ }), "Fresh reports");
    await user.click(screen.getByRole("button", { name: "Save as version 2" }));
    await waitFor(() => expect(platform.inputsOf("policy_save")).toEqual([{ draft: { changes: [{ path: "tiers.critical.max_age_months", value: 9 }], whole: null }, based_on: 1, reason: "Fresh reports" }]));
  });

  it("does not save what does not hold together", async () => {
    const wrong: PolicyCheck = { problems: [{ path: "tiers.critical.max_age_months", label: "Maximum age of a report: critical", problem: "from 1 to 60 is possible: 99" }], changes: [], flips: [], moves: [], unchanged: 0 };
    await changed(holding({ policy_check: () => wrong }));
    expect(await screen.findByText("from 1 to 60 is possible: 99")).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Save as version 2" }).disabled).toBe(true);
  });

  it("is only looked at by who may not change it", async () => {
    const reader = person({ may: ["judge_facts"] });
    await renderScreen(<PolicyView />, holding({ session: () => session({ actor: reader, may: ["judge_facts"] }) }));
    await screen.findByRole("table", { name: "Rules by tier" });
    expect(screen.queryByRole("button", { name: /Maximum age/ })).toBeNull();
  });
});
