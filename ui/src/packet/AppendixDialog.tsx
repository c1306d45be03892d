import { Button, Checkbox, Group, Modal } from "@mantine/core";
import { useState } from "react";
import { Answered, notAppendable, useRead, useWrite } from "../api";
import type { AppendixView, PacketView } from "../contract/generated";
import { count, formatBytes, StateMark } from "../shared";
import classes from "./AppendixDialog.module.css";

interface AppendixDialogProps {
  packet: PacketView;
  opened: boolean;
  onClose: () => void;
  /** Told of the packet with these documents. */
  onMade: (packet: PacketView) => void;
}

/** Asks which of the documents behind a decision go with its packet. */
export function AppendixDialog({ packet, opened, onClose, onMade }: AppendixDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title="Append documents" size="40rem">
      {opened && <Choice packet={packet} onClose={onClose} onMade={onMade} />}
    </Modal>
  );
}

function Choice({ packet, onClose, onMade }: Omit<AppendixDialogProps, "opened">) {
  const answer = useRead("packet_appendices", { decision: packet.decision });
  return (
    <Answered of={answer} what="Documents behind the packet">
      {(documents) => <Loaded documents={documents} packet={packet} onClose={onClose} onMade={onMade} />}
    </Answered>
  );
}

function Loaded({ documents, packet, onClose, onMade }: Omit<AppendixDialogProps, "opened"> & { documents: readonly AppendixView[] }) {
  const make = useWrite("packet_make");
  const [taken, setTaken] = useState<readonly string[]>(packet.appended.map((each) => each.label));
  const pages = documents.filter((each) => taken.includes(each.label)).reduce((sum, each) => sum + each.pages, 0);
  const unprotected = documents.filter((each) => taken.includes(each.label) && !each.nda);
  const append = (): void =>
    void make
      .mutateAsync({ decision: packet.decision, paper: packet.paper, append: [...taken], sign_offs: packet.sign_offs > 0 })
      .then(onMade)
      .catch(() => {});

  if (documents.length === 0) return <p>No document stands behind this decision, so there is nothing to append.</p>;
  return (
    <div className={classes.dialog}>
      <p>Their pages follow the packet, each marked with its number, and references lead to them. The originals stay as they are; their signatures hold only there.</p>
      <ul className={classes.documents}>
        {documents.map((document) => (
          <li key={document.label}>
            <Checkbox
              value={document.label}
              label={`${document.label}  ${document.kind}${document.main ? ", main report" : ""}`}
              description={`${document.file_name}, ${count(document.pages, "page")}, ${formatBytes(document.bytes)}`}
              checked={taken.includes(document.label)}
              disabled={document.refused !== null}
              onChange={({ currentTarget: { checked } }) => setTaken((now) => (checked ? [...now, document.label] : now.filter((label) => label !== document.label)))}
            />
            {document.refused !== null && <Note text={notAppendable(document.refused)} />}
            {document.refused === null && !document.nda && <Note text="No NDA is recorded for it. Append it only where the vendor allows to pass it on." />}
            {document.refused === null && document.signatures > 0 && <Note text={`Carries ${count(document.signatures, "electronic signature")}, which a copy cannot carry. The packet says so.`} />}
          </li>
        ))}
      </ul>
      <Group justify="flex-end" gap="xs">
        <span className={classes.sum} role="status">
          {taken.length === 0 ? "Nothing appended" : `${count(taken.length, "document")}, ${count(pages, "page")}${unprotected.length > 0 ? `, ${unprotected.length} without an NDA` : ""}`}
        </span>
        <Button onClick={onClose}>Cancel</Button>
        <Button variant="filled" loading={make.isPending} onClick={append}>
          {taken.length === 0 ? "Packet without documents" : "Make packet with these"}
        </Button>
      </Group>
    </div>
  );
}

function Note({ text }: { text: string }) {
  return (
    <p className={classes.note}>
      <StateMark state="warn" size="sm" label="Note" />
      <span>{text}</span>
    </p>
  );
}
