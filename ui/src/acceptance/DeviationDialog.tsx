import { Button, Group, Modal, Select, Textarea } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import type { FormEvent } from "react";
import { atFields, fieldError, useRead, useWorkspace, useToError, useWrite } from "../api";
import type { RuleView, ServiceEvaluationView } from "../contract/generated";
import { LeaveButton } from "../draft/LeaveButton";
import { type DraftOf, useOpenedDraft } from "../draft/useOpenedDraft";
import { useTyped } from "../draft/useTyped";
import { PersonSelect } from "../people/PersonSelect";
import { formatDay, showDone } from "../shared";
import classes from "./Evaluation.module.css";
import { rankLabel } from "./words";

interface DeviationDialogProps {
  vendor: string;
  /** The rule that is broken; none: closed. */
  rule: RuleView | null;
  /** What the rules give for each service, where reports tell services apart. */
  services: readonly ServiceEvaluationView[];
  onClose: () => void;
}

/** Asks that a rule may be broken for a while; it counts once the one who is named approves it. */
export function DeviationDialog({ vendor, rule, services, onClose }: DeviationDialogProps) {
  const { ready, draft } = useOpenedDraft<"deviation">(rule && { dialog: "deviation", vendor, rule: rule.code });
  return (
    <Modal opened={rule !== null && ready} onClose={onClose} title={rule ? `Deviation: ${rule.title}` : ""} size="36rem">
      {rule && ready && <DeviationForm vendor={vendor} rule={rule} services={services.filter(({ open }) => open.includes(rule.code))} several={services.length > 1} onClose={onClose} draft={draft} />}
    </Modal>
  );
}

const fields = ["reason", "worst_case", "compensations", "requester", "approver", "expires", "service"];

/** Stands for all services in the choice. */
const all = "all";

interface DeviationFormProps {
  vendor: string;
  rule: RuleView;
  /** Those in which the rule is open. */
  services: readonly ServiceEvaluationView[];
  /** Whether reports tell services apart. */
  several: boolean;
  onClose: () => void;
  draft: DraftOf<"deviation"> | null;
}

function DeviationForm({ vendor, rule, services, several, onClose, draft }: DeviationFormProps) {
  const people = useRead("people", {}).data ?? [];
  const { actor, today } = useWorkspace();
  const grant = useWrite("acceptance_request", { handles: atFields(...fields) });
  const opening = { dialog: "deviation", reason: "", worst_case: "", compensations: "", requester: actor.id, approver: null, expires: rule.deviation_until, service: services.length === 1 ? (services[0]?.service ?? null) : null } as const;
  const { typed, kept, change, settle, drop, keepAgain } = useTyped<DraftOf<"deviation">>({ dialog: "deviation", vendor, rule: rule.code }, draft, opening);
  const { requester, approver, expires, reason, worst_case, compensations, service } = typed;
  const error = (field: string) => fieldError(grant.error, field);
  const text = (field: "reason" | "worst_case" | "compensations", label: string, hint: string) => (
    <Textarea label={label} description={hint} required autosize minRows={2} maxRows={6} value={typed[field]} error={error(field)} onChange={(event) => change({ [field]: event.currentTarget.value })} />
  );
  const ready = requester !== null && approver !== null && expires !== null;
  const form = useToError(grant.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    settle();
    grant.mutate(
      { vendor, rule: rule.code, reason, worst_case, compensations, requester, approver, expires, service },
      {
        onError: keepAgain,
        onSuccess: () => {
          drop();
          showDone(`Asked for, counts once it is approved: ${rule.title}`);
          onClose();
        },
      },
    );
  };
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <p>{`Required: ${rule.required}. Found: ${rule.found}.`}</p>
      {several && services.length > 0 && (
        <Select
          label="For"
          description={service === null ? "It counts for every service" : "It counts for this service only"}
          allowDeselect={false}
          data={[{ value: all, label: "All services" }, ...services.map((one) => ({ value: one.service, label: one.name }))]}
          value={service ?? all}
          error={error("service")}
          onChange={(chosen) => change({ service: chosen === all ? null : chosen })}
        />
      )}
      {text("reason", "Why it is allowed", "What we gain, and why the rule cannot be met now")}
      {text("worst_case", "The worst that can happen", "In plain words, as somebody outside security would say it")}
      {text("compensations", "What compensates", "What we or the vendor do instead, and where that can be seen")}
      <Group grow align="flex-start">
        <PersonSelect label="Asked for by" required people={people} value={requester} error={error("requester")} onChange={(person) => change({ requester: person })} />
        <PersonSelect label="To be approved by" required description={rule.acceptable_by ? `At least ${rankLabel[rule.acceptable_by]}` : undefined} people={people} value={approver} error={error("approver")} onChange={(person) => change({ approver: person })} />
      </Group>
      <DateInput label="Holds until" required description={rule.deviation_until ? `The policy allows at most ${formatDay(rule.deviation_until)}` : undefined} minDate={today} value={expires} error={error("expires")} onChange={(day) => change({ expires: day })} />
      <Group justify="flex-end" gap="sm">
        <LeaveButton kept={kept} onDrop={drop} onClose={onClose} />
        <Button type="submit" variant="filled" disabled={!ready} loading={grant.isPending}>
          Ask for the deviation
        </Button>
      </Group>
    </form>
  );
}
