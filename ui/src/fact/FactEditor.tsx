import { Button, Checkbox, Group, NumberInput, Radio, Select, Textarea, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { type FormEvent, type ReactNode, useEffect, useState } from "react";
import { useRead } from "../api";
import type { FactDraft, FactForm, FactValue, FactView } from "../contract/generated";
import { useFactDraft } from "./useFactDraft";
import { type Entry, entryOf, valueOf } from "./value";
import { choiceHint, choiceLabel, factLabel } from "./words";
import classes from "./FactEditor.module.css";

export interface FactEditorProps {
  document: string;
  fact: FactView;
  /** What the application said was wrong with the last value. */
  error: string | undefined;
  busy: boolean;
  /** Where it was seen. */
  children?: ReactNode;
  onSave: (value: FactValue, reason: string | null) => void;
  onCancel: () => void;
}

/** Enters what is right in place of what was read. It opens with what was typed before and not recorded. */
export function FactEditor(props: FactEditorProps) {
  const draft = useRead("fact_draft", { document: props.document, key: props.fact.key }, { forget: true });
  return draft.isPending ? null : <Editor {...props} draft={draft.data ?? null} />;
}

function Editor({ document, fact, error, busy, children, onSave, onCancel, draft }: FactEditorProps & { draft: FactDraft | null }) {
  const [typed, setTyped] = useState<FactDraft>(() => draft ?? { ...entryOf(fact.value ?? fact.read ?? fact.proposed?.value ?? null), reason: "" });
  const [touched, setTouched] = useState(false);
  const [empty, setEmpty] = useState(false);
  const { keep, settle, discard } = useFactDraft(document, fact.key);
  const value = valueOf(fact.form, typed);
  const reason = typed.reason.trim();

  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!value) return setEmpty(true);
    settle();
    onSave(value, reason === "" ? null : reason);
  };
  const change = (part: Partial<FactDraft>): void => {
    const next = { ...typed, ...part };
    setEmpty(false);
    setTouched(true);
    setTyped(next);
    keep(next);
  };
  const cancel = (): void => {
    if (touched || draft) discard();
    onCancel();
  };
  // Not recorded: what is typed is worth keeping again.
  useEffect(() => {
    if (error) keep(typed);
    // Only the failure asks for it; every change keeps itself.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [error]);

  return (
    // Keys of the whole editor: Esc leaves it, Ctrl+Enter saves from a field of several lines too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={classes.editor}
      aria-label={`Correct: ${factLabel(fact.key)}`}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          cancel();
        }
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save(event);
      }}
    >
      <EntryField fact={fact} entry={typed} error={empty ? "Enter a value, or cancel." : error} onChange={change} />
      {children}
      <TextInput label="Why" placeholder="optional: where you saw it, who said so" value={typed.reason} onChange={(event) => change({ reason: event.currentTarget.value })} />
      <Group gap="sm" className={classes.buttons}>
        <Button type="submit" variant="filled" loading={busy}>
          Save correction
        </Button>
        <Button variant="subtle" onClick={cancel}>
          Cancel
        </Button>
        <span className={classes.kept}>What was read stays on record.</span>
      </Group>
    </form>
  );
}

interface EntryFieldProps {
  fact: FactView;
  entry: Entry;
  error: string | undefined;
  onChange: (part: Partial<Entry>) => void;
}

/** More choices than this are offered as a list that can be searched. */
const manyChoices = 6;

function EntryField({ fact, entry, error, onChange }: EntryFieldProps) {
  const form: FactForm = fact.form;
  const common = { label: factLabel(fact.key), error, "data-autofocus": true, autoFocus: true } as const;
  switch (form.form) {
    case "text":
      return <TextInput {...common} value={entry.text} onChange={(event) => onChange({ text: event.currentTarget.value })} />;
    case "long_text":
      return <Textarea {...common} autosize minRows={3} maxRows={10} value={entry.text} onChange={(event) => onChange({ text: event.currentTarget.value })} />;
    case "number":
      return <NumberInput {...common} min={0} allowDecimal={false} allowNegative={false} value={entry.text} onChange={(number) => onChange({ text: String(number) })} />;
    case "date":
      return <DateInput {...common} placeholder="31 Dec 2025" clearable clearButtonProps={{ "aria-label": "Clear" }} value={entry.date} onChange={(date) => onChange({ date })} />;
    case "choice":
      return form.choices.length > manyChoices ? (
        <Select
          {...common}
          searchable
          data={form.choices.map((choice) => ({ value: choice, label: choiceLabel(fact.key, choice) }))}
          value={entry.choice}
          onChange={(choice) => onChange({ choice })}
        />
      ) : (
        <Radio.Group label={common.label} error={error} value={entry.choice} onChange={(choice) => onChange({ choice })}>
          <div className={classes.choices}>
            {form.choices.map((choice, index) => (
              <Radio key={choice} size="xs" autoFocus={entry.choice === choice || (entry.choice === null && index === 0)} value={choice} label={choiceLabel(fact.key, choice)} description={choiceHint(fact.key, choice)} />
            ))}
          </div>
        </Radio.Group>
      );
    case "choices":
      return (
        <Checkbox.Group label={common.label} description={fact.proposed?.why} error={error} value={[...entry.choices]} onChange={(choices) => onChange({ choices })}>
          <div className={classes.choices}>
            {form.choices.map((choice, index) => (
              <Checkbox key={choice} autoFocus={index === 0} value={choice} label={choiceLabel(fact.key, choice)} />
            ))}
          </div>
        </Checkbox.Group>
      );
    default:
      return form satisfies never;
  }
}
