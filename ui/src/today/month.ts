import type { AttentionView } from "../contract/generated";
import { dayNumber, isoDay } from "../vendor/timeline";

/** A day in the grid of a month. */
export interface MonthDay {
  readonly day: string;
  /** Whether it belongs to the month that is shown, and not to the one before or after. */
  readonly inside: boolean;
}

/** "2026-03" of a day. */
export const monthOf = (day: string): string => day.slice(0, 7);

/** The weeks of a month, each from Monday to Sunday. */
export function weeksOf(month: string): MonthDay[][] {
  const first = dayNumber(`${month}-01`);
  // 1 January 1970 was a Thursday: day 0 is the fourth of its week.
  const monday = first - ((((first + 3) % 7) + 7) % 7);
  const weeks: MonthDay[][] = [];
  for (let start = monday; start < first || monthOf(isoDay(start)) === month; start += 7) {
    weeks.push(Array.from({ length: 7 }, (_, at) => ({ day: isoDay(start + at), inside: monthOf(isoDay(start + at)) === month })));
  }
  return weeks;
}

/** The same day of another month, or its last day where it is shorter. */
export function addMonths(day: string, months: number): string {
  const [year = 1970, month = 1, date = 1] = day.split("-").map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const first = isoDay(Math.round(Date.UTC(year, month - 1 + months, 1) / 86_400_000));
  return `${first.slice(0, 8)}${String(Math.min(date, last.getUTCDate())).padStart(2, "0")}`;
}

/** "March 2026" */
export function monthTitle(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
}

/** Dated items by their day. */
export function byDay(items: readonly AttentionView[]): ReadonlyMap<string, AttentionView[]> {
  const days = new Map<string, AttentionView[]>();
  for (const item of items) {
    if (item.date) days.set(item.date, [...(days.get(item.date) ?? []), item]);
  }
  return days;
}
