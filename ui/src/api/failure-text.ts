// What a person reads when a command failed: what happened and what to do, without blame. The only place for such
// sentences; the switches are exhaustive, so a new code does not compile without its sentence.
import type { Failure, NoLogo, Problem, RankName } from "../contract/generated";
import { formatDay } from "../shared/format/dates";
import { formatNumber } from "../shared/format/numbers";
import { abilityText } from "./ability-text";
import { gapText } from "./gap-text";
import { missing } from "./missing-text";
import { notAppendable } from "./appendix-text";
import { noTableText } from "./no-table-text";

const rank: Readonly<Record<RankName, string>> = { team_member: "a member of the risk team", business_owner: "a business owner", risk_owner: "the risk owner", executive: "an executive" };

const noLogoText: Readonly<Record<NoLogo, string>> = { not_png: "The picture is no PNG", damaged: "The picture is damaged", too_large: "The picture is too large", blank: "Nothing of the picture would be seen on white paper" };

export interface FailureText {
  /** What happened. */
  title: string;
  /** What to do about it. */
  hint: string | null;
}

/** What is wrong with a field, to stand under it. */
export function problemText(problem: Problem): string {
  switch (problem.problem) {
    case "empty":
      return "Needs a value.";
    case "too_long":
      return `Too long, most characters: ${problem.limit}`;
    case "too_short":
      return `Too short, fewest characters: ${problem.limit}`;
    case "control_character":
      return "Holds a character that cannot be printed. Type it anew.";
    case "wrong_form":
      return "Not of the expected form.";
    case "in_the_past":
      return "Lies in the past. Choose a later day.";
    case "condition_missing":
      return "An approval with conditions needs at least one condition.";
    case "condition_not_allowed":
      return "Only an approval with conditions has conditions. Remove them or change the outcome.";
    case "signer_missing":
      return "Somebody must sign. Choose at least one person.";
    case "reviewer_reads_again":
      return "Who reviewed does not read it again. Somebody else must.";
    case "second_reader_missing":
      return "Somebody else reads it again before it is finished, because much depends on this vendor.";
    case "requester_alone":
      return "Who asked for the vendor is never the only one to approve it. Add somebody else.";
    case "two_people_needed":
      return "The policy asks for two different people to approve a vendor of this tier. Add another signer.";
    case "not_to_sign":
      return "Only who is named in the decision signs it, and once.";
    case "approval_waits":
      return "It already waits to be approved.";
    case "already_done":
      return "Is done already.";
    case "last_administrator":
      return "One active administrator must stay. Make somebody else administrator first.";
    case "reason_missing":
      return "Needs a reason.";
    case "out_of_range":
      return `Must lie between ${formatNumber(problem.least)} and ${formatNumber(problem.most)}.`;
    case "ends_before_it_starts":
      return "Lies before the beginning.";
    case "ends_and_renews":
      return "A contract that ends does not renew. Leave the months empty or choose that it renews.";
    case "nothing_agreed":
      return "Nothing was agreed, so there is no day of it.";
    case "implausible_day":
      return "Not a plausible day. Look at the year.";
    case "no_email":
      return "Not an e-mail address.";
    case "no_phone":
      return "Not a telephone number.";
    case "no_currency":
      return "Needs a currency of three letters, e.g. EUR.";
    case "proof_missing":
      return "A document must prove it. Choose one that is filed with this vendor.";
    case "proof_or_words_missing":
      return "Choose the document that proves it, or write what the vendor said and when.";
    case "before_the_period_ends":
      return "A report follows its period. Choose a day after the period ends.";
    case "rank_too_low":
      return `Does not stand high enough for this. Needed: at least ${rank[problem.needed]}.`;
    case "same_person":
      return "Who asks for it cannot grant it. Choose somebody else.";
    case "too_late":
      return `Later than the policy allows. The last day: ${formatDay(problem.latest)}`;
    case "too_early":
      return `The first day of which the workspace knows is ${formatDay(problem.earliest)}.`;
    case "never_acceptable":
      return "Nobody may accept this. It has to be resolved.";
    case "nothing_to_accept":
      return "The rule is met or does not apply: there is nothing to accept.";
    case "outdated":
      return "Somebody has saved another version meanwhile. Look at it, then change it again.";
    case "settings_wrong":
      return "Some settings do not hold together.";
    case "nothing_changed":
      return "Nothing differs from what is in force.";
    case "name_taken":
      return "Another one is called so. Choose another name.";
    case "still_used":
      return "It still meets what vendors expect. Take it off there first.";
    case "in_the_future":
      return "Lies in the future. Choose today or an earlier day.";
    case "not_assessed":
      return "Nobody has judged how grave it is. Assess it first.";
    case "second_person_closes":
      return "A critical or high exception is closed by somebody else than who verified it. Choose who acts.";
    case "touches_us":
      return "It touches us directly, so it applies.";
    case "not_tested_clean":
      return "No later report tests this control without exception.";
    case "several_vendors":
      return "These belong to several vendors. Choose those of one.";
    case "is_copy":
      return "This is a copy of a signed packet. Take it off the packet first.";
    case "filed_as_evidence":
      return "This is filed as evidence. Put it back into the inbox first.";
  }
}

