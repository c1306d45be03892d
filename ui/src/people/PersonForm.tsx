import { Button, Checkbox, Modal, Switch, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useToError, useWrite } from "../api";
import type { PersonView, RoleName } from "../contract/generated";
import { showDone } from "../shared";
import classes from "./PersonForm.module.css";
import { roles, roleText } from "./role-text";

/** Enters a person or changes one. */
export function PersonForm({ person, onClose }: { person: PersonView | null; onClose: () => void }) {
  const [name, setName] = useState(person?.name ?? "");
  const [title, setTitle] = useState(person?.title ?? "");
  const [has, setHas] = useState<readonly RoleName[]>(person?.roles ?? ["reviewer"]);
  const [active, setActive] = useState(person?.active ?? true);
  const save = useWrite("person_save", { handles: atFields("name", "title", "roles", "active") });
  const turn = (role: RoleName) => setHas(has.includes(role) ? has.filter((other) => other !== role) : [...has, role]);

  const form = useToError(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { id: person?.id ?? null, name, title: title.trim() || null, roles: roles.filter((role) => has.includes(role)), active },
      {
        onSuccess: (saved) => {
          showDone(person ? `Saved: ${saved.name}` : `Entered: ${saved.name}`);
          onClose();
        },
      },
    );
  };

  const rolesError = fieldError(save.error, "roles") ?? fieldError(save.error, "active");
  return (
    <Modal opened onClose={onClose} title={person ? person.name : "New person"} size="34rem">
      <form ref={form} onSubmit={submit} className={classes.form}>
        <div className={classes.pair}>
          <TextInput label="Name" data-autofocus value={name} onChange={({ currentTarget }) => setName(currentTarget.value)} error={fieldError(save.error, "name")} />
          <TextInput label="Title" value={title} onChange={({ currentTarget }) => setTitle(currentTarget.value)} description="Printed under the signature." error={fieldError(save.error, "title")} />
        </div>
        <fieldset className={classes.roles}>
          <legend>Roles</legend>
          {roles.map((role) => {
            const { name: label, purpose } = roleText(role);
            return <Checkbox key={role} label={label} description={purpose} checked={has.includes(role)} onChange={() => turn(role)} />;
          })}
        </fieldset>
        {person && <Switch label="Still acts here" description="Who left stays in the record and can no longer act or sign." checked={active} onChange={({ currentTarget }) => setActive(currentTarget.checked)} />}
        {rolesError && <p className={classes.error} role="alert">{rolesError}</p>}
        <div className={classes.buttons}>
          <Button variant="subtle" onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled" disabled={name.trim() === ""} loading={save.isPending}>{person ? "Save" : "Enter person"}</Button>
        </div>
      </form>
    </Modal>
  );
}
