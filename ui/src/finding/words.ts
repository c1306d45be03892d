import type {
  ExposureName, ExtentName, FindingStatusName, FindingStepName, FindingView, HarmName, ImpactName, NatureName, OwnCompensationName, RecurrenceName, ResponseView, SeverityName, StepWaits,
} from "../contract/generated";
import type { Tone } from "../shared";

export const severityLabel: Readonly<Record<SeverityName, string>> = { critical: "Critical", high: "High", medium: "Medium", low: "Low" };

/** From the gravest. */
export const severityOrder: readonly SeverityName[] = ["critical", "high", "medium", "low"];

export const statusLabel: Readonly<Record<FindingStatusName, string>> = {
  open: "Open", with_vendor: "With vendor", evidence_received: "Evidence received", verified: "Verified", closed: "Closed", accepted: "Accepted", not_applicable: "Not applicable", superseded: "Superseded",
};

/** In the order of the way that a finding goes. */
export const statusOrder: readonly FindingStatusName[] = ["open", "with_vendor", "evidence_received", "verified", "accepted", "closed", "not_applicable", "superseded"];

export const statusTone: Readonly<Record<FindingStatusName, Tone>> = {
  open: "neutral", with_vendor: "neutral", evidence_received: "neutral", verified: "pass", closed: "pass", accepted: "accent", not_applicable: "line", superseded: "line",
};

export const stepLabel: Readonly<Record<FindingStepName, string>> = {
  ask: "Ask the vendor", receive: "Attach evidence", verify: "Verify", close: "Close", accept: "Accept for a time", not_applicable: "Does not apply", supersede: "Superseded by the next report", reopen: "Open again",
};

export const waitsText: Readonly<Record<StepWaits, string>> = {
  assessment: "Assess it first", second_person: "Somebody else than who verified it closes it", touches_us: "It touches us directly, so it applies",
  approval: "It is asked for and waits to be approved",
};

export const impactWords: Readonly<Record<ImpactName, string>> = {
  severe: "4 · Severe: regulated data, safety, unable to operate", serious: "3 · Serious: confidential or personal data, outage of hours or days", limited: "2 · Limited, recoverable", negligible: "1 · Negligible",
};

export const exposureWords: Readonly<Record<ExposureName, string>> = {
  main_barrier: "4 · Direct, main barrier", direct: "3 · Direct, other barriers exist", indirect: "2 · Company as a whole, or indirect", none: "1 · Does not touch our use",
};

export const extentWords: Readonly<Record<ExtentName, string>> = {
  small: "At most 5 % of at least 20", partial: "5 to 20 %, fewer than 20 tested, or unknown", large: "More than 20 %, or the control did not run",
};

export const natureWords: Readonly<Record<NatureName, string>> = { design: "Design", operating: "Operating", evidence: "Evidence only", timing: "Timing", scope: "Scope" };

export const historyWords: Readonly<Record<RecurrenceName, string>> = { new: "Not in the previous report", same_family: "Same family in the previous report", repeat: "Same control in the previous report" };

export const harmWords: Readonly<Record<HarmName, string>> = { unknown: "None known", happened: "Misuse or loss happened", on_our_data: "Misuse or loss of our data" };

export const ownWords: Readonly<Record<OwnCompensationName, string>> = { none: "None of ours evidenced", partial: "In part", full: "Evidenced in the last 12 months" };

export const responsePoints: readonly (readonly [keyof ResponseView, string])[] = [
  ["cause", "States a specific cause"], ["fix", "Says what was fixed, and not only who was reminded"], ["dated", "Fix is dated inside the period or before the report"], ["proof", "Proof, an owner or a retest"],
];

/** "EX-007", or that nobody has recorded it. */
export function findingLabel(number: number | null): string {
  return number === null ? "not recorded" : `EX-${String(number).padStart(3, "0")}`;
}

/** How many of how many deviated, in words. */
export function deviationText({ deviating, tested }: Pick<FindingView, "deviating" | "tested">): string | null {
  return deviating === null || tested === null ? null : `${deviating} of ${tested}`;
}

/** The response as it was judged, else as its words propose. */
export function shownResponse(finding: Pick<FindingView, "assessment" | "proposed">): ResponseView {
  return finding.assessment?.inputs.response ?? finding.proposed.response;
}

/** Points with their sign. */
export function signed(points: number): string {
  return points > 0 ? `+${points}` : points < 0 ? `−${-points}` : "0";
}
