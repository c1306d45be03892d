import { Button, Group, Modal, SegmentedControl } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useToError, useWorkspace, useWrite } from "../api";
import type { PacketChoice } from "../contract/generated";
import { usualPaper } from "../packet/paper";
import { formatNumber, SectionTitle, StateMark } from "../shared";
import classes from "./EvidenceDialog.module.css";

const choices: readonly { value: PacketChoice; label: string }[] = [
  { value: "critical", label: "Of critical vendors" },
  { value: "period", label: "Of the period" },
  { value: "none", label: "None" },
];

/** What the auditor of our own controls asks for, of a period, as one file. */
export function EvidenceDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="For our auditor" size="38rem">
      {opened && <EvidenceForm onClose={onClose} />}
    </Modal>
  );
}

/** A year before the day: what such an examination covers, as a rule. */
function yearBefore(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCFullYear(date.getUTCFullYear() - 1);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}

function EvidenceForm({ onClose }: { onClose: () => void }) {
  const { today } = useWorkspace();
  const save = useWrite("evidence_save", { handles: atFields("from", "to") });
  const [from, setFrom] = useState<string | null>(yearBefore(today));
  const [to, setTo] = useState<string | null>(today);
  const [packets, setPackets] = useState<PacketChoice>("critical");
  const form = useToError(save.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (from && to) save.mutate({ from, to, packets, paper: usualPaper(navigator.language) });
  };
  const written = save.data?.name ? save.data : undefined;
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <p>Inventory, onboarded and exited vendors, documents, reviews, decisions, findings, acceptances, policy versions, people and the change log as tables; the CUEC memo; an index with the hash of each file. Criterion CC9.2 asks for it.</p>
      <Group grow align="flex-start">
        <DateInput label="From" required maxDate={today} value={from} error={fieldError(save.error, "from")} onChange={setFrom} />
        <DateInput label="To" required description="The inventory is of this day" maxDate={today} value={to} error={fieldError(save.error, "to")} onChange={setTo} />
      </Group>
      <div>
        <SectionTitle>Packets that go with it</SectionTitle>
        <SegmentedControl aria-label="Packets that go with it" value={packets} onChange={(value) => setPackets(choices.find((choice) => choice.value === value)?.value ?? "none")} data={[...choices]} />
      </div>
      {written && (
        <div role="status">
          <SectionTitle>{`Saved: ${written.name}`}</SectionTitle>
          <ul className={classes.checks}>
            {written.checks.map(({ what, holds }) => (
              <li key={what}>
                <StateMark state={holds ? "pass" : "fail"} size="sm" label={holds ? "Agrees" : "Does not agree"} />
                {what}
              </li>
            ))}
          </ul>
          <p className={classes.counts}>{written.lists.map(({ title, rows }) => `${title} ${formatNumber(rows)}`).join(" · ")}</p>
        </div>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="subtle" onClick={onClose}>
          Close
        </Button>
        <Button type="submit" variant="filled" disabled={!from || !to} loading={save.isPending}>
          Save …
        </Button>
      </Group>
    </form>
  );
}
