import { Button, Group, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import classes from "./ReviewView.module.css";

interface RejectFormProps {
  /** What is rejected, by its name. */
  what: string;
  /** What was read. */
  value: string;
  error: string | undefined;
  busy: boolean;
  onReject: (reason: string | null) => void;
  onCancel: () => void;
}

/** Says that a document does not say what was read. */
export function RejectForm({ what, value, error, busy, onReject, onCancel }: RejectFormProps) {
  const [reason, setReason] = useState("");
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onReject(reason.trim() === "" ? null : reason.trim());
  };
  return (
    <form className={classes.reject} onSubmit={submit} aria-label={`Reject: ${what}`}>
      <p>
        {what}: <b>{value}</b> is not what the document says. It counts as not stated; what was read stays on record.
      </p>
      <TextInput label="Why" placeholder="optional" autoFocus value={reason} error={error} onChange={(event) => setReason(event.currentTarget.value)} />
      <Group gap="sm">
        <Button type="submit" variant="filled" loading={busy}>
          Reject
        </Button>
        <Button variant="subtle" onClick={onCancel}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}
