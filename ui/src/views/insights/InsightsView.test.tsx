import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { session } from "../../testing/examples";
import { insightDetail, insights, insightView, trend } from "../../testing/examples-insight";
import { type Answers, fakePlatform } from "../../testing/fake-platform";
import { renderScreen } from "../../testing/render";
import { InsightsView } from "./InsightsView";
import { InsightView } from "./InsightView";

const host = (answers: Answers = {}) => fakePlatform({ session: () => session(), insights: () => insights(), insights_trend: () => trend(), insight: () => insightDetail(), insight_save: () => ({ name: "figure.csv" }), ...answers });

describe("insights", () => {
  it("says small numbers as so many of so many, of whom, and how on demand; the chart is a table too", async () => {
    const { user } = await renderScreen(<InsightsView />, host());
    const card = (await screen.findByRole("link", { name: "Assured share" })).closest("li") as HTMLElement;
    expect(within(card).getByText("of 7")).toBeTruthy();
    expect(within(card).queryByText(/43 %/)).toBeNull();
    const bars = within(card).getByRole("table", { name: "Assured share by part" });
    expect(within(bars).getByRole("row", { name: "High 2 of 5" })).toBeTruthy();
    const way = await within(card).findByRole("table", { name: "Assured share over the months" });
    expect(within(way).getAllByRole("cell").map((cell) => cell.textContent)).toEqual(["2 of 7", "2 of 7", "3 of 7"]);
    await user.click(within(card).getByRole("button", { name: "How Assured share is counted" }));
    expect(await screen.findByText(/evidence that their class accepts ÷ vendors counted/)).toBeTruthy();
  });

  it("saves the summary for the board of the day that is shown", async () => {
    const platform = host({ board_save: () => ({ name: "board.pdf", uncovered: [] }) });
    const { user } = await renderScreen(<InsightsView />, platform);
    await user.click(await screen.findByRole("button", { name: /^Summary for the board/ }));
    expect(await screen.findByText("Saved: board.pdf")).toBeTruthy();
    expect(platform.inputsOf("board_save")).toEqual([{ as_of: null, paper: "letter" }]);
  });

  it("asks for those who are chosen", async () => {
    localStorage.clear();
    const platform = host();
    const { user } = await renderScreen(<InsightsView />, platform);
    await user.click(await screen.findByRole("button", { name: "Critical" }));
    await waitFor(() => expect(platform.inputsOf("insights").at(-1)).toEqual({ as_of: null, tier: "critical", owner: null, tag: null }));
    localStorage.clear();
  });

  it("teaches where nothing is in use", async () => {
    await renderScreen(<InsightsView />, host({ insights: () => insights({ counted: 0, of: 0, metrics: [insightView({ figure: { kind: "share", count: 0, of: 0 }, groups: [] })] }) }));
    expect(await screen.findByRole("heading", { name: "Nothing to count yet" })).toBeTruthy();
  });

  it("lists of whom a figure was counted, with what leads there, and saves it", async () => {
    const platform = host();
    const { user } = await renderScreen(<InsightView metric="assured_share" asOf="2026-01-31" />, platform);
    const table = await screen.findByRole("table", { name: "Assured share: 1 row" });
    expect(within(table).getByRole("link", { name: "Marrowstone Data" }).getAttribute("href")).toBe("/vendors/v-1");
    expect(within(table).getByRole("link", { name: "SOC 2 Type 2" }).getAttribute("href")).toBe("/documents/d-1");
    await user.click(screen.getByRole("button", { name: /^Save as \.csv/ }));
    await waitFor(() => expect(platform.inputsOf("insight_save")).toEqual([{ metric: "assured_share", of: { as_of: "2026-01-31", tier: null, owner: null, tag: null } }]));
  });
});
