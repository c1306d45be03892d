import { Button, Modal } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { fieldError, useToError, useWrite } from "../api";
import type { MonitoringEntryView } from "../contract/generated";
import { TextField } from "../register/fields";
import { atAnyField } from "../register/forms";
import register from "../register/register.module.css";
import { formatDay, showDone } from "../shared";
import { kindLabel } from "./words";

/** Settles what was noted, with what came of it. */
export function CloseDialog({ entry, onClose }: { entry: MonitoringEntryView | null; onClose: () => void }) {
  return (
    <Modal opened={entry !== null} onClose={onClose} title={entry ? `${kindLabel[entry.kind]}, ${formatDay(entry.on)}` : ""} size="34rem">
      {entry && <Form key={entry.id} entry={entry} onClose={onClose} />}
    </Modal>
  );
}

function Form({ entry, onClose }: { entry: MonitoringEntryView; onClose: () => void }) {
  const [note, setNote] = useState<string | null>(null);
  const close = useWrite("monitoring_close", { handles: atAnyField });
  const form = useToError(close.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    close.mutate({ id: entry.id, note: note ?? "" }, {
      onSuccess: () => {
        showDone("Settled", () => close.mutate({ id: entry.id, note: null }));
        onClose();
      },
    });
  };
  return (
    <form ref={form} className={register.form} onSubmit={submit} noValidate>
      <TextField label="What came of it" description="What it proposes of the tier and the review ends with it" value={note} error={fieldError(close.error, "note")} onChange={setNote} />
      <div className={register.foot}>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" loading={close.isPending}>
          Settle
        </Button>
      </div>
    </form>
  );
}
