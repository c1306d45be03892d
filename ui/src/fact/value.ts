import type { FactForm, FactValue } from "../contract/generated";
import { formatDay } from "../shared/format/dates";
import { choiceLabel } from "./words";

/** A value as it is read on screen. */
export function valueText(key: string, value: FactValue): string {
  switch (value.form) {
    case "text":
      return value.text;
    case "date":
      return formatDay(value.date);
    case "number":
      return String(value.number);
    case "choice":
      return choiceLabel(key, value.choice);
    case "choices":
      return value.choices.map((choice) => choiceLabel(key, choice)).join(", ");
    default:
      return value satisfies never;
  }
}

/** What stands in the editor of a value. */
export interface Entry {
  readonly text: string;
  readonly date: string | null;
  readonly choice: string | null;
  readonly choices: string[];
}

/** Opens the editor with what holds now. */
export function entryOf(value: FactValue | null): Entry {
  return {
    text: value?.form === "text" ? value.text : value?.form === "number" ? String(value.number) : "",
    date: value?.form === "date" ? value.date : null,
    choice: value?.form === "choice" ? value.choice : null,
    choices: value?.form === "choices" ? value.choices : [],
  };
}

/** The value that was entered; `null` where nothing was, as there is no empty value to send. */
export function valueOf(form: FactForm, entry: Entry): FactValue | null {
  switch (form.form) {
    case "text":
    case "long_text":
      return entry.text.trim() === "" ? null : { form: "text", text: entry.text.trim() };
    case "number":
      return /^\d+$/.test(entry.text.trim()) ? { form: "number", number: Number(entry.text.trim()) } : null;
    case "date":
      return entry.date === null ? null : { form: "date", date: entry.date };
    case "choice":
      return entry.choice === null ? null : { form: "choice", choice: entry.choice };
    case "choices":
      // In the order of the form, so that the same choice always gives the same value.
      return entry.choices.length === 0 ? null : { form: "choices", choices: form.choices.filter((choice) => entry.choices.includes(choice)) };
    default:
      return form satisfies never;
  }
}

/** Whether two values say the same. */
export function sameValue(a: FactValue | null, b: FactValue | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
