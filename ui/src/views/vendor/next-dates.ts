import type { VendorView } from "../../contract/generated";

/** A day to keep in mind. */
export interface NextDate {
  readonly day: string;
  readonly what: string;
  readonly who: string | null;
}

/** The days that matter next: duties of the decision that holds, the next review, the end of the evidence; soonest first. */
export function nextDates(view: VendorView, today: string): NextDate[] {
  const decision = view.decisions[0];
  const found: NextDate[] = (decision?.conditions ?? []).map((condition) => ({ day: condition.due, what: condition.what, who: `condition, ${condition.owner}` }));
  const review = decision?.next_review ?? view.row.next_review;
  if (review) found.push({ day: review, what: "Next review", who: null });
  const until = view.coverage?.evidence_until;
  if (until) found.push({ day: until, what: until < today ? "Evidence ended" : "Evidence until", who: "by its dates" });
  return found.toSorted((a, b) => a.day.localeCompare(b.day));
}
