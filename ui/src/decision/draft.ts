import type { ConditionDraft, DecisionDraft, DecisionSheet, OutcomeName, RecordDecision } from "../contract/generated";

/** What stands in the form when it opens: what was typed before, else what is proposed. */
export function openingDraft(sheet: DecisionSheet): DecisionDraft {
  return sheet.draft ?? { outcome: null, reason: "", conditions: [...sheet.proposed], signers: [...sheet.signers], next_review: sheet.next_review, residual_level: sheet.residual?.level ?? null, residual_words: sheet.residual?.words ?? "" };
}

/** An empty condition. */
export const emptyCondition: ConditionDraft = { what: "", owner: null, due: null, before_go_live: false, rule: null, finding: null };

/** Errors by the name of their field: `reason`, `outcome`, `signers`, `conditions.0.owner`. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What is sent, or the fields that are empty still. A form cannot send a day or a person that nobody chose. */
export type Ready = { readonly ready: true; readonly input: RecordDecision } | { readonly ready: false; readonly errors: FieldErrors };

/** Whether nothing was typed into a condition. */
export function isBlank(condition: ConditionDraft): boolean {
  return condition.what.trim() === "" && condition.owner === null && condition.due === null;
}

/** Whether nobody looks at the vendor again. */
export function isLeft(outcome: OutcomeName | null): boolean {
  return outcome === "rejected" || outcome === "withdrawn";
}

/** Makes what is sent of what is typed; conditions that are still blank are left out. */
export function toRecord(vendor: string, draft: DecisionDraft): Ready {
  const errors: Record<string, string> = {};
  if (draft.outcome === null) errors["outcome"] = "Choose what is decided.";
  const conditions = draft.conditions.flatMap((condition, index) => {
    if (isBlank(condition)) return [];
    const { what, owner, due, before_go_live, rule, finding } = condition;
    if (what.trim() === "") errors[`conditions.${index}.what`] = "Say what must be done.";
    if (owner === null) errors[`conditions.${index}.owner`] = "Choose who answers for it.";
    if (due === null) errors[`conditions.${index}.due`] = "Choose by when.";
    return owner !== null && due !== null ? [{ what, owner, due, before_go_live, rule, finding }] : [];
  });
  const words = draft.residual_words.trim();
  if (draft.residual_level !== null && words === "") errors["residual"] = "Say what can still happen.";
  if (draft.residual_level === null && words !== "") errors["residual"] = "Say how much risk stays.";
  if (draft.outcome === null || Object.keys(errors).length > 0) return { ready: false, errors };
  return {
    ready: true,
    input: { vendor, outcome: draft.outcome, reason: draft.reason, conditions, signers: [...draft.signers], next_review: isLeft(draft.outcome) ? null : draft.next_review, residual: draft.residual_level === null ? null : { level: draft.residual_level, words } },
  };
}

/** Moves an item of a list by one place; stays at the ends. */
export function moved<T>(list: readonly T[], index: number, step: 1 | -1): T[] {
  const to = index + step;
  const item = list[index];
  if (item === undefined || to < 0 || to >= list.length) return [...list];
  const without = list.filter((_, each) => each !== index);
  return [...without.slice(0, to), item, ...without.slice(to)];
}
