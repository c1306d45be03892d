import type { InsightDetail, InsightsView, InsightView, TrendView } from "../contract/generated";

export function insightView(change: Partial<InsightView> = {}): InsightView {
  return {
    metric: "assured_share", title: "Assured share", family: "evidence", population: "vendors in use whose class needs evidence",
    formula: "Vendors with evidence that their class accepts ÷ vendors counted", figure: { kind: "share", count: 3, of: 7 },
    groups: [{ label: "Critical", count: 1, of: 2, parts: [] }, { label: "High", count: 2, of: 5, parts: [] }], notes: [], ...change,
  };
}

export function insights(change: Partial<InsightsView> = {}): InsightsView {
  return { day: "2026-03-17", known_since: "2025-06-01", counted: 9, of: 9, metrics: [insightView()], owners: [{ person: "p-1", name: "Mara Lindqvist" }], tags: ["cloud"], ...change };
}

export function trend(): TrendView {
  const point = (day: string, count: number) => ({ day, figures: [{ metric: "assured_share" as const, value: (count * 100) / 7, count, of: 7 }] });
  return { points: [point("2026-01-31", 2), point("2026-02-28", 2), point("2026-03-17", 3)] };
}

export function insightDetail(): InsightDetail {
  const row = { vendor: "v-1", vendor_name: "Marrowstone Data", document: "d-1", finding: null, what: "SOC 2 Type 2", group: "Critical", counted: true, value: null, day: "2026-06-30" };
  return { view: insightView(), day: "2026-03-17", rows: [row] };
}
