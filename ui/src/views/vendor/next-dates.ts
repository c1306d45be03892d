import type { RegisterView, VendorView } from "../../contract/generated";

/** A day to keep in mind. */
export interface NextDate {
  readonly day: string;
  readonly what: string;
  readonly who: string | null;
}

/** The days that matter next: duties of the decision that holds, the next review, the end of the evidence, notice of contracts, the exit; soonest first. Nothing is left to keep in mind of a vendor that is closed. */
export function nextDates(view: VendorView, today: string, register?: RegisterView): NextDate[] {
  if (view.row.stage === "closed") return [];
  const decision = view.decisions[0];
  const found: NextDate[] = (decision?.conditions ?? []).map((condition) => ({ day: condition.due, what: condition.what, who: `condition, ${condition.owner}` }));
  // What was noted between reviews can bring it forward; the row knows the earlier day.
  const review = view.row.next_review ?? decision?.next_review;
  if (review) found.push({ day: review, what: "Next review", who: decision?.next_review && review < decision.next_review ? "brought forward, see monitoring" : null });
  const until = view.coverage?.evidence_until;
  if (until) found.push({ day: until, what: until < today ? "Evidence ended" : "Evidence until", who: "by its dates" });
  for (const { contract, notice_deadline: day } of register?.contracts ?? []) if (day) found.push({ day, what: "Contract notice deadline", who: contract.title });
  const exit = view.row.stage === "offboarding" ? register?.offboarding : null;
  if (exit) found.push({ day: exit.ends_on, what: "Last day of use", who: exit.owner_name }, { day: exit.check_from, what: "Check that access is dead", who: exit.owner_name });
  return found.toSorted((a, b) => a.day.localeCompare(b.day));
}
