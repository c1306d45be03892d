import { Button, Group, Modal, SegmentedControl, TextInput } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useToError, useWorkspace, useWrite } from "../api";
import type { PacketChoice } from "../contract/generated";
import { usualPaper } from "../packet/paper";
import { uncoveredText } from "../packet/uncovered";
import { formatNumber, SectionTitle, StateMark } from "../shared";
import classes from "./EvidenceDialog.module.css";

const choices: readonly { value: PacketChoice; label: string }[] = [
  { value: "critical", label: "Of critical vendors" },
  { value: "period", label: "Of the period" },
  { value: "chosen", label: "By decision" },
  { value: "none", label: "None" },
];

/** The numbers of decisions in a text such as "P-0003, 7"; nothing where a part of it is none. */
function numbersIn(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== "");
  const numbers = parts.map((part) => (/^(p-)?\d{1,6}$/iu.test(part) ? Number(part.replace(/^p-/iu, "")) : 0));
  return numbers.length > 0 && numbers.every((number) => number > 0) ? numbers : null;
}

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
  const [named, setNamed] = useState("");
  const decisions = packets === "chosen" ? numbersIn(named) : [];
  const form = useToError(save.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (from && to && decisions) save.mutate({ from, to, packets, decisions, paper: usualPaper(navigator.language) });
  };
  const written = save.data?.name ? save.data : undefined;
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <p>Inventory, names to compare with payables and sign-in, onboarded and exited vendors, documents, reviews, decisions, findings, acceptances, contracts, fourth parties, policy versions, people and the change log as tables; packets with their signed copies; the CUEC memo; an index with the hash of each file. Criterion CC9.2 asks for it.</p>
      <Group grow align="flex-start">
        <DateInput label="From" required maxDate={today} value={from} error={fieldError(save.error, "from")} onChange={setFrom} />
        <DateInput label="To" required description="The inventory is of this day" maxDate={today} value={to} error={fieldError(save.error, "to")} onChange={setTo} />
      </Group>
      <div>
        <SectionTitle>Packets that go with it</SectionTitle>
        <SegmentedControl aria-label="Packets that go with it" value={packets} onChange={(value) => setPackets(choices.find((choice) => choice.value === value)?.value ?? "none")} data={[...choices]} />
        {packets === "chosen" && (
          <TextInput
            mt="sm"
            label="Decisions"
            description="The numbers that the auditor sampled, from the list of decisions"
            placeholder="P-0003, P-0007"
            required
            value={named}
            error={named.trim() !== "" && !decisions && "Numbers of decisions, with commas between them"}
            onChange={(event) => setNamed(event.currentTarget.value)}
          />
        )}
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
          {written.uncovered.length > 0 && <p>{uncoveredText(written.uncovered)}</p>}
          <p className={classes.counts}>{written.lists.map(({ title, rows }) => `${title} ${formatNumber(rows)}`).join(" · ")}</p>
        </div>
      )}
      <Group justify="flex-end" gap="sm">
        <Button variant="subtle" onClick={onClose}>
          Close
        </Button>
        <Button type="submit" variant="filled" disabled={!from || !to || !decisions} loading={save.isPending}>
          Save …
        </Button>
      </Group>
    </form>
  );
}
