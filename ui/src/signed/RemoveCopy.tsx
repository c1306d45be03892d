import { Button, Group, Modal, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useWrite } from "../api";
import { showDone } from "../shared";
import classes from "./signed.module.css";

interface RemoveCopyProps {
  document: string;
  fileName: string;
  onClose: () => void;
}

/** Says that a file is no copy of the packet after all. */
export function RemoveCopy({ document, fileName, onClose }: RemoveCopyProps) {
  const remove = useWrite("signed_copy_remove", { handles: atFields("reason") });
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void remove.mutateAsync({ document, reason }).then(
      () => {
        showDone(`In the inbox again: ${fileName}`);
        onClose();
      },
      () => undefined,
    );
  };
  return (
    <Modal opened onClose={onClose} title={`Not a copy: ${fileName}`} size="34rem">
      <form className={classes.form} onSubmit={submit} noValidate>
        <p>The file waits in the inbox again, to be filed as any document. With the last file of a copy, what was confirmed of its signatures is taken back, too.</p>
        <Textarea label="Reason" required autosize minRows={2} maxRows={6} data-autofocus value={reason} error={fieldError(remove.error, "reason")} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="filled" loading={remove.isPending}>
            Take it off the packet
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
