/** The arithmetic of the coverage timeline: days to places. Says nothing about what suffices; that comes from Rust. */

import type { CoverageSpan } from "../contract/generated";

/** The days that the timeline shows, both ends included, as day numbers. */
export interface TimelineRange {
  readonly first: number;
  readonly last: number;
}

/** A line of the grid. */
export interface Tick {
  /** From 0 to 100. */
  readonly at: number;
  readonly label: string;
  /** Whether a year begins here. */
  readonly year: boolean;
  /** Whether it stands between half years: its name goes first where there is little room. */
  readonly minor: boolean;
}

const msPerDay = 86_400_000;

/** Counts the days since 1970 of an ISO date. */
export function dayNumber(iso: string): number {
  const [year = 1970, month = 1, day = 1] = iso.slice(0, 10).split("-").map(Number);
  return Math.round(Date.UTC(year, month - 1, day) / msPerDay);
}

/** The ISO date of a day number. */
export function isoDay(day: number): string {
  return new Date(day * msPerDay).toISOString().slice(0, 10);
}

/** The range that holds everything dated, today, and the months to come: whole quarters, so that lines fall on round days. */
export function timelineRange(spans: readonly CoverageSpan[], today: string, until: string | null): TimelineRange {
  const now = dayNumber(today);
  const starts = [...spans.map((span) => dayNumber(span.from)), now - 365];
  const ends = [...spans.map((span) => dayNumber(span.to)), now + 120, ...(until ? [dayNumber(until) + 60] : [])];
  const first = new Date(Math.min(...starts) * msPerDay);
  const last = new Date(Math.max(...ends) * msPerDay);
  const quarter = (month: number): number => month - (month % 3);
  return {
    first: Math.round(Date.UTC(first.getUTCFullYear(), quarter(first.getUTCMonth()), 1) / msPerDay),
    last: Math.round(Date.UTC(last.getUTCFullYear(), quarter(last.getUTCMonth()) + 3, 1) / msPerDay) - 1,
  };
}

/** Where the beginning of a day stands, from 0 to 100. */
export function at(day: number, range: TimelineRange): number {
  const share = (day - range.first) / (range.last - range.first + 1);
  return Math.min(100, Math.max(0, share * 100));
}

/** Left edge and width of a span, the last day included. */
export function extent(from: string, to: string, range: TimelineRange): { left: number; width: number } {
  const left = at(dayNumber(from), range);
  return { left, width: Math.max(0, at(dayNumber(to) + 1, range) - left) };
}

/** Lines at the beginning of years, and of quarters where there is room for their names. */
export function ticks(range: TimelineRange): Tick[] {
  const years = (range.last - range.first) / 365.25;
  const step = years > 8 ? 12 : years > 3.5 ? 6 : 3;
  const start = new Date(range.first * msPerDay);
  const found: Tick[] = [];
  for (let month = start.getUTCMonth(); ; month += 1) {
    const day = Math.round(Date.UTC(start.getUTCFullYear(), month, 1) / msPerDay);
    if (day > range.last) return found;
    const date = new Date(day * msPerDay);
    const inYear = date.getUTCMonth();
    if (inYear % step !== 0) continue;
    const label = inYear === 0 ? String(date.getUTCFullYear()) : date.toLocaleString("en-GB", { month: "short", timeZone: "UTC" });
    found.push({ at: at(day, range), label, year: inYear === 0, minor: inYear % 6 !== 0 });
  }
}

/** How long a span is, in words: months where it has one, else days. */
export function lengthInWords(from: string, to: string): string {
  const days = dayNumber(to) - dayNumber(from) + 1;
  if (days <= 1) return "1 day";
  if (days < 28) return `${days} days`;
  const months = Math.round(days / 30.44);
  return months === 1 ? "1 month" : `${months} months`;
}
