import { Button, Group, Modal, Textarea } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useRead, useWorkspace, useToError, useWrite } from "../api";
import type { RuleView } from "../contract/generated";
import { PersonSelect } from "../people/PersonSelect";
import { formatDay, showDone } from "../shared";
import classes from "./Evaluation.module.css";
import { rankLabel } from "./words";

interface DeviationDialogProps {
  vendor: string;
  /** The rule that is broken; none: closed. */
  rule: RuleView | null;
  onClose: () => void;
}

/** Signs that a rule may be broken for a while. */
export function DeviationDialog({ vendor, rule, onClose }: DeviationDialogProps) {
  return (
    <Modal opened={rule !== null} onClose={onClose} title={rule ? `Deviation: ${rule.title}` : ""} size="36rem">
      {rule && <DeviationForm vendor={vendor} rule={rule} onClose={onClose} />}
    </Modal>
  );
}

const fields = ["reason", "worst_case", "compensations", "requester", "approver", "expires"];

function DeviationForm({ vendor, rule, onClose }: { vendor: string; rule: RuleView; onClose: () => void }) {
  const people = useRead("people", {}).data ?? [];
  const { actor, today } = useWorkspace();
  const grant = useWrite("acceptance_grant", { handles: atFields(...fields) });
  const [terms, setTerms] = useState({ reason: "", worst_case: "", compensations: "" });
  const [requester, setRequester] = useState<string | null>(actor.id);
  const [approver, setApprover] = useState<string | null>(null);
  const [expires, setExpires] = useState<string | null>(rule.deviation_until);
  const error = (field: string) => fieldError(grant.error, field);
  const text = (field: keyof typeof terms, label: string, hint: string) => (
    <Textarea label={label} description={hint} required autosize minRows={2} maxRows={6} value={terms[field]} error={error(field)} onChange={(event) => setTerms({ ...terms, [field]: event.currentTarget.value })} />
  );
  const ready = requester !== null && approver !== null && expires !== null;
  const form = useToError(grant.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    grant.mutate(
      { vendor, rule: rule.code, ...terms, requester, approver, expires },
      {
        onSuccess: () => {
          showDone(`Allowed until ${formatDay(expires)}: ${rule.title}`);
          onClose();
        },
      },
    );
  };
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <p>{`Required: ${rule.required}. Found: ${rule.found}.`}</p>
      {text("reason", "Why it is allowed", "What we gain, and why the rule cannot be met now")}
      {text("worst_case", "The worst that can happen", "In plain words, as somebody outside security would say it")}
      {text("compensations", "What compensates", "What we or the vendor do instead, and where that can be seen")}
      <Group grow align="flex-start">
        <PersonSelect label="Asked for by" required people={people} value={requester} error={error("requester")} onChange={setRequester} />
        <PersonSelect label="Granted by" required description={rule.acceptable_by ? `At least ${rankLabel[rule.acceptable_by]}` : undefined} people={people} value={approver} error={error("approver")} onChange={setApprover} />
      </Group>
      <DateInput label="Holds until" required description={rule.deviation_until ? `The policy allows at most ${formatDay(rule.deviation_until)}` : undefined} minDate={today} value={expires} error={error("expires")} onChange={setExpires} />
      <Group justify="flex-end" gap="sm">
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" disabled={!ready} loading={grant.isPending}>
          Record the deviation
        </Button>
      </Group>
    </form>
  );
}
