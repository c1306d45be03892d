import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { session } from "../testing/examples";
import { finding } from "../testing/examples-finding";
import { fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { FindingConditions } from "./FindingConditions";

const condition = { decision: "dec-1", number: 3, what: "The vendor restores its backups once and shows it.", owner: "Odo Brandt", due: "2026-05-29", done_at: null };
const shown = (change: Parameters<typeof finding>[0]) => renderScreen(<FindingConditions finding={finding(change)} />, fakePlatform({ session: () => session() }));
const row = async () => within(await screen.findByRole("list", { name: "Conditions that it settles" }));

describe("the conditions that a finding settles", () => {
  it("say who answers for them by when, as long as both are open", async () => {
    await shown({ conditions: [condition] });
    const list = await row();
    expect(list.getByRole("link", { name: "Condition of decision 3" })).toBeTruthy();
    expect(list.getByText(/Odo Brandt, by 29 May 2026/)).toBeTruthy();
    expect(list.queryByText(/Still open/)).toBeNull();
  });

  it("are to be marked as done where the finding is settled", async () => {
    await shown({ conditions: [condition], status: "closed", settled: true });
    expect((await row()).getByText(/Still open, though this is settled/)).toBeTruthy();
  });

  it("say that they are done while the finding is not settled", async () => {
    await shown({ conditions: [{ ...condition, done_at: "2026-05-02T09:00:00Z" }] });
    expect((await row()).getByText(/Done 2 May 2026, while this is not settled/)).toBeTruthy();
  });
});
