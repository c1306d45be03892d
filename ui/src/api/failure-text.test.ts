import { describe, expect, it } from "vitest";
import type { Failure, Problem } from "../contract/generated";
import { atFields, failureText, fieldError, problemText } from "./failure-text";

// One of each; a new code does not compile until it stands here.
const failures: { [Code in Failure["code"]]: Extract<Failure, { code: Code }> } = {
  invalid: { code: "invalid", field: "tier_reason", problem: { problem: "reason_missing" } },
  denied: { code: "denied", ability: "decide", person: "Ida Holm" },
  not_found: { code: "not_found", what: "vendor" },
  vendor_exists: { code: "vendor_exists", vendor: "v-1", name: "Marrowstone Data" },
  not_now: { code: "not_now", stage: "decision_pending" },
  not_ready: { code: "not_ready", missing: [{ gap: "owner", item: null, name: null, from: null }] },
  review_not_now: { code: "review_not_now", state: "signed" },
  finding_not_now: { code: "finding_not_now", status: "closed" },
  unanswered: { code: "unanswered", questions: ["A1", "B5"] },
  no_workspace: { code: "no_workspace" },
  passphrase_needed: { code: "passphrase_needed" },
  passphrase_wrong: { code: "passphrase_wrong" },
  not_a_workspace: { code: "not_a_workspace" },
  newer_workspace: { code: "newer_workspace", found: 4, known: 2 },
  damaged_workspace: { code: "damaged_workspace" },
  file_exists: { code: "file_exists" },
  read_only: { code: "read_only" },
  disk_full: { code: "disk_full" },
  inaccessible: { code: "inaccessible" },
  no_mail_program: { code: "no_mail_program" },
  no_table: { code: "no_table", reason: { why: "not_a_table" } },
  preview_outdated: { code: "preview_outdated" },
  no_logo: { code: "no_logo", reason: "not_png" },
  not_appendable: { code: "not_appendable", label: "D2", reason: "password" },
  undrawable: { code: "undrawable" },
  cancelled: { code: "cancelled" },
  bad_request: { code: "bad_request", message: "unknown command" },
  unexpected: { code: "unexpected", report: "9f3c2a11" },
};

const problems: { [Name in Problem["problem"]]: Extract<Problem, { problem: Name }> } = {
  empty: { problem: "empty" },
  too_long: { problem: "too_long", limit: 200 },
  too_short: { problem: "too_short", limit: 8 },
  control_character: { problem: "control_character" },
  wrong_form: { problem: "wrong_form" },
  in_the_past: { problem: "in_the_past" },
  condition_missing: { problem: "condition_missing" },
  condition_not_allowed: { problem: "condition_not_allowed" },
  signer_missing: { problem: "signer_missing" },
  reviewer_reads_again: { problem: "reviewer_reads_again" },
  second_reader_missing: { problem: "second_reader_missing" },
  requester_alone: { problem: "requester_alone" },
  two_people_needed: { problem: "two_people_needed" },
  not_to_sign: { problem: "not_to_sign" },
  approval_waits: { problem: "approval_waits" },
  already_done: { problem: "already_done" },
  not_assessed: { problem: "not_assessed" },
  second_person_closes: { problem: "second_person_closes" },
  touches_us: { problem: "touches_us" },
  not_tested_clean: { problem: "not_tested_clean" },
  several_vendors: { problem: "several_vendors" },
  is_copy: { problem: "is_copy" },
  filed_as_evidence: { problem: "filed_as_evidence" },
  last_administrator: { problem: "last_administrator" },
  rank_too_low: { problem: "rank_too_low", needed: "executive" },
  same_person: { problem: "same_person" },
  too_early: { problem: "too_early", earliest: "2026-03-13" },
  too_late: { problem: "too_late", latest: "2026-09-13" },
  never_acceptable: { problem: "never_acceptable" },
  nothing_to_accept: { problem: "nothing_to_accept" },
  outdated: { problem: "outdated" },
  settings_wrong: { problem: "settings_wrong" },
  nothing_changed: { problem: "nothing_changed" },
  name_taken: { problem: "name_taken" },
  still_used: { problem: "still_used" },
  in_the_future: { problem: "in_the_future" },
  reason_missing: { problem: "reason_missing" },
  out_of_range: { problem: "out_of_range", least: 0, most: 1095 },
  ends_before_it_starts: { problem: "ends_before_it_starts" },
  ends_and_renews: { problem: "ends_and_renews" },
  nothing_agreed: { problem: "nothing_agreed" },
  implausible_day: { problem: "implausible_day" },
  no_email: { problem: "no_email" },
  no_phone: { problem: "no_phone" },
  no_currency: { problem: "no_currency" },
  proof_missing: { problem: "proof_missing" },
  proof_or_words_missing: { problem: "proof_or_words_missing" },
  before_the_period_ends: { problem: "before_the_period_ends" },
};

const sentences = [...Object.values(failures).flatMap((failure) => Object.values(failureText(failure))), ...Object.values(problems).map(problemText)].filter((text) => text !== null);

describe("sentences of failures", () => {
  it("are sentence case and never name a code", () => {
    const wrong = sentences.filter((text) => !/^[A-Z]/.test(text) || /_|undefined|null|error/i.test(text));
    expect(wrong).toEqual([]);
  });
  it("do not blame", () => expect(sentences.filter((text) => /\b(you must|invalid|illegal|forbidden|failed|oops|sorry)\b/i.test(text))).toEqual([]));
  it("tell who may not do what", () => expect(failureText(failures.denied).title).toBe("Ida Holm may not record decisions and make packets"));
  it("give the report's id where nobody expected it", () => expect(failureText(failures.unexpected).hint).toContain("9f3c2a11"));
  it("survive something missing that has no name yet", () => expect(failureText({ code: "not_found", what: "comet" }).title).toBe("What was asked for is not there"));
});

describe("a failure about a field", () => {
  it("stands at that field only", () => {
    expect(fieldError(failures.invalid, "tier_reason")).toBe("Needs a reason.");
    expect(fieldError(failures.invalid, "name")).toBeUndefined();
    expect(fieldError(failures.read_only, "tier_reason")).toBeUndefined();
  });
  it("is handled where its field is shown", () => {
    const handles = atFields("name", "tier_reason");
    expect([handles(failures.invalid), handles({ ...failures.invalid, field: "owner" }), handles(failures.read_only)]).toEqual([true, false, false]);
  });
});
