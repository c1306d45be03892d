import type { AlikeName, ConcentrationView, DependantView, FourthPartyView, HeldName, MethodName, MonitoringName } from "../contract/generated";
import { formatDay, type State } from "../shared";

/** How a report treats a party. */
export const methodLabel: Readonly<Record<MethodName, string>> = { carve_out: "Carved out", inclusive: "Inclusive" };

/** What is known of the vendor's monitoring. */
export const monitoringLabel: Readonly<Record<MonitoringName, string>> = { tested: "Tested clean in the report", said: "The vendor says so", none: "None" };

/** What speaks for one party. */
export const alikeText: Readonly<Record<AlikeName, string>> = { part: "one name is a part of the other", initials: "one name is the first letters of the other", one_letter: "the names differ in one letter" };

const heldText: Readonly<Record<HeldName, string>> = { nothing: "No current evidence", unread: "Held, not reviewed", read: "Held and reviewed" };

/** How a report treats a party; the method is a statement of its own. */
export const methodText = (method: MethodName | null): string => (method === null ? "Not stated" : methodLabel[method]);

/** What we hold of the party's own. */
export function ownState({ own }: Pick<FourthPartyView, "own">): { state: State; label: string } | null {
  if (!own) return null;
  const until = own.held !== "nothing" && own.until ? `, until ${formatDay(own.until)}` : "";
  return { state: own.held === "read" ? "pass" : own.held === "unread" ? "warn" : "unknown", label: `${heldText[own.held]}${until}` };
}

/** What assures us of a party of a vendor. */
export function coverState(one: Pick<DependantView, "cover" | "matters" | "monitoring" | "method" | "has_our_data">, held: HeldName): { state: State | null; label: string } {
  if (one.cover === "report") return { state: "pass", label: "Own report held and reviewed" };
  if (one.cover === "monitoring") return { state: "pass", label: "Vendor’s monitoring tested clean" };
  if (one.method === "inclusive") return { state: null, label: "Examined with the vendor" };
  if (!one.matters) return { state: null, label: one.has_our_data === false ? "Has none of our data" : "Not asked of this tier" };
  if (one.monitoring === "none" && held !== "unread") return { state: "fail", label: "No assurance" };
  if (one.monitoring === "said") return { state: "warn", label: "The vendor says that it monitors" };
  return held === "unread" ? { state: "warn", label: "Own report waits for its review" } : { state: "unknown", label: "Nothing recorded" };
}

/** Whether it has our data. */
export const dataText = (has: boolean | null): string => (has === null ? "Open" : has ? "Yes" : "No");

/** The index with two digits. */
export const indexText = ({ herfindahl }: Pick<ConcentrationView, "herfindahl">): string => (herfindahl === null ? "–" : herfindahl.toFixed(2));

/** "3 of 7 vendors rest on it, 2 of 3 critical or high". */
export const shareText = ({ vendors, gravest }: Pick<FourthPartyView, "vendors" | "gravest">, of: ConcentrationView): string => `${vendors} of ${of.vendors} vendors rest on it, ${gravest} of ${of.gravest} critical or high`;
