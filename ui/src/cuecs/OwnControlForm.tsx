import { Button } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { fieldError, useRead, useToError, useWrite } from "../api";
import type { OwnControlView, SaveOwnControl } from "../contract/generated";
import { PersonSelect } from "../people/PersonSelect";
import { DayField, LineField, TextField } from "../register/fields";
import { atAnyField } from "../register/forms";
import register from "../register/register.module.css";

interface OwnControlFormProps {
  /** The one to change; none for a new one. */
  control: OwnControlView | null;
  onSaved: (control: OwnControlView) => void;
  onClose: () => void;
}

/** Enters or changes a control of our own. */
export function OwnControlForm({ control, onSaved, onClose }: OwnControlFormProps) {
  const people = useRead("people", {});
  const [typed, setTyped] = useState<SaveOwnControl>({ id: control?.id ?? null, name: control?.name ?? "", purpose: control?.purpose ?? null, owner: control?.owner ?? null, evidence: control?.evidence ?? null, checked_on: control?.checked_on ?? null });
  const save = useWrite("own_control_save", { handles: atAnyField });
  const form = useToError(save.error);
  const change = (part: Partial<SaveOwnControl>): void => setTyped((earlier) => ({ ...earlier, ...part }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    void save.mutateAsync(typed).then(onSaved, () => undefined);
  };
  return (
    <form ref={form} className={register.form} onSubmit={submit} noValidate>
      <LineField label="Name" required description="Short, as you call it: “Access review”" value={typed.name} error={fieldError(save.error, "name")} onChange={(name) => change({ name: name ?? "" })} />
      <TextField label="What it does" value={typed.purpose} error={fieldError(save.error, "purpose")} onChange={(purpose) => change({ purpose })} />
      <div className={register.pair}>
        <PersonSelect label="Owner" people={people.data ?? []} value={typed.owner} error={fieldError(save.error, "owner")} onChange={(owner) => change({ owner })} />
        <DayField label="Last checked" value={typed.checked_on} error={fieldError(save.error, "checked_on")} onChange={(checked_on) => change({ checked_on })} />
      </div>
      <TextField label="Where the evidence is" value={typed.evidence} error={fieldError(save.error, "evidence")} onChange={(evidence) => change({ evidence })} />
      <div className={register.foot}>
        <Button variant="subtle" onClick={onClose}>
          Back
        </Button>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {control ? "Save" : "Enter the control"}
        </Button>
      </div>
    </form>
  );
}
