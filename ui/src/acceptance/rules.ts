import type { EvaluationView, RuleView } from "../contract/generated";

export interface RuleGroup {
  title: string;
  rules: readonly RuleView[];
}

/** Whether nothing answers what the rule finds. */
export function isOpen(rule: RuleView): boolean {
  return rule.standing.by === "open";
}

/** What decides first, then what is open, then what is answered, then what is met; what does not apply comes last. */
export function ruleGroups(evaluation: Pick<EvaluationView, "rules" | "deciding">): readonly RuleGroup[] {
  const rest = evaluation.rules.filter((rule) => !evaluation.deciding.includes(rule.code));
  const groups: RuleGroup[] = [
    { title: "Decides the verdict", rules: evaluation.rules.filter((rule) => evaluation.deciding.includes(rule.code)) },
    { title: "Open besides", rules: rest.filter(isOpen) },
    { title: "Answered", rules: rest.filter((rule) => !isOpen(rule) && rule.standing.by !== "met") },
    { title: "Met", rules: rest.filter((rule) => rule.outcome === "pass") },
    { title: "Does not apply", rules: rest.filter((rule) => rule.outcome === "not_applicable") },
  ];
  return groups.filter(({ rules }) => rules.length > 0);
}
