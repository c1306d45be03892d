import { Button, Checkbox, Group, Modal, Radio, Textarea, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useWorkspace, useWrite } from "../api";
import type { PaperSigner, SignedCopyView } from "../contract/generated";
import { PageExcerpt } from "../page/PageExcerpt";
import { IconButton, showDone, StateLabel } from "../shared";
import { CopyNotes } from "./CopyNotes";
import classes from "./signed.module.css";
import { copyPagesText, isComplete, laterText } from "./words";

/** What a person says of one place for a signature. */
interface Said {
  readonly signed: boolean;
  /** Which box is ticked; `null` until somebody says so. */
  readonly agrees: boolean | null;
  readonly comment: string;
  readonly on: string | null;
}

const unsigned: Said = { signed: false, agrees: null, comment: "", on: null };
const saidOf = ({ said }: PaperSigner): Said => (said?.signed ? { signed: true, agrees: said.agrees, comment: said.comment ?? "", on: said.on } : unsigned);
/** Whether something that was confirmed would be put right or taken back. */
const takesBack = (signer: PaperSigner, now: Said): boolean => {
  const before = saidOf(signer);
  return before.signed && (!now.signed || now.on !== before.on || now.agrees !== before.agrees || now.comment.trim() !== before.comment);
};
const differs = (signer: PaperSigner, now: Said): boolean => takesBack(signer, now) || (now.signed && !signer.said?.signed);
/** Whether it is not said which box is ticked, where that is to be said. */
const isOpen = (signer: PaperSigner, now: Said): boolean => now.signed && now.agrees === null && differs(signer, now);

/** Confirms who signed a packet on paper, with the page beside it. */
export function ConfirmSigned({ copy, onClose }: { copy: SignedCopyView; onClose: () => void }) {
  const save = useWrite("paper_signatures_save", { handles: atFields("agrees", "comment", "on", "reason", "signed") });
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>(() => Object.fromEntries(copy.signers.map((signer) => [signer.person, saidOf(signer)])));
  const [reason, setReason] = useState("");
  const now = (signer: PaperSigner): Said => said[signer.person] ?? saidOf(signer);
  const set = (signer: PaperSigner, next: Said): void => setSaid((all) => ({ ...all, [signer.person]: next }));
  const back = copy.signers.some((signer) => takesBack(signer, now(signer)));
  const changed = copy.signers.some((signer) => differs(signer, now(signer)));
  const open = copy.signers.some((signer) => isOpen(signer, now(signer)));
  const later = laterText(copy);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const signed = copy.signers.filter((signer) => now(signer).signed).map((signer) => ({ person: signer.person, agrees: now(signer).agrees, comment: now(signer).comment.trim() || null, on: now(signer).on }));
    void save.mutateAsync({ packet: copy.packet, signed, reason: back ? reason : null }).then(
      () => {
        showDone(`Recorded who signed packet ${copy.number}, version ${copy.version}`);
        onClose();
      },
      () => undefined,
    );
  };
  return (
    <Modal opened onClose={onClose} title={`Who signed packet ${copy.number}, version ${copy.version}`} size="76rem">
      <div className={classes.panes}>
        <form className={classes.form} onSubmit={submit} noValidate>
          <StateLabel state={isComplete(copy.pages) ? "pass" : "warn"}>{copyPagesText(copy.pages)}</StateLabel>
          {later && <StateLabel state="warn">{later}</StateLabel>}
          <CopyNotes copy={copy} />
          <p>Tick whose signature stands on the paper, which box is ticked beside it, and the day. It is kept as what you saw; it is not a signature in this program.</p>
          <ul className={classes.ticks}>
            {copy.signers.map((signer) => (
              <li key={signer.person}>
                <PaperPlace copy={copy} signer={signer} said={now(signer)} onChange={(next) => set(signer, next)} />
              </li>
            ))}
          </ul>
          {fieldError(save.error, "agrees") && <StateLabel state="fail">{`Which box is ticked: ${fieldError(save.error, "agrees")}`}</StateLabel>}
          {fieldError(save.error, "comment") && <StateLabel state="fail">{`What is written beside it: ${fieldError(save.error, "comment")}`}</StateLabel>}
          {fieldError(save.error, "on") && <StateLabel state="fail">{fieldError(save.error, "on")}</StateLabel>}
          {fieldError(save.error, "signed") && <StateLabel state="fail">{fieldError(save.error, "signed")}</StateLabel>}
          {back && <Textarea label="Reason" required description="What was confirmed before is put right or taken back; both stay in the history" autosize minRows={2} maxRows={5} value={reason} error={fieldError(save.error, "reason")} onChange={({ currentTarget }) => setReason(currentTarget.value)} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="subtle" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" variant="filled" disabled={!changed || open} loading={save.isPending}>
              {back ? "Record the correction" : "Record who signed"}
            </Button>
          </Group>
        </form>
        <CopyPages copy={copy} />
      </div>
    </Modal>
  );
}

/** A place for a signature: whether it is signed, which box is ticked, what is written there. */
function PaperPlace({ copy, signer, said, onChange }: { copy: SignedCopyView; signer: PaperSigner; said: Said; onChange: (next: Said) => void }) {
  const { today } = useWorkspace();
  return (
    <>
      <Checkbox label={signer.name} description={signer.role} checked={said.signed} onChange={({ currentTarget }) => onChange(currentTarget.checked ? { ...said, signed: true } : unsigned)} />
      {said.signed && (
        <div className={classes.place}>
          <Radio.Group aria-label={`Box that ${signer.name} ticked`} value={said.agrees === null ? null : String(said.agrees)} onChange={(value) => onChange({ ...said, agrees: value === "true" })}>
            <Group gap="md">
              <Radio value="true" label={copy.agree} />
              <Radio value="false" label={copy.disagree} />
            </Group>
          </Radio.Group>
          <DateInput aria-label={`Day beside the signature of ${signer.name}`} placeholder="Day beside it" clearable minDate={copy.decided_on} maxDate={today} value={said.on} onChange={(on) => onChange({ ...said, on })} />
          <TextInput aria-label={`Words beside the signature of ${signer.name}`} placeholder="Words beside it, if any" value={said.comment} onChange={({ currentTarget }) => onChange({ ...said, comment: currentTarget.value })} />
        </div>
      )}
    </>
  );
}

/** The pages of the copy one by one, the decision sheet first. */
function CopyPages({ copy }: { copy: SignedCopyView }) {
  const places = copy.documents.flatMap((file) => Array.from({ length: file.pages }, (_, index) => ({ file, page: index + 1 })));
  const [at, setAt] = useState(() => Math.max(0, places.findIndex(({ file, page }) => file.sheet === page)));
  const place = places[at];
  if (!place) return null;
  return (
    <section className={classes.page} aria-label="Page of the copy">
      <div className={classes.bar}>
        <IconButton size="xs" icon="chevron-left" name="Previous page" disabled={at === 0} onClick={() => setAt(at - 1)} />
        <span>{`${place.file.file_name}, page ${place.page} of ${place.file.pages}`}</span>
        <IconButton size="xs" icon="chevron-right" name="Next page" disabled={at === places.length - 1} onClick={() => setAt(at + 1)} />
      </div>
      <PageExcerpt document={place.file.document} page={place.page} marks={[]} focus={null} />
    </section>
  );
}
