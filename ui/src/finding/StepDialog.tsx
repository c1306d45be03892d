import { Button, Group, Modal, NumberInput, Select, Textarea } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { type FormEvent, type ReactNode, useState } from "react";
import { atFields, fieldError, useRead, useWorkspace, useWrite } from "../api";
import type { FindingMove, FindingStepView, FindingView } from "../contract/generated";
import { PersonSelect } from "../people/PersonSelect";
import { count, showDone } from "../shared";
import { AcceptForm } from "./AcceptForm";
import classes from "./finding.module.css";
import { QuestionsLetter } from "./QuestionsLetter";
import { stepLabel } from "./words";

interface StepDialogProps {
  /** Which findings go on: all of one vendor where they are asked, accepted or proved. */
  findings: readonly FindingView[];
  /** The step; none: closed. */
  step: FindingStepView | null;
  onClose: () => void;
  onDone?: (key: string) => void;
}

/** Takes a step that needs something, with one finding or several. */
export function StepDialog({ findings, step, onClose, onDone }: StepDialogProps) {
  const [first] = findings;
  return (
    <Modal opened={step !== null && first !== undefined} onClose={onClose} title={step ? `${stepLabel[step.step]}: ${findings.length === 1 ? first?.title : count(findings.length, "exception")}` : ""} size="40rem">
      {step && first && <StepForm findings={findings} first={first} step={step} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

const fields = ["answer_by", "evidence", "page", "by", "note", "reason", "worst_case", "compensations", "plan", "requester", "approver", "expires"];

/** Takes a step and says so. */
export function useStep(findings: readonly FindingView[], onDone: (key: string) => void) {
  const move = useWrite("findings_move", { handles: atFields(...fields) });
  const run = (step: FindingMove): void =>
    // Once the step is taken the dialog may be gone before the answer is looked at.
    void move.mutateAsync({ keys: findings.map(({ key }) => key), step }).then(
      (moved) => {
        showDone(`${stepLabel[step.step]}: ${findings.length === 1 ? (findings[0]?.title ?? "") : count(findings.length, "exception")}`);
        onDone(moved.findings[0]?.key ?? "");
      },
      () => undefined,
    );
  return { run, pending: move.isPending, error: (field: string) => fieldError(move.error, field) };
}

function StepForm({ findings, first, step, onClose, onDone }: StepDialogProps & { first: FindingView; step: FindingStepView; onDone: StepDialogProps["onDone"] | undefined }) {
  const { run, pending, error } = useStep(findings, (key) => {
    onClose();
    onDone?.(key);
  });
  const done = { run, pending, error, onClose };
  switch (step.step) {
    case "ask":
      return <AskForm findings={findings} day={step.day} {...done} />;
    case "receive":
      return <ReceiveForm vendor={first.vendor} {...done} />;
    case "verify":
      return <VerifyForm {...done} />;
    case "accept":
      return <AcceptForm step={step} {...done} />;
    case "not_applicable":
      return <ReasonForm hint="Who reviewed it says why it does not apply to us" does="Record that it does not apply" make={(reason) => ({ step: "not_applicable", reason })} {...done} />;
    case "reopen":
      return <ReasonForm hint="An incident, a mistake, or a proof that does not stand up" does="Open it again" make={(reason) => ({ step: "reopen", reason })} {...done} />;
    case "close":
      return <Sure text="Nothing is left to be done. Who closes it is recorded." does="Close it" step={{ step: "close" }} {...done} />;
    case "supersede":
      return <Sure text="The next report tests the control without exception." does="Record it as superseded" step={{ step: "supersede" }} {...done} />;
  }
}

/** What every form of a step gets. */
export interface StepFormProps {
  run: (step: FindingMove) => void;
  pending: boolean;
  error: (field: string) => string | undefined;
  onClose: () => void;
}

/** The foot of a form, and that Enter submits it. */
export function StepFrame({ children, does, ready, pending, onClose, onSubmit }: { children: ReactNode; does: string; ready: boolean; pending: boolean; onClose: () => void; onSubmit: () => void }) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (ready) onSubmit();
  };
  return (
    <form className={classes.form} onSubmit={submit} noValidate>
      {children}
      <Group justify="flex-end" gap="sm">
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" disabled={!ready} loading={pending}>
          {does}
        </Button>
      </Group>
    </form>
  );
}

function AskForm({ findings, day, run, pending, error, onClose }: StepFormProps & { findings: readonly FindingView[]; day: string | null }) {
  const { today } = useWorkspace();
  const [by, setBy] = useState(day);
  const sameVendor = findings.every(({ vendor }) => vendor === findings[0]?.vendor);
  return (
    <StepFrame does="The question was sent" ready={by !== null} pending={pending} onClose={onClose} onSubmit={() => by !== null && run({ step: "ask", answer_by: by })}>
      <DateInput label="Answer by" required minDate={today} value={by} error={error("answer_by")} onChange={setBy} />
      {sameVendor ? <QuestionsLetter keys={findings.map(({ key }) => key)} answerBy={by} /> : <p className={classes.dim}>These belong to several vendors. Each vendor gets its own letter: choose those of one to write it here.</p>}
    </StepFrame>
  );
}

function ReceiveForm({ vendor, run, pending, error, onClose }: StepFormProps & { vendor: string }) {
  const documents = useRead("vendor", { vendor }).data?.documents ?? [];
  const [evidence, setEvidence] = useState<string | null>(null);
  const [page, setPage] = useState<number | null>(null);
  const pages = documents.find(({ id }) => id === evidence)?.pages;
  return (
    <StepFrame does="Attach it" ready={evidence !== null} pending={pending} onClose={onClose} onSubmit={() => evidence !== null && run({ step: "receive", evidence, page })}>
      <Select
        label="What the vendor sent" required searchable description="Documents that are filed with this vendor" placeholder="Choose a document" nothingFoundMessage="Drop the document on this window and file it with the vendor first."
        data={documents.map(({ id, file_name }) => ({ value: id, label: file_name }))} value={evidence} error={error("evidence")} onChange={setEvidence}
      />
      <NumberInput
        label="Page" description="Where it stands, if it is one page" min={1} max={pages ?? undefined} allowDecimal={false} value={page ?? ""} error={error("page")}
        onChange={(value) => setPage(typeof value === "number" ? value : null)}
      />
    </StepFrame>
  );
}

function VerifyForm({ run, pending, error, onClose }: StepFormProps) {
  const people = useRead("people", {}).data ?? [];
  const { actor } = useWorkspace();
  const [by, setBy] = useState<string | null>(actor.id);
  const [note, setNote] = useState("");
  return (
    <StepFrame does="Record as verified" ready={by !== null} pending={pending} onClose={onClose} onSubmit={() => by !== null && run({ step: "verify", by, note })}>
      <PersonSelect label="Verified by" required description="Somebody of ours, by name" people={people} value={by} error={error("by")} onChange={setBy} />
      <Textarea label="What was looked at" required autosize minRows={2} maxRows={6} value={note} error={error("note")} onChange={({ currentTarget }) => setNote(currentTarget.value)} />
    </StepFrame>
  );
}

function ReasonForm({ hint, does, make, run, pending, error, onClose }: StepFormProps & { hint: string; does: string; make: (reason: string) => FindingMove }) {
  const [reason, setReason] = useState("");
  return (
    <StepFrame does={does} ready pending={pending} onClose={onClose} onSubmit={() => run(make(reason))}>
      <Textarea label="Reason" required description={hint} autosize minRows={2} maxRows={6} data-autofocus value={reason} error={error("reason")} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
    </StepFrame>
  );
}

function Sure({ text, does, step, run, pending, onClose }: StepFormProps & { text: string; does: string; step: FindingMove }) {
  return (
    <StepFrame does={does} ready pending={pending} onClose={onClose} onSubmit={() => run(step)}>
      <p>{text}</p>
    </StepFrame>
  );
}
