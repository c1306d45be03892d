import type { InsightFigure, MetricFamily, MetricName, TrendView } from "../contract/generated";
import { count, formatNumber } from "../shared";

export const familyOrder: readonly MetricFamily[] = ["evidence", "reviews", "findings", "fourth_parties", "own_side"];

export const familyLabel: Readonly<Record<MetricFamily, string>> = {
  evidence: "Evidence",
  reviews: "Reviews and decisions",
  findings: "Exceptions and findings",
  fourth_parties: "Fourth parties",
  own_side: "Our side",
};

/** What a figure says: the number and what stands small beside it. */
export interface Said {
  readonly number: string;
  readonly beside: string;
  /** Whether nothing was counted. */
  readonly nothing: boolean;
}

const tenth = (value: number): string => (Number.isInteger(value) ? formatNumber(value) : value.toFixed(1));

/** "3" "of 7": of small numbers a percentage says more than is known; from 20 on it stands behind. */
export function saidOf(figure: InsightFigure): Said {
  switch (figure.kind) {
    case "share":
      return { number: formatNumber(figure.count), beside: `of ${formatNumber(figure.of)}${figure.of >= 20 ? ` · ${Math.round((figure.count * 100) / figure.of)} %` : ""}`, nothing: figure.of === 0 };
    case "count":
      return { number: formatNumber(figure.count), beside: "", nothing: false };
    case "days":
      return figure.median === null ? { number: "–", beside: "", nothing: true } : { number: tenth(figure.median), beside: `days, median of ${figure.of}`, nothing: false };
    case "months":
      return figure.mean === null ? { number: "–", beside: "", nothing: true } : { number: figure.mean.toFixed(1), beside: `months on average, longest ${figure.longest}`, nothing: false };
    case "per_report":
      return { number: formatNumber(figure.count), beside: `in ${count(figure.of, "report")}`, nothing: figure.of === 0 };
    case "points":
      return { number: formatNumber(figure.points), beside: "points", nothing: false };
  }
}

/** A point of a figure's way over the months. */
export interface WayPoint {
  readonly day: string;
  readonly value: number | null;
  /** How it is said: "3 of 7", "12 in 5 reports". */
  readonly said: string;
}

/** The way of a figure; empty where there are fewer than two points to join. */
export function wayOf(trend: TrendView | undefined, metric: MetricName, kind: InsightFigure["kind"]): readonly WayPoint[] {
  const points = (trend?.points ?? []).flatMap(({ day, figures }) => {
    const figure = figures.find((one) => one.metric === metric);
    if (!figure) return [];
    const beside = kind === "per_report" ? `in ${count(figure.of ?? 0, "report")}` : `of ${formatNumber(figure.of ?? 0)}`;
    const said = figure.value === null ? "nothing counted" : figure.of !== null ? `${formatNumber(figure.count ?? 0)} ${beside}` : tenth(figure.value);
    return [{ day, value: figure.value, said }];
  });
  return points.filter(({ value }) => value !== null).length < 2 ? [] : points;
}
