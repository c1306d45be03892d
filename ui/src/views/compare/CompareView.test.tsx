import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { ComparisonView, DifferenceView } from "../../contract/generated";
import { session } from "../../testing/examples";
import { citation, pageView, vendorView } from "../../testing/examples-document";
import { fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { CompareView } from "./CompareView";

const said = (text: string, page: number, detail: string | null = null) => ({ text, detail, citations: [citation(page)] });
const document = (id: string, year: string) => ({ document: id, file_name: `${year}.pdf`, kind: "soc2_type2", pages: 60, from: `${year}-01-01`, to: `${year}-12-31`, vendor: "v-1", vendor_name: "Brightwick" });
const differences: DifferenceView[] = [
  { subject: "opinion", change: "same", name: "Opinion", before: said("unqualified", 3), after: said("unqualified", 4) },
  { subject: "exceptions", change: "repeated", name: "A-2", before: said("1 of 25 was late.", 41), after: said("3 of 25 were late.", 45) },
  { subject: "controls", change: "reworded", name: "1.1", before: said("Leavers go within one day.", 40, "no exception noted"), after: said("Leavers go within two days.", 50, "exception noted") },
  { subject: "cuecs", change: "gone", name: null, before: said("Keep backups.", 30), after: null },
];
const view: ComparisonView = { before: document("d-1", "2024"), after: document("d-2", "2025"), continuity: "gap", days: 31, differences };
const comparing = () => fakePlatform({ session: () => session(), comparison: () => view, vendor: () => vendorView(), page: () => pageView(1) });

describe("two reports compared", () => {
  it("say how their periods lie, and show what differs and no more", async () => {
    await renderScreen(<CompareView first="d-1" second="d-2" />, comparing());
    expect(await screen.findByText("Between them lie 31 days that neither report covers")).toBeTruthy();
    const rows = within(screen.getByRole("table")).getAllByRole("row");
    expect(rows.map((row) => row.textContent).filter((text) => text?.includes("unqualified"))).toEqual([]);
    expect(screen.getByText("Repeated")).toBeTruthy();
    expect(screen.getByRole("button", { name: /All/ }).textContent).toContain("3");
  });

  it("show what is the same when asked, and one subject alone", async () => {
    const { user } = await renderScreen(<CompareView first="d-1" second="d-2" />, comparing());
    await user.click(await screen.findByRole("switch", { name: "What is the same, too" }));
    expect(screen.getAllByText("unqualified")).toHaveLength(2);
    await user.click(screen.getByRole("button", { name: /Exceptions/ }));
    expect(screen.queryByText("unqualified")).toBeNull();
    expect(screen.getByText("A-2")).toBeTruthy();
  });

  it("mark the words that differ, and bring both pages with the keyboard", async () => {
    const { user } = await renderScreen(<CompareView first="d-1" second="d-2" />, comparing());
    const two = await screen.findByText("two", { exact: false, selector: "mark" });
    expect(two.textContent?.trim()).toBe("two days.");
    await user.keyboard("jj");
    expect(await screen.findByText("Page 40 of 2024.pdf")).toBeTruthy();
    expect(screen.getByText("Page 50 of 2025.pdf")).toBeTruthy();
    await user.keyboard("j");
    expect(screen.getByText("The newer report does not have it.")).toBeTruthy();
    await user.keyboard("{Escape}");
    expect(screen.queryByText("Page 30 of 2024.pdf")).toBeNull();
  });
});
