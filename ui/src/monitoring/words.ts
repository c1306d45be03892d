import type { MonitoringEntryView, MonitoringKindName } from "../contract/generated";
import { formatDay, type State } from "../shared";

/** What was noted. */
export const kindLabel: Readonly<Record<MonitoringKindName, string>> = {
  incident: "Incident or breach", news: "News", subprocessor: "Subprocessor change", access: "New integration or permission", ai: "New AI feature", posture: "Rating or posture drift", sla: "Service level missed", ownership: "Merger or new owner", financial: "Financial signs", contract: "Contract event",
};

/** What follows from an entry, and whether it still waits. */
export function follows(entry: Pick<MonitoringEntryView, "retier" | "retier_open" | "review_by" | "review_open">): { state: State; label: string }[] {
  const found: { state: State; label: string }[] = [];
  if (entry.retier) found.push({ state: entry.retier_open ? "warn" : "pass", label: entry.retier_open ? "Tier to be worked out again" : "Tier: settled" });
  if (entry.review_by) found.push({ state: entry.review_open ? "warn" : "pass", label: entry.review_open ? `Review by ${formatDay(entry.review_by)}` : "Review: settled" });
  return found;
}
