import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useMay, useWorkspace, useToError, useWrite } from "../api";
import { showDone } from "../shared";
import classes from "./settings-forms.module.css";

/** Changes our organisation's name. */
export function OrganisationForm() {
  const { organisation } = useWorkspace();
  const mayKeep = useMay("keep_workspace");
  const [name, setName] = useState(organisation);
  const save = useWrite("organisation_save", { handles: atFields("name") });
  const form = useToError(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ name }, { onSuccess: () => showDone(`Saved: ${name.trim()}`) });
  };
  return (
    <form ref={form} onSubmit={submit} className={classes.inline}>
      <TextInput label="Name" description="Stands on every packet as the one who decides." value={name} disabled={!mayKeep} onChange={({ currentTarget }) => setName(currentTarget.value)} error={fieldError(save.error, "name")} />
      <Button type="submit" disabled={!mayKeep || name.trim() === "" || name.trim() === organisation} loading={save.isPending}>Save</Button>
    </form>
  );
}
