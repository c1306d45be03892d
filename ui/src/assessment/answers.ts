import type { AnswerInput, QuestionView, RuleOutcomeName } from "../contract/generated";

/** What stands in the fields of a question before anything is typed. */
export function openingAnswer(question: QuestionView): AnswerInput {
  const { answer } = question;
  if (answer) return { value: answer.value, result: answer.result, note: answer.note, citations: [...answer.citations] };
  return { value: "", result: null, note: "", citations: [...question.citations] };
}

/** The suggestion as an answer; null where nothing, or not how it is judged, is suggested. */
export function suggestedAnswer(question: QuestionView, note: string): AnswerInput | null {
  const { suggested, suggested_result: result } = question;
  if (suggested === null || result === null) return null;
  return { value: suggested, result, note, citations: [...question.citations] };
}

/** Whether an answer says anything. */
export function isBlank(answer: AnswerInput): boolean {
  return answer.value.trim() === "" && answer.result === null && answer.note.trim() === "";
}

/** The choices that are taken. */
export function taken(value: string): string[] {
  return value.split(",").map((part) => part.trim()).filter((part) => part !== "");
}

/** Takes a choice or leaves it; of several choices each stands after a comma, in the order in which they are offered. */
export function toggled(value: string, choice: string, offered: readonly string[]): string {
  const now = taken(value);
  const next = now.includes(choice) ? now.filter((part) => part !== choice) : [...now, choice];
  return offered.filter((part) => next.includes(part)).join(", ");
}

/** The question that is open next after this one, from the top again at the end. */
export function nextOpen(questions: readonly QuestionView[], from: string, open: readonly string[]): string | null {
  const at = questions.findIndex((question) => question.id === from);
  const round = [...questions.slice(at + 1), ...questions.slice(0, at)];
  return round.find((question) => open.includes(question.id))?.id ?? null;
}

/** The question one step on among those that apply; stays at the ends. */
export function neighbour(questions: readonly QuestionView[], from: string, step: 1 | -1): string {
  const shown = questions.filter((question) => question.applies || question.id === from);
  const at = shown.findIndex((question) => question.id === from);
  return shown[Math.min(shown.length - 1, Math.max(0, at + step))]?.id ?? from;
}

/** How many answers there are of each kind, and how many questions are open. */
export function tally(questions: readonly QuestionView[], open: readonly string[]): Record<"pass" | "warn" | "fail" | "open", number> {
  const of = (...results: RuleOutcomeName[]): number => questions.filter(({ applies, answer }) => applies && answer?.done === true && answer.result !== null && results.includes(answer.result)).length;
  return { pass: of("pass", "not_applicable"), warn: of("warn", "missing"), fail: of("fail"), open: open.length };
}
