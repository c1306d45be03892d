import { Button, Group, Modal, NumberInput, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useRead, useToError, useWrite } from "../api";
import type { StatedFinding } from "../contract/generated";
import { LinesField, TextField } from "../register/fields";
import { showDone } from "../shared";
import classes from "./finding.module.css";

interface AddFindingDialogProps {
  vendor: string;
  opened: boolean;
  onClose: () => void;
  onAdded: (key: string) => void;
}

/** Records something that no report states: by hand, or about a rule of the policy. */
export function AddFindingDialog({ vendor, opened, onClose, onAdded }: AddFindingDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="New finding" size="36rem">
      <AddForm vendor={vendor} onClose={onClose} onAdded={onAdded} />
    </Modal>
  );
}

const nothingStated: StatedFinding = { control_id: null, control: null, test: null, deviating: null, tested: null, response: null, document: null, page: null };

interface CountFieldProps {
  label: string;
  description?: string;
  value: number | null;
  error: string | undefined;
  disabled?: boolean;
  onChange: (value: number | null) => void;
}

/** A whole number that may be left out. */
function CountField({ value, onChange, description, ...rest }: CountFieldProps) {
  return <NumberInput description={description ?? " "} min={0} allowDecimal={false} value={value ?? ""} onChange={(typed) => onChange(typeof typed === "number" ? typed : null)} {...rest} />;
}

function AddForm({ vendor, onClose, onAdded }: Omit<AddFindingDialogProps, "opened">) {
  const add = useWrite("finding_add", { handles: atFields("title", "description", "criteria", "control_id", "control", "test", "deviating", "tested", "response", "document", "page") });
  const rules = (useRead("vendor_evaluation", { vendor }).data?.rules ?? []).filter(({ outcome }) => outcome === "fail" || outcome === "warn");
  const [title, setTitle] = useState("");
  const [description, setDescription] = useState<string | null>(null);
  const [rule, setRule] = useState<string | null>(null);
  const [criteria, setCriteria] = useState<string[] | null>(null);
  const documents = useRead("vendor", { vendor }).data?.documents ?? [];
  const [stated, setStated] = useState<StatedFinding>(nothingStated);
  const change = (part: Partial<StatedFinding>): void => setStated({ ...stated, ...part });
  const form = useToError(add.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate(
      { vendor, title, description: description ?? "", rule, criteria: (criteria ?? []).filter((each) => each.trim() !== ""), stated },
      {
        onSuccess: ({ findings: [added] }) => {
          showDone(`Recorded: ${title}`);
          onClose();
          if (added) onAdded(added.key);
        },
      },
    );
  };
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <TextInput label="Name" required data-autofocus value={title} error={fieldError(add.error, "title")} onChange={({ currentTarget }) => setTitle(currentTarget.value)} />
      <TextField label="What was found" value={description} error={fieldError(add.error, "description")} onChange={setDescription} />
      {rules.length > 0 && <Select label="Rule of the policy" description="Where it is about one that is not met" clearable clearButtonProps={{ "aria-label": "Clear" }} data={rules.map(({ code, title: name }) => ({ value: code, label: name }))} value={rule} onChange={setRule} />}
      <LinesField label="Criteria" value={criteria} error={fieldError(add.error, "criteria")} onChange={setCriteria} />
      <fieldset className={classes.more}>
        <legend>As a report says it</legend>
        <Group grow align="flex-start">
          <TextInput label="Control number" description="With it the next report is compared" value={stated.control_id ?? ""} error={fieldError(add.error, "control_id")} onChange={({ currentTarget }) => change({ control_id: currentTarget.value || null })} />
          <CountField label="Deviated" value={stated.deviating} error={fieldError(add.error, "deviating")} onChange={(deviating) => change({ deviating })} />
          <CountField label="Of how many" value={stated.tested} error={fieldError(add.error, "tested")} onChange={(tested) => change({ tested })} />
        </Group>
        <TextField label="Control" value={stated.control} error={fieldError(add.error, "control")} onChange={(control) => change({ control })} />
        <TextField label="How it was tested" value={stated.test} error={fieldError(add.error, "test")} onChange={(test) => change({ test })} />
        <TextField label="Management's response" value={stated.response} error={fieldError(add.error, "response")} onChange={(response) => change({ response })} />
        <Group grow align="flex-start">
          <Select label="Document" description="Filed with this vendor" searchable clearable clearButtonProps={{ "aria-label": "Clear" }} data={documents.map(({ id, file_name }) => ({ value: id, label: file_name }))} value={stated.document} error={fieldError(add.error, "document")} onChange={(document) => change({ document, page: document === null ? null : stated.page })} />
          <CountField label="Page" description="Where it stands in it" value={stated.page} error={fieldError(add.error, "page")} onChange={(page) => change({ page })} disabled={stated.document === null} />
        </Group>
      </fieldset>
      <Group justify="flex-end" gap="sm">
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" loading={add.isPending}>
          Record the finding
        </Button>
      </Group>
    </form>
  );
}