export function failureText(failure: Failure): FailureText {
  switch (failure.code) {
    case "invalid":
      return { title: `${fieldName(failure.field)}: ${problemText(failure.problem)}`, hint: null };
    case "denied":
      return { title: `${failure.person} may not ${abilityText(failure.ability)}`, hint: "Settings shows who may; choose there who acts." };
    case "not_found":
      return { title: missing[failure.what] ?? "What was asked for is not there", hint: null };
    case "vendor_exists":
      return { title: `The register has this vendor already: ${failure.name}`, hint: null };
    case "not_now":
      return { title: `The vendor's stage does not allow this: ${failure.stage.replaceAll("_", " ")}`, hint: null };
    case "not_ready":
      return { title: "Something is missing for this step", hint: `${failure.missing.map(gapText).join(". ")}.` };
    case "review_not_now":
      return failure.state === "finished" ? { title: "This review is finished and never changes", hint: "Correct it by a new review, which starts from its answers." } : failure.state === "signed" ? { title: "This review is signed", hint: "Take the signature back to change an answer." } : { title: "This review is not signed yet", hint: "Its reviewer signs first." };
    case "finding_not_now":
      return { title: `This exception does not allow the step, it is: ${failure.status.replaceAll("_", " ")}`, hint: "Look at it again: somebody may have moved it on." };
    case "unanswered":
      return { title: `Not answered yet: ${failure.questions.join(", ")}`, hint: "Each needs an answer and how it is judged before the review is signed." };
    case "no_workspace":
      return { title: "No workspace is open", hint: "Open or create one first." };
    case "passphrase_needed":
      return { title: "This workspace is protected", hint: "Enter its passphrase to open it." };
    case "passphrase_wrong":
      return { title: "The passphrase does not fit", hint: "Capital and small letters and spaces count. If you are sure of it, the beginning of the file may be damaged: open a copy from your backup." };
    case "not_a_workspace":
      return { title: "This file is not a Countersign workspace", hint: "Choose a file that ends in .countersign." };
    case "newer_workspace":
      return { title: `A newer version of Countersign made this workspace, its form: ${failure.found}`, hint: `This version knows forms up to ${failure.known}. Install the newer version; the file was not touched.` };
    case "damaged_workspace":
      return { title: "The workspace is too damaged to be opened", hint: "Open a copy from your backup. The file was not touched." };
    case "file_exists":
      return { title: "A file of that name is there already", hint: "Choose another name; nothing is overwritten." };
    case "read_only":
      return { title: "The workspace cannot be changed now", hint: "The bar at the top says why." };
    case "disk_full":
      return { title: "The disk is full, nothing was saved", hint: "Free some space and try again." };
    case "inaccessible":
      return { title: "The file or folder cannot be read or written", hint: "Look at its permissions, or choose another place." };
    case "no_mail_program":
      return { title: "No mail program answers", hint: "Copy the letter and the address instead." };
    case "no_table":
      return noTableText(failure.reason);
    case "no_logo":
      return { title: noLogoText[failure.reason], hint: "The logo is as it was. Choose a PNG of at most 4 MB and 6,000 pixels of a side, dark enough for white paper." };
    case "preview_outdated":
      return { title: "The register has changed since the preview", hint: "Nothing was imported. Go back one step and look at the preview again." };
    case "not_appendable":
      return { title: `${failure.label} cannot be appended to the packet`, hint: notAppendable(failure.reason) };
    case "undrawable":
      return { title: "This page cannot be drawn", hint: "Its text can still be searched. Save the original to look at it in another program." };
    case "cancelled":
      return { title: "Cancelled", hint: null };
    case "bad_request":
      return { title: `The window and the program do not fit together: ${failure.message}`, hint: "Start Countersign again; install it anew if this stays." };
    case "unexpected":
      return { title: "Something went wrong that nobody expected", hint: `Nothing was saved. The log has the details under: ${failure.report}` };
  }
}

function fieldName(field: string): string {
  const words = field.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The sentence for a field, where the failure is about that field. */
export function fieldError(failure: Failure | null | undefined, field: string): string | undefined {
  return failure?.code === "invalid" && failure.field === field ? problemText(failure.problem) : undefined;
}

/** For `useWrite`: failures that stand at one of these fields. */
export function atFields(...fields: string[]): (failure: Failure) => boolean {
  return (failure) => failure.code === "invalid" && fields.includes(failure.field);
}
