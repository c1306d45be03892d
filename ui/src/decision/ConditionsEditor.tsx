import { Button, Checkbox, Select, Textarea } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import type { ConditionDraft, ConditionFinding, OpenRule, PersonView } from "../contract/generated";
import { PersonSelect } from "../people/PersonSelect";
import { Icon, IconButton } from "../shared";
import classes from "./DecisionForm.module.css";
import { emptyCondition, type FieldErrors } from "./draft";

interface ConditionsEditorProps {
  conditions: readonly ConditionDraft[];
  people: readonly PersonView[];
  /** The rules that nothing answers: a condition can answer one. */
  open: readonly OpenRule[];
  /** The findings that are not settled: a condition can settle one. */
  findings: readonly ConditionFinding[];
  today: string;
  errors: FieldErrors;
  disabled: boolean;
  onChange: (conditions: ConditionDraft[]) => void;
}

/** Duties that the approval depends on; each has an owner and a day. */
export function ConditionsEditor({ conditions, people, open, findings, today, errors, disabled, onChange }: ConditionsEditorProps) {
  const change = (index: number, part: Partial<ConditionDraft>): void => onChange(conditions.map((each, at) => (at === index ? { ...each, ...part } : each)));
  return (
    <fieldset className={classes.set} disabled={disabled}>
      <legend>Conditions</legend>
      <p className={classes.about}>What must be done, by whom, until when.</p>
      {errors["conditions"] && (
        <p className={classes.error} role="alert">
          {errors["conditions"]}
        </p>
      )}
      <ol className={classes.conditions}>
        {conditions.map((condition, index) => (
          // A condition has no name before it is recorded; its place is what tells it apart.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <Textarea
              aria-label={`Condition ${index + 1}`}
              placeholder="e.g. written proof that leavers lose access within a day"
              autosize
              minRows={1}
              maxRows={6}
              value={condition.what}
              error={errors[`conditions.${index}.what`]}
              onChange={(event) => change(index, { what: event.currentTarget.value })}
            />
            <PersonSelect aria-label={`Owner of condition ${index + 1}`} placeholder="Owner" people={people} value={condition.owner} error={errors[`conditions.${index}.owner`]} onChange={(owner) => change(index, { owner })} />
            <DateInput
              aria-label={`Day of condition ${index + 1}`}
              placeholder="By"
              minDate={today}
              value={condition.due}
              error={errors[`conditions.${index}.due`]}
              onChange={(due) => change(index, { due })}
            />
            <span className={classes.more}>
              <Checkbox size="xs" label="Before it is used" checked={condition.before_go_live} onChange={(event) => change(index, { before_go_live: event.currentTarget.checked })} />
              {(open.length > 0 || condition.rule !== null) && (
                <Select
                  size="xs"
                  aria-label={`Rule that condition ${index + 1} answers`}
                  placeholder="Answers a rule of the policy"
                  clearable
                  value={condition.rule}
                  data={[...open.map(({ code, title }) => ({ value: code, label: title })), ...(condition.rule !== null && !open.some(({ code }) => code === condition.rule) ? [{ value: condition.rule, label: condition.rule }] : [])]}
                  onChange={(rule) => change(index, { rule })}
                />
              )}
              {(findings.length > 0 || condition.finding !== null) && (
                <Select
                  size="xs"
                  aria-label={`Finding that condition ${index + 1} settles`}
                  placeholder="Settles a finding"
                  clearable
                  value={condition.finding}
                  data={[...findings.map(({ finding, label, title }) => ({ value: finding, label: `${label} ${title}` })), ...(condition.finding !== null && !findings.some(({ finding }) => finding === condition.finding) ? [{ value: condition.finding, label: "A finding that is settled since" }] : [])]}
                  onChange={(finding) => change(index, { finding })}
                />
              )}
            </span>
            <IconButton icon="trash" name={`Remove condition ${index + 1}`} onClick={() => onChange(conditions.filter((_, at) => at !== index))} />
          </li>
        ))}
      </ol>
      <Button size="xs" leftSection={<Icon name="plus" size={14} />} onClick={() => onChange([...conditions, emptyCondition])}>
        Add condition
      </Button>
    </fieldset>
  );
}
