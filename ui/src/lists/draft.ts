import type { EntryFieldName, EntryFields, EntryView } from "../contract/generated";

/** What stands in the editor of an entry: everything as it is typed. */
export interface EntryDraft {
  readonly text: string;
  readonly id: string;
  readonly criteria: string;
  readonly control: string;
  readonly tests: string;
  readonly results: string;
  readonly outcome: EntryFields["outcome"];
  readonly tested: string;
  readonly deviating: string;
  readonly response: string;
  readonly subservice: string;
  readonly services: string;
  readonly method: EntryFields["method"];
  readonly answer: string;
  readonly comment: string;
}

/** Opens the editor with what is shown. */
export function draftOf(entry: Pick<EntryView, "fields"> | null): EntryDraft {
  const fields = entry?.fields;
  return {
    text: fields?.text ?? "",
    id: fields?.id ?? "",
    criteria: fields?.criteria.join(", ") ?? "",
    control: fields?.control ?? "",
    tests: fields?.tests.join("\n\n") ?? "",
    results: fields?.results.join("\n\n") ?? "",
    outcome: fields?.outcome ?? null,
    tested: fields?.sample ? String(fields.sample.tested) : "",
    deviating: fields?.sample ? String(fields.sample.deviating) : "",
    response: fields?.response ?? "",
    subservice: fields?.subservice ?? "",
    services: fields?.services ?? "",
    method: fields?.method ?? null,
    answer: fields?.answer ?? "",
    comment: fields?.comment ?? "",
  };
}

const line = (text: string): string | null => (text.trim() === "" ? null : text.trim());
const paragraphs = (text: string): string[] => text.split(/\n\s*\n/).map((one) => one.trim()).filter(Boolean);

/** What was entered, or the field that is not filled in right. */
export function fieldsOf(draft: EntryDraft, has: readonly EntryFieldName[]): { fields: EntryFields } | { wrong: "text" | "sample" } {
  const text = line(draft.text);
  if (text === null) return { wrong: "text" };
  const sampled = has.includes("sample") && (line(draft.tested) !== null || line(draft.deviating) !== null);
  const [tested, deviating] = [Number(draft.tested), Number(draft.deviating)];
  if (sampled && !(Number.isInteger(tested) && Number.isInteger(deviating) && tested > 0 && deviating >= 0 && deviating <= tested)) return { wrong: "sample" };
  return {
    fields: {
      text,
      id: line(draft.id),
      criteria: draft.criteria.split(/[,;\n]/).map((one) => one.trim()).filter(Boolean),
      control: line(draft.control),
      tests: paragraphs(draft.tests),
      results: paragraphs(draft.results),
      outcome: draft.outcome,
      sample: sampled ? { tested, deviating } : null,
      response: line(draft.response),
      subservice: line(draft.subservice),
      services: line(draft.services),
      method: draft.method,
      answer: line(draft.answer),
      comment: line(draft.comment),
    },
  };
}
