import { Button, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { failureText, useToError, useWrite } from "../api";
import classes from "./workspace.module.css";

/** A workspace that a passphrase protects. */
export interface Locked {
  place: string;
  label: string;
}

/** Asks for the passphrase of a protected workspace. */
export function UnlockWorkspace({ locked, onBack }: { locked: Locked; onBack: () => void }) {
  const [passphrase, setPassphrase] = useState("");
  const open = useWrite("workspace_open", { handles: ({ code }) => code === "passphrase_wrong" });
  const form = useToError(open.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate({ place: locked.place, passphrase });
  };
  const wrong = open.error?.code === "passphrase_wrong" ? failureText(open.error) : null;
  return (
    <form ref={form} onSubmit={submit}>
      <h1 className={classes.title}>{locked.label}</h1>
      <p className={classes.lead}>A passphrase protects this workspace.</p>
      <PasswordInput
        label="Passphrase" size="md" autoFocus autoComplete="current-password" value={passphrase} onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
        error={wrong && `${wrong.title}. ${wrong.hint}`} description="Without it the file cannot be read by anybody, nor by us."
      />
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" size="md" disabled={passphrase === ""} loading={open.isPending}>Open</Button>
        <Button variant="subtle" size="md" onClick={onBack}>Back</Button>
      </div>
    </form>
  );
}
