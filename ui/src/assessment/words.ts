import type { QuestionView, ReviewState, RuleOutcomeName } from "../contract/generated";
import type { TermKey } from "../fact/glossary";
import type { State } from "../shared";

/** How an answer is judged, in the order of the keys 1 to 5. */
export const resultOrder: readonly RuleOutcomeName[] = ["pass", "warn", "fail", "missing", "not_applicable"];

export const resultLabel: Readonly<Record<RuleOutcomeName, string>> = { pass: "Pass", warn: "Warn", fail: "Fail", missing: "Not known", not_applicable: "Does not apply" };

export const resultState: Readonly<Record<RuleOutcomeName, State | null>> = { pass: "pass", warn: "warn", fail: "fail", missing: "unknown", not_applicable: null };

export const stateLabel: Readonly<Record<ReviewState, string>> = { open: "Being answered", signed: "Signed by its reviewer", finished: "Finished" };

/** The term that explains what a question is about, where there is one. */
export function termOfQuestion(question: QuestionView): TermKey | null {
  return terms[question.id] ?? steps[question.step] ?? null;
}

const terms: Readonly<Record<string, TermKey>> = {
  A1: "kind", A5: "service_organization", A6: "auditor_firm", A7: "peer_review", B1: "system_name", B3: "trust_services_categories", C1: "report_type", C2: "period_start", C4: "report_date", C5: "period_end", C6: "bridge_letter", D1: "opinion", D2: "opinion_basis",
};

const steps: Readonly<Record<string, TermKey>> = { exceptions: "exception", cuecs: "cuec", subservice: "subservice", reliability: "reliability" };
