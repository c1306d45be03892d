import { dayNumber, type TimelineRange } from "../vendor/timeline";

/** How many years the picture shows. */
export type Years = 1 | 2 | 3;

const msPerDay = 86_400_000;

/** A range of whole quarters around today: somewhat more of the past than of what is to come. */
export function pictureRange(today: string, years: Years): TimelineRange {
  const now = new Date(dayNumber(today) * msPerDay);
  const quarter = Math.floor(now.getUTCMonth() / 3);
  const ahead = years === 1 ? 2 : 3;
  const behind = years * 4 - ahead;
  const at = (step: number): number => Math.round(Date.UTC(now.getUTCFullYear(), (quarter + step) * 3, 1) / msPerDay);
  return { first: at(1 - behind), last: at(ahead + 1) - 1 };
}
