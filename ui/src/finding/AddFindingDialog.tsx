import { Button, Group, Modal, Select, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useRead, useToError, useWrite } from "../api";
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

function AddForm({ vendor, onClose, onAdded }: Omit<AddFindingDialogProps, "opened">) {
  const add = useWrite("finding_add", { handles: atFields("title", "description", "criteria") });
  const rules = (useRead("vendor_evaluation", { vendor }).data?.rules ?? []).filter(({ outcome }) => outcome === "fail" || outcome === "warn");
  const [title, setTitle] = useState("");
  const [description, setDescription] = useState<string | null>(null);
  const [rule, setRule] = useState<string | null>(null);
  const [criteria, setCriteria] = useState<string[] | null>(null);
  const form = useToError(add.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    add.mutate(
      { vendor, title, description: description ?? "", rule, criteria: (criteria ?? []).filter((each) => each.trim() !== "") },
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
