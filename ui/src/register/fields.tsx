// Fields of the register's editors. An empty field is an answer that is not given yet.
import { Input, MultiSelect, NumberInput, SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import type { ReactNode } from "react";
import type { LastDonePart } from "../contract/generated";
import { TermHelp } from "../fact/TermHelp";
import type { TermKey } from "../fact/glossary";
import classes from "./register.module.css";
import { choices } from "./words";

interface Common {
  label: string;
  /** The term that explains it. */
  term?: TermKey;
  description?: string;
  error?: string | undefined;
}

function labelled({ label, term }: Common): ReactNode {
  return term ? (
    <>
      {label} <TermHelp term={term} />
    </>
  ) : (
    label
  );
}

const common = ({ description, error, ...rest }: Common) => ({ label: labelled({ ...rest }), description, error, "aria-label": rest.term ? rest.label : undefined });

/** One line; empty is not answered. */
export function LineField({ value, onChange, required, ...rest }: Common & { value: string | null; required?: boolean; onChange: (value: string | null) => void }) {
  return <TextInput {...common(rest)} required={required ?? false} value={value ?? ""} onChange={(event) => onChange(event.currentTarget.value || null)} />;
}

/** Several lines. */
export function TextField({ value, onChange, ...rest }: Common & { value: string | null; onChange: (value: string | null) => void }) {
  return <Textarea {...common(rest)} autosize minRows={2} maxRows={6} value={value ?? ""} onChange={(event) => onChange(event.currentTarget.value || null)} />;
}

/** A list, one on a line. */
export function LinesField({ value, onChange, ...rest }: Common & { value: readonly string[] | null; onChange: (value: string[] | null) => void }) {
  return <Textarea {...common({ description: "One on a line", ...rest })} autosize minRows={1} maxRows={6} value={(value ?? []).join("\n")} onChange={({ currentTarget }) => onChange(currentTarget.value === "" ? null : currentTarget.value.split("\n"))} />;
}

/** One of a few words. */
export function ChoiceField<Name extends string>({ words, value, onChange, ...rest }: Common & { words: Readonly<Record<Name, string>>; value: Name | null; onChange: (value: Name | null) => void }) {
  return <Select {...common(rest)} clearable clearButtonProps={{ "aria-label": "Clear" }} placeholder="not answered" data={choices(words)} value={value} onChange={(name) => onChange(name as Name | null)} />;
}

/** Several of a few words. */
export function ChoicesField<Name extends string>({ words, value, onChange, ...rest }: Common & { words: Readonly<Record<Name, string>>; value: readonly Name[] | null; onChange: (value: Name[] | null) => void }) {
  return <MultiSelect {...common(rest)} clearable clearButtonProps={{ "aria-label": "Clear" }} placeholder={value?.length ? undefined : "not answered"} data={choices(words)} value={[...(value ?? [])]} onChange={(names) => onChange(names.length === 0 ? null : (names as Name[]))} />;
}

/** A whole number with its unit; what cannot be meant is said when it is saved. */
export function CountField({ value, onChange, unit, ...rest }: Common & { value: number | null; unit: string; onChange: (value: number | null) => void }) {
  return <NumberInput {...common(rest)} allowDecimal={false} hideControls suffix={` ${unit}`} value={value ?? ""} onChange={(number) => onChange(typeof number === "number" ? number : null)} />;
}

/** A day. */
export function DayField({ value, onChange, ...rest }: Common & { value: string | null; onChange: (value: string | null) => void }) {
  return <DateInput {...common(rest)} placeholder="31 Dec 2026" clearable clearButtonProps={{ "aria-label": "Clear" }} value={value} onChange={onChange} />;
}

/** Yes, no, or not answered. */
export function YesNoField({ value, onChange, ...rest }: Common & { value: boolean | null; onChange: (value: boolean | null) => void }) {
  return (
    <div className={classes.yesNo}>
      <Input.Label component="span">
        {labelled(rest)}
      </Input.Label>
      <SegmentedControl
        size="xs" aria-label={rest.label} value={value === null ? "open" : String(value)} onChange={(answer) => onChange(answer === "open" ? null : answer === "true")}
        data={[{ value: "open", label: "Not answered" }, { value: "true", label: "Yes" }, { value: "false", label: "No" }]}
      />
    </div>
  );
}

/** When something was done last: never, a day, or not answered. */
export function LastDoneField({ value, onChange, error, ...rest }: Common & { value: LastDonePart | null; onChange: (value: LastDonePart | null) => void }) {
  return (
    <div className={classes.yesNo}>
      <Input.Label component="span">
        {labelled(rest)}
      </Input.Label>
      <div className={classes.last}>
        <SegmentedControl
          size="xs" aria-label={rest.label} value={value?.last ?? "open"} onChange={(answer) => onChange(answer === "never" ? { last: "never" } : answer === "on" ? { last: "on", day: null } : null)}
          data={[{ value: "open", label: "Not answered" }, { value: "never", label: "Never" }, { value: "on", label: "On" }]}
        />
        {value?.last === "on" && <DateInput size="xs" aria-label={`${rest.label}: day`} placeholder="31 Dec 2026" value={value.day} error={error} onChange={(day) => onChange({ last: "on", day })} />}
      </div>
    </div>
  );
}
