import { Button, Switch, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useToError, useWrite } from "../api";
import type { Place } from "../contract/generated";
import { Icon } from "../shared";
import { NewPassphraseFields } from "./NewPassphraseFields";
import { agrees, noPassphrase } from "./passphrase";
import classes from "./workspace.module.css";

/** Sets up a new workspace: whose it is, who starts, where the file lies, and whether a passphrase protects it. */
export function CreateWorkspace({ onOpenExisting }: { onOpenExisting: () => void }) {
  const [organisation, setOrganisation] = useState("");
  const [person, setPerson] = useState("");
  const [title, setTitle] = useState("");
  const [place, setPlace] = useState<Place | null>(null);
  const [protect, setProtect] = useState(false);
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const choose = useWrite("workspace_choose");
  const inFields = atFields("organisation", "person", "title", "passphrase");
  const create = useWrite("workspace_create", { handles: (failure) => inFields(failure) || failure.code === "file_exists" });

  const choosePlace = (then: (chosen: Place) => void) =>
    choose.mutate(
      { purpose: "create", suggested_name: organisation.trim() ? `${organisation.trim()} vendors` : null },
      { onSuccess: (chosen) => chosen && then(chosen) },
    );

  const createAt = ({ place: at }: Place) => create.mutate({ place: at, organisation, person, title: title.trim() || null, passphrase: protect ? passphrase.first : null });

  const form = useToError(create.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (place) createAt(place);
    else choosePlace((chosen) => {
      setPlace(chosen);
      createAt(chosen);
    });
  };

  const ready = organisation.trim() !== "" && person.trim() !== "" && (!protect || agrees(passphrase));

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <h1 className={classes.title}>Set up your workspace</h1>
      <p className={classes.lead}>One file on this computer. No account, nothing is sent anywhere.</p>
      <div className={classes.fields}>
        <TextInput
          label="Organisation" size="md" autoFocus value={organisation} onChange={({ currentTarget }) => setOrganisation(currentTarget.value)}
          description="Stands on every packet as the one who decides." error={fieldError(create.error, "organisation")}
        />
        <div className={classes.pair}>
          <TextInput label="Your name" size="md" value={person} onChange={({ currentTarget }) => setPerson(currentTarget.value)} description="Stands beside what you confirm." error={fieldError(create.error, "person")} />
          <TextInput label="Your title" size="md" value={title} onChange={({ currentTarget }) => setTitle(currentTarget.value)} description="Printed under it; may stay empty." error={fieldError(create.error, "title")} />
        </div>
        <div>
          <p className={classes.label} id="create-file">File</p>
          <div className={classes.file} role="group" aria-labelledby="create-file">
            <Icon name="folder" />
            <span className={place ? classes.chosen : undefined}>{place ? `${place.label}.countersign` : "You choose where when you create it"}</span>
            <Button size="xs" loading={choose.isPending} onClick={() => choosePlace(setPlace)}>Choose …</Button>
          </div>
          {create.error?.code === "file_exists" && <p className={classes.error} role="alert">A file of that name is there already. Choose another name; nothing is overwritten.</p>}
        </div>
        <Switch
          label="Protect with a passphrase" checked={protect} onChange={({ currentTarget }) => setProtect(currentTarget.checked)}
          description={protect ? "Encrypts the whole file. It will be asked for each time the workspace is opened." : "Encrypts the whole file. Can be switched on later in Settings."}
        />
        {protect && <NewPassphraseFields value={passphrase} onChange={setPassphrase} error={fieldError(create.error, "passphrase")} size="md" />}
      </div>
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" size="md" disabled={!ready} loading={create.isPending}>Create workspace</Button>
        <Button variant="subtle" size="md" onClick={onOpenExisting}>Open existing …</Button>
      </div>
    </form>
  );
}
