import { screen, within } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import type { ContinuityPart, EvaluationView } from "../contract/generated";
import { session } from "../testing/examples";
import { register, service } from "../testing/examples-register";
import { type Answers, fakePlatform } from "../testing/fake-platform";
import { renderScreen } from "../testing/render";
import { ContinuityPanel } from "./ContinuityPanel";
import { newEscrow } from "./parts";
import type { Editor } from "./parts";

const rules = (of: { code: string; title: string; outcome: string; found: string }[]) => ({ rules: of }) as unknown as EvaluationView;

const open = (continuity: Partial<ContinuityPart> = {}, more: Answers = {}, onEdit?: (editor: Editor) => void) => {
  const shown = register({ services: [service({ substitutability: "not" })], continuity: { ...register().continuity, ...continuity } });
  const platform = fakePlatform({ session: () => session(), vendor_evaluation: () => rules([]), ...more });
  return renderScreen(<ContinuityPanel register={shown} onEdit={onEdit} />, platform);
};

describe("how we would go on without a vendor", () => {
  it("says of each row that nobody knows it yet", async () => {
    await open();
    expect(screen.getAllByText("not known")).toHaveLength(9);
    const table = screen.getByRole("table", { name: "What rests on the vendor" });
    expect(within(table).getByText("Nobody else offers it")).toBeTruthy();
    expect(within(table).getByText("Work stops within a day")).toBeTruthy();
  });

  it("shows the whole escrow record, and warns of source code alone", async () => {
    await open({ escrow_agreed: true, escrow: { ...newEscrow(), agent: "Lockwood Escrow", deposit_every_months: 6, verification_level: 2, verified_on: "2026-01-15", release_conditions: ["insolvency"] } });
    expect(screen.getByText("Source code only")).toBeTruthy();
    for (const said of ["Lockwood Escrow", "every 6 months", "Level 2, spot checks, 15 Jan 2026", "Insolvency"]) expect(screen.getByText(said)).toBeTruthy();
  });

  it("marks what is offered that is more than we can bear", async () => {
    await open({ rto_needed: 4, rto_offered: 24, rpo_needed: 24, rpo_offered: 1 });
    expect(screen.getByText("4 h needed, 24 h offered")).toBeTruthy();
    expect(screen.getByText("24 h needed, 1 h offered")).toBeTruthy();
  });

  it("says what the policy makes of it, and leads to the editors", async () => {
    const onEdit = vi.fn<(editor: Editor) => void>();
    const found = rules([
      { code: "CONTINUITY-EXIT", title: "There is a way out", outcome: "missing", found: "Nobody has answered" },
      { code: "CONTINUITY-ESCROW", title: "What cannot be replaced is secured", outcome: "not_applicable", found: "The service can be replaced" },
      { code: "OPINION-KIND", title: "The opinion", outcome: "pass", found: "Unqualified" },
    ]);
    const { user } = await open({}, { vendor_evaluation: () => found }, onEdit);
    expect(await screen.findByText("There is a way out")).toBeTruthy();
    expect(screen.queryByText("The opinion")).toBeNull();
    expect(screen.queryByText("What cannot be replaced is secured")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Edit continuity" }));
    await user.click(screen.getByRole("button", { name: "Results warehouse" }));
    expect(onEdit.mock.calls.map(([editor]) => editor)).toEqual([{ part: "continuity", item: null }, { part: "service", item: "s-1" }]);
  });
});
