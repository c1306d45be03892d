import { Button, Checkbox, Modal, MultiSelect, Select, Textarea, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { fieldError, useRead, useToError, useWrite } from "../api";
import type { AlternativeRecord, AlternativeView, EvaluatedDocument, PersonView } from "../contract/generated";
import { PersonSelect } from "../people/PersonSelect";
import { formatDay, IconButton, showDone } from "../shared";
import classes from "./alternative.module.css";
import { Assessment } from "./Assessment";
import { ControlsTable } from "./ControlsTable";
import { openingRecord, replaced } from "./draft";
import { SubstitutesEditor } from "./SubstitutesEditor";
import { useAlternativeDraft } from "./useAlternativeDraft";
import { dutyLabel, limitLabel, reasonLabel } from "./words";

interface Props {
  view: AlternativeView;
  documents: readonly EvaluatedDocument[];
  opened: boolean;
  onClose: () => void;
}

const choices = <Name extends string>(words: Readonly<Record<Name, string>>) => (Object.keys(words) as Name[]).map((value) => ({ value, label: words[value] }));
const handled = (failure: { code: string }): boolean => failure.code === "invalid";
const dayFormat = { placeholder: "31 Dec 2026" };

/** Reason, substitutes, core controls, limits and conditions of a vendor without a current report. */
export function AlternativeDialog({ view, documents, opened, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} title="Without a current SOC 2 report" size="62rem">
      {opened && <Opening view={view} documents={documents} onClose={onClose} />}
    </Modal>
  );
}

function Opening(props: Omit<Props, "opened">) {
  const people = useRead("people", {});
  return people.isPending ? null : <Form {...props} people={people.data ?? []} />;
}

function Form({ view, documents, onClose, people }: Omit<Props, "opened"> & { people: readonly PersonView[] }) {
  const [typed, setTyped] = useState<AlternativeRecord>(() => openingRecord(view));
  const [kept, setKept] = useState(view.draft !== null);
  const { keep, settle, discard } = useAlternativeDraft(view.vendor);
  const save = useWrite("alternative_record", { handles: handled });
  const check = useRead("alternative_check", { vendor: view.vendor, record: typed }, { keepPrevious: true });
  const error = (field: string) => fieldError(save.error, field);
  const change = (part: Partial<AlternativeRecord>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    setKept(true);
    keep(next);
  };
  const form = useToError(save.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    settle();
    save.mutate(
      { vendor: view.vendor, record: typed },
      {
        onSuccess: () => {
          showDone("Recorded: without a current SOC 2 report");
          onClose();
        },
        onError: () => keep(typed),
      },
    );
  };
  const inProgress = typed.reason === "first_in_progress" || typed.reason === "next_in_progress" || typed.report_expected !== null;
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.pair}>
        <Select label="Why there is none" required data={choices(reasonLabel)} value={typed.reason} error={error("reason")} onChange={(reason) => change({ reason: choices(reasonLabel).find(({ value }) => value === reason)?.value ?? null })} />
        {inProgress && <DateInput label="Report expected" {...dayFormat} clearable clearButtonProps={{ "aria-label": "Clear" }} value={typed.report_expected} error={error("report_expected")} onChange={(day) => change({ report_expected: day })} />}
      </div>
      <Textarea label="What the vendor says" autosize minRows={1} maxRows={5} value={typed.note ?? ""} error={error("note")} onChange={({ currentTarget }) => change({ note: currentTarget.value || null })} />
      <Checkbox label="Refuses to give the whole report, offers a letter of attestation only" checked={typed.letter_only} onChange={({ currentTarget }) => change({ letter_only: currentTarget.checked })} />
      <SubstitutesEditor view={view} value={typed.substitutes} counted={check.data?.substitutes ?? []} error={error} onChange={(substitutes) => change({ substitutes })} />
      <ControlsTable controls={view.controls} value={typed.scores} documents={documents.map(({ document, file_name: label }) => ({ value: document, label }))} error={error} onChange={(scores) => change({ scores })} />
      <fieldset className={classes.set}>
        <legend>Limits of use, conditions, end</legend>
        <div className={classes.pair}>
          <MultiSelect label="Limits of use" data={choices(limitLabel)} value={typed.limits} onChange={(limits) => change({ limits: choices(limitLabel).flatMap(({ value }) => (limits.includes(value) ? [value] : [])) })} />
          <TextInput label="Limits in words" value={typed.limit_note ?? ""} error={error("limit_note")} onChange={({ currentTarget }) => change({ limit_note: currentTarget.value || null })} />
        </div>
        {typed.duties.map((duty, index) => (
          // A condition has no name before it is recorded; its place is what tells it apart.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={classes.duty} role="group" aria-label={`Condition ${index + 1}`}>
            <Select aria-label="Kind" data={choices(dutyLabel)} allowDeselect={false} value={duty.kind} onChange={(kind) => change({ duties: replaced(typed.duties, index, { kind: choices(dutyLabel).find(({ value }) => value === kind)?.value ?? duty.kind }) })} />
            <TextInput aria-label="What exactly" placeholder="what exactly" value={duty.what} error={error(`duties.${index}.what`)} onChange={({ currentTarget }) => change({ duties: replaced(typed.duties, index, { what: currentTarget.value }) })} />
            <PersonSelect aria-label="Who answers for it" placeholder="who" people={people} value={duty.owner} onChange={(owner) => change({ duties: replaced(typed.duties, index, { owner }) })} />
            <DateInput aria-label="By when" {...dayFormat} value={duty.due} error={error(`duties.${index}.due`)} onChange={(due) => change({ duties: replaced(typed.duties, index, { due }) })} />
            <IconButton icon="close" name={`Remove condition ${index + 1}`} onClick={() => change({ duties: typed.duties.filter((_, each) => each !== index) })} />
          </div>
        ))}
        <Button size="xs" style={{ justifySelf: "start" }} onClick={() => change({ duties: [...typed.duties, { kind: "obtain_type2", what: "", owner: null, due: typed.report_expected }] })}>
          Add a condition
        </Button>
        <DateInput label="Holds until" required description={view.latest_expiry ? `The policy allows at most ${formatDay(view.latest_expiry)}` : undefined} {...dayFormat} value={typed.expires} error={error("expires")} onChange={(expires) => change({ expires })} />
      </fieldset>
      <div className={classes.verdict} role="status">
        {check.data && <Assessment assessment={check.data} />}
        <div className={classes.foot}>
          <span className={classes.kept}>{kept ? "What is typed is kept until you record it." : ""}</span>
          <Button
            variant="subtle"
            onClick={() => {
              if (kept) discard();
              onClose();
            }}
          >
            {kept ? "Discard" : "Cancel"}
          </Button>
          <Button type="submit" variant="filled" loading={save.isPending}>
            Record
          </Button>
        </div>
      </div>
    </form>
  );
}
