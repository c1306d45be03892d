import type { AttentionGroup, AttentionView, FigureView } from "../contract/generated";
import type { State } from "../shared";
import { groupOrder } from "./words";

/** What is shown of the list. */
export interface Shown {
  /** Groups with what is in them, none empty, in the order of the list. */
  groups: { group: AttentionGroup; items: AttentionView[] }[];
  /** What is put off for who acts. */
  snoozed: AttentionView[];
}

/** Sorts items into groups; `keys` narrows to those a figure counted. */
export function grouped(items: readonly AttentionView[], mine: boolean, keys: ReadonlySet<string> | null): Shown {
  const wanted = items.filter((item) => (!mine || item.mine) && (keys === null || keys.has(item.key)));
  const open = wanted.filter((item) => item.snoozed === null);
  const groups = groupOrder.map((group) => ({ group, items: open.filter((item) => item.group === group) }));
  return { groups: groups.filter((each) => each.items.length > 0), snoozed: wanted.filter((item) => item.snoozed !== null) };
}

/** The mark of an item: overdue, this week, or still ahead. */
export function markOf(group: AttentionGroup): State | "open" {
  if (group === "overdue") return "fail";
  return group === "week" ? "warn" : group === "undated" ? "unknown" : "open";
}

/** Whether a figure is as it should be. */
export function figureState({ figure, count, of }: FigureView): State | null {
  switch (figure) {
    case "critical_type2":
    case "assured":
      return of === 0 ? null : count === of ? "pass" : figure === "critical_type2" ? "fail" : "warn";
    case "at_risk":
    case "overdue":
    case "conditions_overdue":
      return count === 0 ? "pass" : "fail";
    case "reviews_due":
      return count === 0 ? "pass" : "warn";
  }
}
