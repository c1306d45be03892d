import { Button, Group, NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import type { EntryFieldName, EntryFields, EntryView, MethodName, TestOutcomeName } from "../contract/generated";
import { draftOf, type EntryDraft, fieldsOf } from "./draft";
import classes from "./EntryEditor.module.css";
import { fieldLabels, listWords, methods, outcomeOrder, outcomes, textLabel } from "./words";

interface EntryEditorProps {
  list: string;
  has: readonly EntryFieldName[];
  /** The entry that is corrected; `null` to add one. */
  entry: EntryView | null;
  /** What stands in the text before anything is typed: the words that were marked. */
  words: string;
  /** Whether it is known where it stands: what is added stands somewhere too. */
  placed: boolean;
  /** What the application said was wrong. */
  error: string | undefined;
  busy: boolean;
  /** Where it was seen. */
  children: ReactNode;
  onSave: (fields: EntryFields, reason: string | null) => void;
  onCancel: () => void;
}

/** Enters what an entry says, in place of what was read or beside it. */
export function EntryEditor({ list, has, entry, words, placed, error, busy, children, onSave, onCancel }: EntryEditorProps) {
  const [draft, setDraft] = useState<EntryDraft>(() => draftOf(entry));
  const [typed, setTyped] = useState(entry !== null);
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<"text" | "sample" | "place" | null>(null);
  const shown = typed ? draft : { ...draft, text: words };
  const change = (part: Partial<EntryDraft>): void => {
    setWrong(null);
    setDraft({ ...shown, ...part });
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    const entered = fieldsOf(shown, has);
    if ("wrong" in entered) setWrong(entered.wrong);
    else if (!placed) setWrong("place");
    else onSave(entered.fields, reason.trim() === "" ? null : reason.trim());
  };
  const name = entry ? `Correct: ${listWords(list).one}` : `Add: ${listWords(list).one}`;

  return (
    // Keys of the whole editor: Esc leaves it, Ctrl+Enter saves from a field of several lines too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={classes.editor}
      aria-label={name}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          onCancel();
        }
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save(event);
      }}
    >
      {children}
      {wrong === "place" && !placed && <p className={classes.error} role="alert">Mark on the page where it stands.</p>}
      <Textarea
        label={textLabel(list)}
        autosize
        minRows={1}
        maxRows={6}
        autoFocus={entry !== null}
        value={shown.text}
        error={wrong === "text" ? "Enter what it says, or mark the words on the page." : undefined}
        onChange={(event) => {
          setTyped(true);
          change({ text: event.currentTarget.value });
        }}
      />
      {has.map((field) => (
        <Field key={field} field={field} draft={shown} wrong={wrong === "sample"} onChange={change} />
      ))}
      <TextInput label="Why" placeholder="optional" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      {error && <p className={classes.error} role="alert">{error}</p>}
      <Group gap="sm" className={classes.buttons}>
        <Button type="submit" variant="filled" loading={busy}>
          {entry ? "Save correction" : "Add"}
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
        {entry && <span className={classes.kept}>What was read stays on record.</span>}
      </Group>
    </form>
  );
}

interface FieldProps {
  field: EntryFieldName;
  draft: EntryDraft;
  wrong: boolean;
  onChange: (part: Partial<EntryDraft>) => void;
}

function Field({ field, draft, wrong, onChange }: FieldProps) {
  const label = fieldLabels[field];
  switch (field) {
    case "outcome":
      return <Select className={classes.half} label={label} data={outcomeOrder.map((value) => ({ value, label: outcomes[value].label }))} value={draft.outcome} onChange={(value) => onChange({ outcome: value as TestOutcomeName | null })} />;
    case "method":
      return <Select className={classes.half} label={label} clearable data={Object.entries(methods).map(([value, text]) => ({ value, label: text }))} value={draft.method} onChange={(value) => onChange({ method: value as MethodName | null })} />;
    case "sample":
      return (
        <div className={classes.pair}>
          <NumberInput label="Deviating" min={0} allowDecimal={false} value={draft.deviating} error={wrong ? "At most as many as were tested." : undefined} onChange={(value) => onChange({ deviating: String(value) })} />
          <NumberInput label="of tested" min={1} allowDecimal={false} value={draft.tested} onChange={(value) => onChange({ tested: String(value) })} />
        </div>
      );
    case "criteria":
      return <TextInput className={classes.half} label={label} placeholder="CC6.1, CC6.2" value={draft.criteria} onChange={(event) => onChange({ criteria: event.currentTarget.value })} />;
    case "tests":
    case "results":
    case "control":
    case "response":
    case "comment":
      return <Textarea label={label} autosize minRows={1} maxRows={5} value={draft[field]} onChange={(event) => onChange({ [field]: event.currentTarget.value })} />;
    case "id":
    case "subservice":
    case "services":
    case "answer":
      return <TextInput className={classes.half} label={label} value={draft[field]} onChange={(event) => onChange({ [field]: event.currentTarget.value })} />;
    default:
      return field satisfies never;
  }
}
