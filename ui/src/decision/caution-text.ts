import { rankLabel, roleLabel, verdictLabel } from "../acceptance/words";
import { gapText } from "../api";
import type { Caution } from "../contract/generated";
import { opinionLabel } from "../fact/words";
import { readableDates } from "../document/describe";
import { count, formatDay } from "../shared";

/** A caution in words. */
export interface CautionText {
  readonly what: string;
  /** What can be done about it. */
  readonly hint: string;
  /** The document it is about. */
  readonly document: string | null;
  /** Whether a careful person would rather not approve with it. */
  readonly weighs: boolean;
}

/** Says what to look at before deciding. Nothing of it forbids: the person decides. */
export function cautionText(caution: Caution): CautionText {
  switch (caution.caution) {
    case "no_evidence":
      return { what: "No document is filed with this vendor", hint: "The packet will say that the decision rests on nothing that was read.", document: null, weighs: true };
    case "no_report":
      return { what: "No attestation report is filed with this vendor", hint: "Say in the reason what you rely on instead.", document: null, weighs: true };
    case "open_facts":
      return { what: `Nobody has checked ${count(caution.count, "fact")}`, hint: "Unchecked facts are printed as read by the program.", document: caution.document, weighs: false };
    case "contradiction":
      return { what: `The document contradicts itself: ${readableDates(caution.message)}`, hint: "Look at both places and correct what is wrong, or ask the vendor.", document: caution.document, weighs: true };
    case "modified_opinion":
      return { what: `The auditor’s opinion is modified: ${opinionLabel(caution.opinion).toLowerCase()}`, hint: "Read why, and say in the reason whether it touches what you use.", document: caution.document, weighs: true };
    case "too_old":
      return { what: `The report ended ${count(caution.age_months, "month")} ago; the policy accepts ${caution.max_age_months}`, hint: "Ask for the new report, or for a bridge letter until it comes.", document: caution.document, weighs: true };
    case "evidence_over":
      return { what: `What is held sufficed until ${formatDay(caution.until)}`, hint: "Ask for a bridge letter or the new report, or say in the reason why the time since is no concern.", document: caution.document, weighs: true };
    case "other_organization":
      return { what: `The report names another organization: ${caution.organization}`, hint: "Is it a parent, a former name, or somebody else’s report? Other names can be entered with the vendor.", document: caution.document, weighs: true };
    case "no_tier":
      return { what: "The vendor has no tier", hint: "Without it nobody knows how much evidence is enough. It follows from what is bought; the vendor’s page asks for that, or takes a tier by hand.", document: null, weighs: false };
    case "missing":
      return { what: gapText(caution.gap), hint: "Asked before a vendor is decided on. The vendor’s overview leads to it.", document: null, weighs: false };
    case "no_review":
      return { what: "No review of this vendor is finished", hint: "A guided review answers what the report says and what it leaves open. The vendor’s page starts it.", document: null, weighs: false };
    case "review_under_way":
      return { what: `Review ${caution.number} is not finished`, hint: "What is answered in it counts only once it is signed and finished.", document: null, weighs: true };
    case "role_uncovered":
      return { what: `Nobody who signs is ${roleLabel[caution.role].toLowerCase()}`, hint: "The policy asks for this role. Add somebody who holds it, or say in the reason why nobody does.", document: null, weighs: true };
    case "against_verdict":
      return {
        what: `The policy says “${verdictLabel[caution.verdict].toLowerCase()}”`,
        hint: caution.never ? "Something fails that nobody may accept by the policy. Say in the reason why the decision is another, or decide otherwise." : "Say in the reason why the decision is milder, or answer what is open first.",
        document: null, weighs: true,
      };
    case "rank_too_low":
      return { what: `Nobody who signs stands high enough for what fails: ${rankLabel[caution.needed].toLowerCase()}`, hint: "Add somebody of that rank to the signers.", document: null, weighs: true };
    default:
      return caution satisfies never;
  }
}
