import { Button, Checkbox, Group } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useRead, useToError, useWrite } from "../api";
import type { FindingView, SeverityInputsView } from "../contract/generated";
import { ChoiceField, TextField } from "../register/fields";
import { showDone } from "../shared";
import classes from "./finding.module.css";
import { RatingSum } from "./RatingSum";
import { exposureWords, extentWords, harmWords, historyWords, impactWords, natureWords, ownWords, responsePoints, severityLabel } from "./words";

/** What is typed: impact and exposure are asked, never guessed. */
type Draft = Omit<SeverityInputsView, "impact" | "exposure"> & { impact: SeverityInputsView["impact"] | null; exposure: SeverityInputsView["exposure"] | null };

function begin({ assessment, proposed }: FindingView): Draft {
  if (assessment) return { ...assessment.inputs, response: assessment.inputs.response ?? proposed.response };
  return {
    impact: null, exposure: null, extent: proposed.extent, nature: proposed.nature, late_found_nothing: false, history: proposed.history, harm: "unknown", vendor_compensation: false,
    own_compensation: "none", response: proposed.response, fix_verified: false, opinion_modified: proposed.opinion_modified,
  };
}

const complete = (draft: Draft): SeverityInputsView | null => (draft.impact !== null && draft.exposure !== null ? { ...draft, impact: draft.impact, exposure: draft.exposure } : null);

/** Judges how grave a finding is; the sum follows every choice. */
export function AssessForm({ finding, onDone, onCancel }: { finding: FindingView; onDone: (key: string) => void; onCancel: (() => void) | undefined }) {
  const assess = useWrite("finding_assess", { handles: atFields("reason") });
  const [draft, setDraft] = useState<Draft>(() => begin(finding));
  const [reason, setReason] = useState<string | null>(finding.assessment?.reason ?? null);
  const inputs = complete(draft);
  const asked = { key: finding.key, inputs: inputs ?? (draft as SeverityInputsView) };
  const rating = useRead("finding_rate", asked, { enabled: inputs !== null, keepPrevious: true, forget: true }).data;
  const set = (change: Partial<Draft>): void => setDraft({ ...draft, ...change });
  const response = draft.response ?? finding.proposed.response;

  const form = useToError(assess.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (inputs === null) return;
    // Once it is recorded the form may be gone before the answer is looked at, so nothing here may hang on it.
    assess.mutateAsync({ key: finding.key, inputs, reason }).then(
      ({ findings: [saved] }) => {
        if (!saved?.assessment) return;
        showDone(`${severityLabel[saved.assessment.rating.severity]}, ${saved.assessment.rating.score}: ${saved.title}`);
        onDone(saved.key);
      },
      () => undefined,
    );
  };

  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <div className={classes.pair}>
        <ChoiceField label="Impact on us" words={impactWords} value={draft.impact} onChange={(impact) => set({ impact })} />
        <ChoiceField label="Exposure of our use" words={exposureWords} value={draft.exposure} onChange={(exposure) => set({ exposure })} />
        <ChoiceField label="Extent" description="Proposed from the numbers of the test" words={extentWords} value={draft.extent} onChange={(extent) => extent && set({ extent })} />
        <ChoiceField label="Nature" description="Proposed only where the report's words name it" words={natureWords} value={draft.nature} onChange={(nature) => set({ nature, late_found_nothing: nature === "timing" && draft.late_found_nothing })} />
        <ChoiceField label="History" description="Compared with the report before" words={historyWords} value={draft.history} onChange={(history) => history && set({ history })} />
        <ChoiceField label="Known harm" words={harmWords} value={draft.harm} onChange={(harm) => harm && set({ harm })} />
        <ChoiceField label="Our own compensating control" words={ownWords} value={draft.own_compensation} onChange={(own) => own && set({ own_compensation: own })} />
        <div className={classes.points}>
          {draft.nature === "timing" && <Checkbox label="The late control found nothing" checked={draft.late_found_nothing} onChange={({ currentTarget }) => set({ late_found_nothing: currentTarget.checked })} />}
          <Checkbox label="A tested control of the vendor compensates" checked={draft.vendor_compensation} onChange={({ currentTarget }) => set({ vendor_compensation: currentTarget.checked })} />
          <Checkbox label="The fix was retested, or we hold evidence" checked={draft.fix_verified} onChange={({ currentTarget }) => set({ fix_verified: currentTarget.checked })} />
          <Checkbox label="The opinion is modified on this criterion" checked={draft.opinion_modified} onChange={({ currentTarget }) => set({ opinion_modified: currentTarget.checked })} />
        </div>
      </div>
      <fieldset className={classes.points}>
        <legend className={classes.dim}>{finding.response === null ? "No response was read" : "How credible the response is"}</legend>
        {responsePoints.map(([point, words]) => (
          <Checkbox key={point} label={words} checked={response[point]} onChange={({ currentTarget }) => set({ response: { ...response, [point]: currentTarget.checked } })} />
        ))}
      </fieldset>
      <TextField label="Reason" description="Needed where a term is not what was read" value={reason} error={fieldError(assess.error, "reason")} onChange={setReason} />
      {rating && inputs ? <RatingSum rating={rating} inputs={inputs} /> : <p className={classes.dim}>Choose impact and exposure to see the sum.</p>}
      <Group justify="flex-end" gap="sm">
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            Cancel
          </Button>
        )}
        <Button type="submit" variant="filled" disabled={inputs === null} loading={assess.isPending}>
          Record the assessment
        </Button>
      </Group>
    </form>
  );
}
