import type { Standing } from "../contract/generated";
import { formatMoment } from "../shared/format/dates";

const done = { confirmed: "confirmed", corrected: "corrected", rejected: "rejected", added: "added" } as const;

/** What people said of a fact or an entry, with who, when and why. */
export function standingText(standing: Standing, today: string): string {
  if (standing.standing === "open") return "to check";
  const said = `${done[standing.standing]} by ${standing.by}, ${formatMoment(standing.at, today)}`;
  return "reason" in standing && standing.reason ? `${said}: ${standing.reason}` : said;
}
