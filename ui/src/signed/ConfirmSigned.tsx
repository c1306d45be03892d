import { Button, Checkbox, Group, Modal, Textarea } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useWorkspace, useWrite } from "../api";
import type { PaperSigner, SignedCopyView } from "../contract/generated";
import { PageExcerpt } from "../page/PageExcerpt";
import { IconButton, showDone, StateLabel } from "../shared";
import classes from "./signed.module.css";
import { copyPagesText, isComplete, laterText } from "./words";

/** What a person says of one place for a signature. */
interface Said {
  readonly signed: boolean;
  readonly on: string | null;
}

const saidOf = ({ said }: PaperSigner): Said => ({ signed: said?.signed ?? false, on: said?.on ?? null });
/** Whether something that was confirmed would be put right or taken back. */
const takesBack = (signer: PaperSigner, now: Said): boolean => (signer.said?.signed ?? false) && (!now.signed || now.on !== signer.said?.on);
const differs = (signer: PaperSigner, now: Said): boolean => takesBack(signer, now) || (now.signed && !signer.said?.signed);

/** Confirms who signed a packet on paper, with the page beside it. */
export function ConfirmSigned({ copy, onClose }: { copy: SignedCopyView; onClose: () => void }) {
  const { today } = useWorkspace();
  const save = useWrite("paper_signatures_save", { handles: atFields("on", "reason", "signed") });
  const [said, setSaid] = useState<Readonly<Record<string, Said>>>(() => Object.fromEntries(copy.signers.map((signer) => [signer.person, saidOf(signer)])));
  const [reason, setReason] = useState("");
  const now = (signer: PaperSigner): Said => said[signer.person] ?? saidOf(signer);
  const set = (signer: PaperSigner, next: Said): void => setSaid((all) => ({ ...all, [signer.person]: next }));
  const back = copy.signers.some((signer) => takesBack(signer, now(signer)));
  const changed = copy.signers.some((signer) => differs(signer, now(signer)));
  const later = laterText(copy);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const signed = copy.signers.filter((signer) => now(signer).signed).map((signer) => ({ person: signer.person, on: now(signer).on }));
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
          <p>Tick whose signature stands on the paper, with the day beside it. It is kept as what you saw; it is not a signature in this program.</p>
          <ul className={classes.ticks}>
            {copy.signers.map((signer) => (
              <li key={signer.person}>
                <Checkbox label={signer.name} description={signer.role} checked={now(signer).signed} onChange={({ currentTarget }) => set(signer, { signed: currentTarget.checked, on: currentTarget.checked ? now(signer).on : null })} />
                <DateInput aria-label={`Day beside the signature of ${signer.name}`} placeholder="Day beside it" clearable minDate={copy.decided_on} maxDate={today} disabled={!now(signer).signed} value={now(signer).on} onChange={(on) => set(signer, { signed: true, on })} />
              </li>
            ))}
          </ul>
          {fieldError(save.error, "on") && <StateLabel state="fail">{fieldError(save.error, "on")}</StateLabel>}
          {fieldError(save.error, "signed") && <StateLabel state="fail">{fieldError(save.error, "signed")}</StateLabel>}
          {back && <Textarea label="Reason" required description="What was confirmed before is put right or taken back; both stay in the history" autosize minRows={2} maxRows={5} value={reason} error={fieldError(save.error, "reason")} onChange={({ currentTarget }) => setReason(currentTarget.value)} />}
          <Group justify="flex-end" gap="sm">
            <Button variant="subtle" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" variant="filled" disabled={!changed} loading={save.isPending}>
              {back ? "Record the correction" : "Record who signed"}
            </Button>
          </Group>
        </form>
        <CopyPages copy={copy} />
      </div>
    </Modal>
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
