import { Group, Select, Textarea } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useState } from "react";
import { useRead, useWorkspace } from "../api";
import type { FindingStepView, RiskName } from "../contract/generated";
import { PersonSelect } from "../people/PersonSelect";
import { rankLabel } from "../acceptance/words";
import { formatDay } from "../shared";
import { StepFrame, type StepFormProps } from "./StepDialog";

const residuals: readonly { value: RiskName; label: string }[] = [
  { value: "low", label: "Low" }, { value: "medium", label: "Medium" }, { value: "high", label: "High" }, { value: "critical", label: "Critical" },
];

/** Asks that a finding may stand for a time; it counts once whoever is named approves it. The step says the last day and the least rank that the policy allows. */
export function AcceptForm({ step, run, pending, error, onClose }: StepFormProps & { step: FindingStepView }) {
  const latest = step.day;
  const rank = step.rank === null ? undefined : `At least ${rankLabel[step.rank]}${step.again ? ", as it was accepted before and is not mended" : ""}`;
  const people = useRead("people", {}).data ?? [];
  const { actor, today } = useWorkspace();
  const [terms, setTerms] = useState({ reason: "", worst_case: "", compensations: "", plan: "" });
  const [residual, setResidual] = useState<string | null>(null);
  const [requester, setRequester] = useState<string | null>(actor.id);
  const [approver, setApprover] = useState<string | null>(null);
  const [expires, setExpires] = useState(latest);
  const text = (field: keyof typeof terms, label: string, hint: string) => (
    <Textarea label={label} description={hint} required autosize minRows={2} maxRows={6} value={terms[field]} error={error(field)} onChange={(event) => setTerms({ ...terms, [field]: event.currentTarget.value })} />
  );
  const risk = residuals.find(({ value }) => value === residual)?.value;
  const accept = (): void => {
    if (requester && approver && expires && risk) run({ step: "accept", ...terms, residual: risk, requester, approver, expires });
  };
  return (
    <StepFrame does="Ask for approval" ready={Boolean(requester && approver && expires && risk)} pending={pending} onClose={onClose} onSubmit={accept}>
      {text("reason", "Why the risk is taken", "What we gain, and why it cannot be mended now")}
      {text("worst_case", "The worst that can happen", "In plain words, as somebody outside security would say it")}
      {text("compensations", "What compensates", "What we or the vendor do instead, and where that can be seen")}
      {text("plan", "Plan", "What will be done about it, by whom and by when")}
      <Group grow align="flex-start">
        <PersonSelect label="Asked for by" required description="Somebody else than who approves it" people={people} value={requester} error={error("requester")} onChange={setRequester} />
        <PersonSelect label="To be approved by" required description={rank} people={people} value={approver} error={error("approver")} onChange={setApprover} />
      </Group>
      <Group grow align="flex-start">
        <Select label="Risk that stays" required data={residuals} value={residual} onChange={setResidual} />
        <DateInput label="Holds until" required description={latest ? `The policy allows at most ${formatDay(latest)}` : undefined} minDate={today} value={expires} error={error("expires")} onChange={setExpires} />
      </Group>
    </StepFrame>
  );
}
