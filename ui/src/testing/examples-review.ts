// Examples of reviews, to be changed where a test cares. Companies and people are invented.
import type { QuestionView, ReviewRow, ReviewView } from "../contract/generated";

export function askedQuestion(change: Partial<QuestionView> = {}): QuestionView {
  return {
    id: "A1", step: "intake", question: "Which document is it?", kind: "choice", choices: ["SOC 2", "SOC 3"], look_at: "Title page", pass: "Matches the tier", warn: "SOC 3 instead", fail: "A badge only", applies: true,
    why: "As the report names itself", suggested: null, suggested_result: null, citations: [], facts: [], list: null, rules: [], answer: null, ...change,
  };
}

export function reviewRow(change: Partial<ReviewRow> = {}): ReviewRow {
  return { id: "r-1", number: 1, state: "open", corrects: null, reason: null, started_by: "Mara Lindqvist", started_at: "2026-03-16T09:00:00Z", signed: null, second_read: null, finished_at: null, frozen_sha256: null, verdict: null, ...change };
}

export function reviewView(change: Partial<ReviewView> = {}): ReviewView {
  const questions = change.questions ?? [askedQuestion()];
  return {
    row: reviewRow(), vendor: "v-1", vendor_name: "Marrowstone Data", tier: "critical", policy_version: 1, as_of: "2026-03-17", needs_second_reader: true, may_read_again: false, services: [], documents: [],
    steps: [{ step: "intake", title: "Intake", letter: "A", questions: questions.length, done: 0, worst: null }], questions, buyers: [], not_proved: [], verdict: "accept_with_conditions", because: [], open: questions.map(({ id }) => id), holds_until: null, ...change,
  };
}
