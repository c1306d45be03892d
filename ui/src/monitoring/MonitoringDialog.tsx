import { Button, Checkbox, Modal, Select } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { fieldError, useToError, useWorkspace, useWrite } from "../api";
import type { DocumentRow, MonitoringEntryView, MonitoringKindName, SaveMonitoring } from "../contract/generated";
import { ChoiceField, DayField, LineField, TextField } from "../register/fields";
import { atAnyField } from "../register/forms";
import register from "../register/register.module.css";
import { showDone } from "../shared";
import { kindLabel } from "./words";

interface MonitoringDialogProps {
  vendor: string;
  documents: readonly DocumentRow[];
  /** The entry to change, a new one, or none: closed. */
  entry: MonitoringEntryView | "new" | null;
  mayOpenFinding: boolean;
  onClose: () => void;
}

/** Notes something of a vendor, or changes what was noted. */
export function MonitoringDialog({ entry, ...rest }: MonitoringDialogProps) {
  return (
    <Modal opened={entry !== null} onClose={rest.onClose} title={entry === "new" ? "Note something" : "Change what was noted"} size="38rem">
      {entry && <Form key={entry === "new" ? "new" : entry.id} entry={entry === "new" ? null : entry} {...rest} />}
    </Modal>
  );
}

const told = { yes: "Yes", no: "No, we heard of it elsewhere" } as const;

function Form({ vendor, documents, entry, mayOpenFinding, onClose }: Omit<MonitoringDialogProps, "entry"> & { entry: MonitoringEntryView | null }) {
  const { today } = useWorkspace();
  const [noted, setNoted] = useState<SaveMonitoring>(() => ({
    id: entry?.id ?? null, vendor, kind: entry?.kind ?? "incident", on: entry?.on ?? today, source: entry?.source ?? null, what: entry?.what ?? "", told_by_vendor: entry?.told_by_vendor ?? null, retier: entry?.retier ?? false, review_by: entry?.review_by ?? null, evidence: entry?.evidence ?? null, open_finding: null,
  }));
  const save = useWrite("monitoring_save", { handles: atAnyField });
  const form = useToError(save.error);
  const change = (part: Partial<SaveMonitoring>): void => setNoted((before) => ({ ...before, ...part }));
  const error = (field: string): string | undefined => fieldError(save.error, field);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(noted, {
      onSuccess: () => {
        showDone(entry ? "Changed" : "Noted");
        onClose();
      },
    });
  };
  return (
    <form ref={form} className={register.form} onSubmit={submit} noValidate>
      <div className={register.pair}>
        <Select label="What it is" data={(Object.keys(kindLabel) as MonitoringKindName[]).map((value) => ({ value, label: kindLabel[value] }))} allowDeselect={false} value={noted.kind} onChange={(kind) => kind && change({ kind: kind as MonitoringKindName })} />
        <DayField label="When it happened or became known" value={noted.on} error={error("on")} onChange={(on) => change({ on: on ?? today })} />
      </div>
      <TextField label="What happened" value={noted.what || null} error={error("what")} onChange={(what) => change({ what: what ?? "" })} />
      <LineField label="Where it is known from" description="An address, a paper, a person" value={noted.source} error={error("source")} onChange={(source) => change({ source })} />
      <ChoiceField label="The vendor told us itself" description="That it did not tell of a public incident is a signal of its own" words={told} value={noted.told_by_vendor === null ? null : noted.told_by_vendor ? "yes" : "no"} onChange={(answer) => change({ told_by_vendor: answer === null ? null : answer === "yes" })} />
      <Select label="Document that shows it" description="One that is filed with this vendor" clearable clearButtonProps={{ "aria-label": "Clear" }} placeholder="None" data={documents.map(({ id, file_name: label }) => ({ value: id, label }))} value={noted.evidence} error={error("evidence")} onChange={(evidence) => change({ evidence })} />
      <fieldset className={register.set}>
        <legend>What follows</legend>
        <Checkbox label="Propose to work out the tier again" checked={noted.retier} onChange={({ currentTarget }) => change({ retier: currentTarget.checked })} />
        <DayField label="Bring the full review forward to" value={noted.review_by} error={error("review_by")} onChange={(review_by) => change({ review_by })} />
        {mayOpenFinding && !entry?.finding && <LineField label="Open a finding called" description="Empty: none. It is followed up among the exceptions" value={noted.open_finding} error={error("open_finding")} onChange={(open_finding) => change({ open_finding })} />}
      </fieldset>
      <div className={register.foot}>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {entry ? "Save" : "Note it"}
        </Button>
      </div>
    </form>
  );
}
