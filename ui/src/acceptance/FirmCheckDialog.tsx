import { Button, Checkbox, Group, Modal, Select, Textarea, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import type { FormEvent } from "react";
import { atFields, fieldError, useWorkspace, useToError, useWrite } from "../api";
import type { EvaluatedDocument, FirmProofs, FirmResult, FirmSignalName, FirmView, LicenceName, PeerReviewName } from "../contract/generated";
import { LeaveButton } from "../draft/LeaveButton";
import { type DraftOf, useOpenedDraft } from "../draft/useOpenedDraft";
import { useTyped } from "../draft/useTyped";
import { Icon, showDone, showNotice } from "../shared";
import classes from "./Evaluation.module.css";
import { licenceLabel, peerReviewLabel, signalLabel } from "./words";

/** Leads through the check of a firm: where to look, what to enter. The application opens no address by itself. */
export function FirmCheckDialog({ firm, documents, onClose }: { firm: FirmView | null; documents: readonly EvaluatedDocument[]; onClose: () => void }) {
  const { ready, draft } = useOpenedDraft<"firm_check">(firm && { dialog: "firm_check", firm: firm.name });
  return (
    <Modal opened={firm !== null && ready} onClose={onClose} title={firm ? `Check ${firm.name}` : ""} size="38rem">
      {firm && ready && <FirmCheckForm firm={firm} documents={documents} onClose={onClose} draft={draft} />}
    </Modal>
  );
}

const empty: FirmResult = { licence: null, licensed_by: null, peer_review: null, peer_review_accepted_on: null, first_report_on: null, signals: [], note: null };

const unproved: FirmProofs = { licence: null, peer_review: null };

const fields = ["checked_on", "licence", "licensed_by", "peer_review", "note", "proofs.licence", "proofs.peer_review"];

function choices<Name extends string>(labels: Readonly<Record<Name, string>>): { value: Name; label: string }[] {
  return (Object.keys(labels) as Name[]).map((value) => ({ value, label: labels[value] }));
}

interface FormProps {
  firm: FirmView;
  documents: readonly EvaluatedDocument[];
  onClose: () => void;
  draft: DraftOf<"firm_check"> | null;
}

function FirmCheckForm({ firm, documents, onClose, draft }: FormProps) {
  const { today } = useWorkspace();
  const record = useWrite("firm_check", { handles: atFields(...fields) });
  const { typed, kept, change: put, settle, drop, keepAgain } = useTyped<DraftOf<"firm_check">>({ dialog: "firm_check", firm: firm.name }, draft, { dialog: "firm_check", checked_on: today, result: empty, proofs: unproved });
  const { result, proofs, checked_on: day } = typed;
  const change = (part: Partial<FirmResult>): void => put({ result: { ...result, ...part } });
  const error = (field: string) => fieldError(record.error, field);
  const copy = (address: string): void => {
    navigator.clipboard.writeText(address).then(
      () => showDone(`Copied: ${address}`),
      () => showNotice({ state: "fail", title: "The clipboard is closed to this window", text: "Select the address and copy it by hand." }),
    );
  };
  const form = useToError(record.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (day === null) return;
    settle();
    record.mutate(
      { firm: firm.name, checked_on: day, result, proofs },
      {
        onError: keepAgain,
        onSuccess: () => {
          drop();
          showDone(`Check of ${firm.name} recorded`);
          onClose();
        },
      },
    );
  };
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      {firm.places.map((place) => (
        <div key={place.address}>
          <div className={classes.place}>
            <span>
              <b>{place.what}</b>: <code>{place.address}</code>
            </span>
            <Button size="xs" variant="subtle" leftSection={<Icon name="copy" />} onClick={() => copy(place.address)}>
              Copy
            </Button>
          </div>
          <p className={classes.dim}>{place.how}</p>
        </div>
      ))}
      <p className={classes.dim}>Countersign opens no address. Paste it into your browser and enter here what you find.</p>
      <Group grow align="flex-start">
        <Select label="Licence" placeholder="not looked up" clearable data={choices<LicenceName>(licenceLabel)} value={result.licence} error={error("licence")} onChange={(licence) => change({ licence: licence as LicenceName | null })} />
        <TextInput
          label={result.licence === "other_jurisdiction" ? "Licensed by" : "State of the licence"}
          value={result.licensed_by ?? ""}
          error={error("licensed_by")}
          onChange={(event) => change({ licensed_by: event.currentTarget.value })}
        />
      </Group>
      <Group grow align="flex-start">
        <Select label="Peer review" placeholder="not looked up" clearable data={choices<PeerReviewName>(peerReviewLabel)} value={result.peer_review} error={error("peer_review")} onChange={(review) => change({ peer_review: review as PeerReviewName | null })} />
        {result.peer_review === "too_new" ? (
          <DateInput label="First report of this kind" clearable maxDate={today} value={result.first_report_on} onChange={(first_report_on) => change({ first_report_on })} />
        ) : (
          <DateInput label="Review accepted on" clearable maxDate={today} value={result.peer_review_accepted_on} onChange={(peer_review_accepted_on) => change({ peer_review_accepted_on })} />
        )}
      </Group>
      <Checkbox.Group label="Signals" description="They warn people; they fail no rule" value={result.signals} onChange={(signals) => change({ signals: signals as FirmSignalName[] })}>
        {choices<FirmSignalName>(signalLabel).map(({ value, label }) => (
          <Checkbox key={value} mt="xs" value={value} label={label} />
        ))}
      </Checkbox.Group>
      <Group grow align="flex-start">
        <ProofSelect label="Shows the licence" documents={documents} value={proofs.licence} error={error("proofs.licence")} onChange={(licence) => put({ proofs: { ...proofs, licence } })} />
        <ProofSelect label="Shows the peer review" documents={documents} value={proofs.peer_review} error={error("proofs.peer_review")} onChange={(review) => put({ proofs: { ...proofs, peer_review: review } })} />
      </Group>
      <Textarea label="Note" autosize value={result.note ?? ""} error={error("note")} onChange={(event) => change({ note: event.currentTarget.value })} />
      <DateInput label="Checked on" required maxDate={today} value={day} error={error("checked_on")} onChange={(checked_on) => put({ checked_on })} />
      <Group justify="flex-end" gap="sm">
        <LeaveButton kept={kept} onDrop={drop} onClose={onClose} />
        <Button type="submit" variant="filled" disabled={day === null} loading={record.isPending}>
          Record the check
        </Button>
      </Group>
    </form>
  );
}

interface ProofProps {
  label: string;
  documents: readonly EvaluatedDocument[];
  value: string | null;
  error: string | undefined;
  onChange: (document: string | null) => void;
}

/** Chooses the print or picture of what was looked up, among what is filed with the vendor. */
function ProofSelect({ label, documents, value, error, onChange }: ProofProps) {
  return (
    <Select
      label={label}
      description="A print or picture, filed with this vendor"
      placeholder={documents.length === 0 ? "none is filed here" : "none"}
      clearable
      clearButtonProps={{ "aria-label": "Clear" }}
      searchable
      data={documents.map(({ document, file_name: name }) => ({ value: document, label: name }))}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}
