import type { ChangeName, ComparedSubject, ComparisonView } from "../contract/generated";
import { count, formatDay, formatPeriod, type State, type Tone } from "../shared";

/** What is compared, in reading order, with what it is called. */
export const subjects: readonly (readonly [ComparedSubject, string])[] = [
  ["opinion", "Opinion"],
  ["scope", "What was examined"],
  ["auditor", "Who examined"],
  ["exceptions", "Exceptions"],
  ["controls", "Controls"],
  ["cuecs", "CUECs"],
  ["subservice", "Subservice"],
  ["csocs", "CSOCs"],
];

/** A change by its word and its tone. */
export const changes: Readonly<Record<ChangeName, { readonly label: string; readonly tone: Tone }>> = {
  same: { label: "Same", tone: "neutral" },
  reworded: { label: "Reworded", tone: "accent" },
  changed: { label: "Changed", tone: "warn" },
  new: { label: "New", tone: "accent" },
  gone: { label: "Gone", tone: "line" },
  repeated: { label: "Repeated", tone: "fail" },
  tested_clean: { label: "Tested clean", tone: "pass" },
  not_stated: { label: "Not stated in both", tone: "line" },
};

/** How the periods lie, with its shape. */
export function continuityText(view: Pick<ComparisonView, "continuity" | "days">): { readonly state: State; readonly text: string } {
  switch (view.continuity) {
    case "follows":
      return { state: "pass", text: "The newer period begins the day after the older one ended" };
    case "gap":
      return { state: "warn", text: `Between them lie ${count(view.days, "day")} that neither report covers` };
    case "overlap":
      return { state: "pass", text: `${count(view.days, "day")} covered by both` };
    case "not_stated":
      return { state: "unknown", text: "Not both reports state a period" };
    default:
      return view.continuity satisfies never;
  }
}

/** The time a report is about. */
export function spanOf(of: { readonly from: string | null; readonly to: string | null }): string {
  if (!of.from || !of.to) return "not dated";
  return of.from === of.to ? `as of ${formatDay(of.to)}` : formatPeriod(of.from, of.to);
}
