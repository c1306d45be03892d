import { Button, Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useMay } from "../api";
import type { CopyDocument, SignedCopyView } from "../contract/generated";
import { count, formatMoment, Icon, IconButton, StateLabel } from "../shared";
import { ConfirmSigned } from "./ConfirmSigned";
import { CopyNotes } from "./CopyNotes";
import { RemoveCopy } from "./RemoveCopy";
import { SignerMark } from "./SignerMark";
import classes from "./signed.module.css";
import { copyPagesText, foundText, isComplete, laterText, signerText } from "./words";

/** The copies of a decision's packets that came back signed on paper. */
export function SignedCopies({ copies }: { copies: readonly SignedCopyView[] }) {
  return copies.map((copy) => <SignedCopy key={copy.packet} copy={copy} />);
}

function SignedCopy({ copy }: { copy: SignedCopyView }) {
  const mayConfirm = useMay("decide");
  const [confirming, setConfirming] = useState(false);
  const held = copy.documents.length > 0;
  const later = laterText(copy);
  const confirmed = copy.signers.some(({ said }) => said?.signed);
  return (
    <section className={classes.copy} aria-label={`Signed copy of ${copy.number}, version ${copy.version}`}>
      <header className={classes.head}>
        <h3>{`Signed copy of ${copy.number}, version ${copy.version}`}</h3>
        {held ? <StateLabel state={isComplete(copy.pages) ? "pass" : "warn"}>{copyPagesText(copy.pages)}</StateLabel> : <StateLabel state="unknown">no copy held any more</StateLabel>}
        {held && (
          <Button size="xs" variant={confirmed ? "subtle" : "default"} disabled={!mayConfirm} onClick={() => setConfirming(true)}>
            {confirmed ? "Put right who signed …" : "Confirm who signed …"}
          </Button>
        )}
      </header>
      {later && <StateLabel state="warn">{later}</StateLabel>}
      <CopyNotes copy={copy} />
      <ul className={classes.signers} aria-label="Signatures on paper">
        {copy.signers.map((signer) => (
          <li key={signer.person}>
            <SignerMark signer={signer} />
            <span>{signerText(signer)}</span>
            {signer.said && <em>{`${signer.said.signed ? "confirmed" : "taken back"} by ${signer.said.by}, ${formatMoment(signer.said.at)}${signer.said.why ? `: ${signer.said.why}` : ""}`}</em>}
          </li>
        ))}
      </ul>
      {held && (
        <ul className={classes.files} aria-label="Files of the copy">
          {copy.documents.map((file) => (
            <CopyFile key={file.document} file={file} />
          ))}
        </ul>
      )}
      {confirming && <ConfirmSigned copy={copy} onClose={() => setConfirming(false)} />}
    </section>
  );
}

function CopyFile({ file }: { file: CopyDocument }) {
  const mayKeep = useMay("keep_documents");
  const [removing, setRemoving] = useState(false);
  return (
    <li>
      <Icon name="page" size={14} />
      <Link to="/documents/$document" params={{ document: file.document }} {...(file.sheet ? { search: { page: file.sheet } as never } : {})}>
        {file.file_name}
      </Link>
      <span>{`${count(file.pages, "page")}, received ${formatMoment(file.received_at)} by ${file.received_by}, ${foundText[file.found]}`}</span>
      <Menu position="bottom-end">
        <Menu.Target>
          <IconButton size="xs" icon="more" name={`More of ${file.file_name}`} />
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Icon name="undo" />} disabled={!mayKeep} onClick={() => setRemoving(true)}>
            Not a copy of this packet …
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {removing && <RemoveCopy document={file.document} fileName={file.file_name} onClose={() => setRemoving(false)} />}
    </li>
  );
}
