import { Button, Checkbox, Select, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import type { AlternativeView, CountedView, SubstitutePart } from "../contract/generated";
import { formatDay, IconButton, StateLabel } from "../shared";
import classes from "./alternative.module.css";
import { emptySubstitute, replaced } from "./draft";
import { checkLabel } from "./words";

interface Props {
  view: AlternativeView;
  value: readonly SubstitutePart[];
  counted: readonly CountedView[];
  error: (field: string) => string | undefined;
  onChange: (value: SubstitutePart[]) => void;
}

/** What stands in the place of the report: documents held are offered, others are described. */
export function SubstitutesEditor({ view, value, counted, error, onChange }: Props) {
  const offered = view.suggested.filter(({ part }) => !value.some((one) => one.document === part.document));
  const known = [...view.suggested.map(({ part, file_name: name }) => [part.document, name] as const)];
  return (
    <fieldset className={classes.set}>
      <legend>What stands in its place</legend>
      {value.map((one, index) => {
        const kind = view.kinds.find((each) => each.kind === one.kind);
        const result = counted[index];
        const change = (part: Partial<SubstitutePart>): void => onChange(replaced(value, index, part));
        const title = kind?.title ?? one.kind;
        return (
          // What is only described has no name; its place is what tells it apart.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={classes.substitute} role="group" aria-label={title}>
            <div className={classes.head}>
              <b>{title}</b>
              <span className={classes.note}>{kind?.accept_as}</span>
              <IconButton icon="close" name={`Leave out: ${title}`} onClick={() => onChange(value.filter((_, each) => each !== index))} />
            </div>
            {one.document === null ? (
              <TextInput label="What it is and where it was seen" required value={one.described ?? ""} error={error(`substitutes.${index}.described`)} onChange={({ currentTarget }) => change({ described: currentTarget.value || null })} />
            ) : (
              <span className={classes.note}>{known.find(([document]) => document === one.document)?.[1] ?? "A document filed with the vendor"}</span>
            )}
            {(kind?.has_end || kind?.has_day) && (
              <div className={classes.pair}>
                {kind.has_day && <DateInput label="Dated" placeholder="31 Dec 2026" clearable clearButtonProps={{ "aria-label": "Clear" }} value={one.dated} onChange={(dated) => change({ dated })} />}
                {kind.has_end && <DateInput label="Valid until" placeholder="31 Dec 2026" clearable clearButtonProps={{ "aria-label": "Clear" }} value={one.valid_until} onChange={(until) => change({ valid_until: until })} />}
              </div>
            )}
            {kind && kind.checks.length > 0 && (
              <div className={classes.checks}>
                {kind.checks.map((check) => (
                  <Checkbox key={check} label={checkLabel[check]} checked={one.checks.includes(check)} onChange={({ currentTarget }) => change({ checks: currentTarget.checked ? [...one.checks, check] : one.checks.filter((each) => each !== check) })} />
                ))}
              </div>
            )}
            {result && (result.against.length > 0 ? <StateLabel state="warn">{`Does not count: ${result.against.join("; ")}`}</StateLabel> : result.counts && <StateLabel state="pass">{result.until ? `Counts until ${formatDay(result.until)}` : "Counts"}</StateLabel>)}
          </div>
        );
      })}
      {offered.map(({ part, file_name: name, accept_as: as }) => (
        <div key={part.document} className={classes.head}>
          <span className={classes.note}>{`Held: ${name} (${inSentence(as)})`}</span>
          <Button size="xs" onClick={() => onChange([...value, part])} aria-label={`Rely on ${name}`}>
            Rely on it
          </Button>
        </div>
      ))}
      <Select
        label="Add something else" placeholder="kind of evidence" value={null} data={view.kinds.map(({ kind, title, accept_as: as }) => ({ value: kind, label: `${title}: ${inSentence(as)}` }))}
        onChange={(name) => {
          const kind = view.kinds.find((each) => each.kind === name);
          if (kind) onChange([...value, emptySubstitute(kind)]);
        }}
      />
    </fieldset>
  );
}

/** A phrase in the middle of a sentence; names such as SOC 2 stay as they are. */
function inSentence(phrase: string): string {
  return phrase.charAt(0).toLowerCase() + phrase.slice(1);
}
