import { Button, Group, Modal, Select } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useRead, useWrite } from "../api";
import { showDone } from "../shared";
import classes from "./signed.module.css";

interface AttachCopyProps {
  document: string;
  fileName: string;
  onClose: () => void;
}

/** Says by hand of which packet a file is a copy, or a part of one: a photograph of a page without a code, for example. */
export function AttachCopy({ document, fileName, onClose }: AttachCopyProps) {
  const packets = useRead("packets", {}).data ?? [];
  const attach = useWrite("signed_copy_attach", { handles: atFields("document") });
  const [packet, setPacket] = useState<string | null>(null);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (packet === null) return;
    void attach.mutateAsync({ document, packet }).then(
      (copy) => {
        showDone(`Signed copy of packet ${copy.number}, version ${copy.version}: ${fileName}`);
        onClose();
      },
      () => undefined,
    );
  };
  return (
    <Modal opened onClose={onClose} title="Copy of a signed packet" size="34rem">
      <form className={classes.form} onSubmit={submit} noValidate>
        <Select
          label="Packet" required searchable data-autofocus description="Of which packet this file is the signed copy, or some of its pages" placeholder="Choose a packet" nothingFoundMessage="No packet is called so."
          data={packets.map(({ id, number, version, vendor_name }) => ({ value: id, label: `${number}, version ${version}: ${vendor_name}` }))} value={packet} error={fieldError(attach.error, "document")} onChange={setPacket}
        />
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" variant="filled" disabled={packet === null} loading={attach.isPending}>
            Attach it
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
