import { Button, SegmentedControl, Textarea } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { useToError, useWrite } from "../api";
import type { DecisionSheet, DecisionView, Paper } from "../contract/generated";
import { KeyCaps, useKept, useKeys } from "../shared";
import { Concerns } from "./Concerns";
import { ConditionsEditor } from "./ConditionsEditor";
import classes from "./DecisionForm.module.css";
import { emptyCondition, type FieldErrors, isLeft, openingDraft, toRecord } from "./draft";
import { errorAt, ofForm } from "./form-errors";
import { usualPaper } from "../packet/paper";
import { OutcomeChoice } from "./OutcomeChoice";
import { ResidualEditor } from "./ResidualEditor";
import { SignersEditor } from "./SignersEditor";
import { type Kept, useDraft } from "./useDraft";

interface DecisionFormProps {
  sheet: DecisionSheet;
  today: string;
  /** Whether the person may record it. */
  allowed: boolean;
  onRecorded: (decision: DecisionView, paper: Paper) => void;
}

const keptText: Readonly<Record<Kept, string>> = { untouched: "", typing: "…", saved: "saved", failed: "not saved" };

/** Where a decision is written down; every keystroke is kept. */
export function DecisionForm({ sheet, today, allowed, onRecorded }: DecisionFormProps) {
  const vendor = sheet.vendor.id;
  const { draft, kept, change, settle } = useDraft(vendor, openingDraft(sheet));
  const record = useWrite("decision_record", { handles: ofForm });
  const [paper, setPaper] = useKept<Paper>("packet.paper", usualPaper(navigator.language));
  const [missing, setMissing] = useState<FieldErrors>({});
  const errors: FieldErrors = { ...missing, ...errorAt(record.error) };
  const disabled = !allowed || !sheet.possible;
  const withConditions = draft.outcome === "approved_with_conditions" || draft.conditions.length > 0;

  // A field that lacks something may be out of sight.
  const form = useToError(Object.keys(errors).join(" "));

  const edit = (part: Parameters<typeof change>[0]): void => {
    setMissing({});
    if (record.error) record.reset();
    change(part);
  };
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    const ready = toRecord(vendor, draft);
    if (!ready.ready) {
      setMissing(ready.errors);
      return;
    }
    settle();
    record.mutate(ready.input, {
      onSuccess: (decision) => onRecorded(decision, paper),
      // Not recorded: what is typed is worth keeping again.
      onError: () => change({}),
    });
  };
  useKeys("Decision", [{ keys: "mod+enter", does: "Record the decision", run: () => submit(), inFields: true, enabled: !disabled && !record.isPending }]);

  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate aria-label="Decision">
      <OutcomeChoice
        value={draft.outcome}
        error={errors["outcome"]}
        disabled={disabled}
        inUse={sheet.in_use}
        onChange={(outcome) => edit({ outcome, ...(outcome === "approved_with_conditions" && draft.conditions.length === 0 ? { conditions: [emptyCondition] } : {}) })}
      />
      <Textarea
        label="Reason"
        description="In plain words, for the person who signs: what the evidence shows, what it leaves open, why that is enough."
        autosize
        minRows={4}
        maxRows={14}
        disabled={disabled}
        value={draft.reason}
        error={errors["reason"]}
        onChange={(event) => edit({ reason: event.currentTarget.value })}
      />
      {withConditions && <ConditionsEditor conditions={draft.conditions} people={sheet.people} open={sheet.unanswered} findings={sheet.findings} today={today} errors={errors} disabled={disabled} onChange={(conditions) => edit({ conditions })} />}
      <ResidualEditor level={draft.residual_level} words={draft.residual_words} error={errors["residual"]} disabled={disabled} onChange={edit} />
      <div className={classes.pair}>
        <SignersEditor approvers={sheet.approvers} requester={sheet.requester} signers={draft.signers} people={sheet.people} error={errors["signers"]} disabled={disabled} onChange={(signers) => edit({ signers })} />
        {!isLeft(draft.outcome) && (
          <DateInput
            label="Next review"
            description="When somebody looks at this vendor again"
            clearable
            clearButtonProps={{ "aria-label": "Clear" }}
            minDate={today}
            disabled={disabled}
            value={draft.next_review}
            error={errors["next_review"]}
            onChange={(next_review) => edit({ next_review })}
          />
        )}
      </div>
      {draft.outcome && <Concerns vendor={vendor} outcome={draft.outcome} signers={draft.signers} />}
      <footer className={classes.foot}>
        <Button type="submit" variant="filled" disabled={disabled} loading={record.isPending} rightSection={<KeyCaps keys="mod+enter" />}>
          Record and make packet
        </Button>
        <SegmentedControl
          aria-label="Paper of the packet"
          value={paper}
          onChange={(value) => setPaper(value === "letter" ? "letter" : "a4")}
          data={[
            { value: "a4", label: "A4" },
            { value: "letter", label: "Letter" },
          ]}
        />
        <span className={classes.kept} data-failed={kept === "failed" || undefined} role="status">
          {keptText[kept]}
        </span>
      </footer>
      <p className={classes.about}>Recording freezes the evidence as it is now. It cannot be changed afterwards; a later decision takes its place.</p>
    </form>
  );
}
