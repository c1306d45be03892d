import { Button, Group, Modal, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useRead, useWrite } from "../api";
import type { FindingChange, FindingView } from "../contract/generated";
import { PersonSelect } from "../people/PersonSelect";
import { CountField, TextField } from "../register/fields";
import { showDone } from "../shared";
import classes from "./finding.module.css";

const fields = ["title", "root_cause", "own_control", "note", "population"];

/** What people say of a finding: its name, cause, note. */
export function RemarksDialog({ finding, opened, onClose, onDone }: { finding: FindingView; opened: boolean; onClose: () => void; onDone: (key: string) => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="Name, cause and note" size="36rem">
      <RemarksForm finding={finding} onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

function RemarksForm({ finding, onClose, onDone }: { finding: FindingView; onClose: () => void; onDone: (key: string) => void }) {
  const change = useWrite("findings_change", { handles: atFields(...fields) });
  const [title, setTitle] = useState(finding.title);
  const [remarks, setRemarks] = useState(finding.remarks);
  const error = (field: string) => fieldError(change.error, field);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // Once it is recorded the form may be gone before the answer is looked at, so nothing here may hang on it.
    change.mutateAsync({ keys: [finding.key], change: { change: "remarks", title, remarks } }).then(
      ({ findings: [saved] }) => {
        showDone(`Saved: ${title}`);
        onClose();
        if (saved) onDone(saved.key);
      },
      () => undefined,
    );
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      <TextInput label="Name" required value={title} error={error("title")} onChange={({ currentTarget }) => setTitle(currentTarget.value)} />
      <TextField label="Root cause" value={remarks.root_cause} error={error("root_cause")} onChange={(root_cause) => setRemarks({ ...remarks, root_cause })} />
      <TextField label="What we do ourselves that compensates" value={remarks.own_control} error={error("own_control")} onChange={(own_control) => setRemarks({ ...remarks, own_control })} />
      <CountField label="Population" description="Out of how many the sample was drawn" unit="items" value={remarks.population} error={error("population")} onChange={(population) => setRemarks({ ...remarks, population })} />
      <TextField label="Note" value={remarks.note} error={error("note")} onChange={(note) => setRemarks({ ...remarks, note })} />
      <Group justify="flex-end" gap="sm">
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" loading={change.isPending}>
          Save
        </Button>
      </Group>
    </form>
  );
}

/** Owner and day, changed in place, of one finding or of several. */
export function OwnerAndDay({ findings, onDone }: { findings: readonly FindingView[]; onDone?: (key: string) => void }) {
  const people = useRead("people", {}).data ?? [];
  const change = useWrite("findings_change", { handles: atFields("owner", "due") });
  const keys = findings.map(({ key }) => key);
  const [first] = findings;
  const one = findings.length === 1 ? first : undefined;
  const write = (to: FindingChange): void => void change.mutateAsync({ keys, change: to }).then(({ findings: [saved] }) => onDone?.(saved?.key ?? ""), () => undefined);
  return (
    <Group gap="sm" align="flex-end">
      <PersonSelect size="xs" label="Owner" placeholder={one ? "nobody" : "choose"} clearable clearButtonProps={{ "aria-label": "Clear the owner" }} people={people} value={one?.owner ?? null} error={fieldError(change.error, "owner")} onChange={(owner) => write({ change: "owner", owner })} />
      <DateInput size="xs" label="Due" placeholder={one ? "by the policy" : "choose"} clearable clearButtonProps={{ "aria-label": "As the policy gives" }} value={one?.due ?? null} error={fieldError(change.error, "due")} onChange={(due) => write({ change: "due", due })} />
    </Group>
  );
}
