import { Button, PasswordInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { fieldError, failureText, useMay, useWorkspace, useToError, useWrite } from "../api";
import type { Failure } from "../contract/generated";
import { Icon, showDone, StateLabel } from "../shared";
import { NewPassphraseFields } from "./NewPassphraseFields";
import { agrees, noPassphrase } from "./passphrase";
import classes from "./settings-forms.module.css";

type Change = "set" | "change" | "remove";

const handled = (failure: Failure) => failure.code === "passphrase_wrong" || failure.code === "passphrase_needed" || (failure.code === "invalid" && failure.field === "passphrase");

/** Says whether a passphrase protects the file, and sets, changes or removes it. */
export function ProtectionForm() {
  const { protected: isProtected } = useWorkspace();
  const mayKeep = useMay("keep_workspace");
  const [change, setChange] = useState<Change | null>(null);
  if (change) return <ChangeForm change={change} onClose={() => setChange(null)} />;
  return (
    <div className={classes.state}>
      <div>
        {isProtected ? <StateLabel state="pass" size="md">A passphrase protects the file</StateLabel> : <StateLabel state="unknown" size="md">No passphrase: whoever has the file can read it</StateLabel>}
        <p className={classes.hint}>{isProtected ? "The whole file is encrypted. The passphrase is asked for each time it is opened." : "A passphrase encrypts the whole file: vendors, reports, decisions."}</p>
      </div>
      <div className={classes.buttons}>
        {isProtected ? (
          <>
            <Button disabled={!mayKeep} onClick={() => setChange("change")}>Change …</Button>
            <Button variant="subtle" disabled={!mayKeep} onClick={() => setChange("remove")}>Remove …</Button>
          </>
        ) : (
          <Button disabled={!mayKeep} leftSection={<Icon name="lock" />} onClick={() => setChange("set")}>Set a passphrase …</Button>
        )}
      </div>
    </div>
  );
}

const done: Record<Change, string> = { set: "A passphrase protects the file now", change: "The passphrase was changed", remove: "The passphrase was removed" };
const button: Record<Change, string> = { set: "Protect the file", change: "Change the passphrase", remove: "Remove the passphrase" };

function ChangeForm({ change, onClose }: { change: Change; onClose: () => void }) {
  const [current, setCurrent] = useState("");
  const [passphrase, setPassphrase] = useState(noPassphrase);
  const save = useWrite("protection_set", { handles: handled });
  const form = useToError(save.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { current: change === "set" ? null : current, new: change === "remove" ? null : passphrase.first },
      {
        onSuccess: () => {
          showDone(done[change]);
          onClose();
        },
      },
    );
  };
  const ready = (change === "set" || current !== "") && (change === "remove" || agrees(passphrase));
  const wrong = save.error && save.error.code !== "invalid" && handled(save.error) ? failureText(save.error).title : undefined;
  return (
    <form ref={form} onSubmit={submit} className={classes.form}>
      {change !== "set" && (
        <PasswordInput label="Passphrase so far" autoFocus autoComplete="current-password" maw="20rem" value={current} onChange={({ currentTarget }) => setCurrent(currentTarget.value)} error={wrong} />
      )}
      {change === "remove" ? (
        <p className={classes.hint}>The file will no longer be encrypted: whoever has it can read it. You can set a passphrase again at any time.</p>
      ) : (
        <NewPassphraseFields value={passphrase} onChange={setPassphrase} label="New passphrase" error={fieldError(save.error, "passphrase")} />
      )}
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" disabled={!ready} loading={save.isPending}>{button[change]}</Button>
        <Button variant="subtle" onClick={onClose}>Cancel</Button>
      </div>
    </form>
  );
}
