import { Button, Group, Modal, Radio, Textarea } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useToError, useWrite } from "../api";
import type { AttentionView } from "../contract/generated";
import { formatDay, showDone } from "../shared";
import { isoDay, dayNumber } from "../vendor/timeline";
import classes from "./SnoozeDialog.module.css";
import { kindLabel } from "./words";

interface Props {
  item: AttentionView | null;
  today: string;
  mayForAll: boolean;
  longest: string;
  onClose: () => void;
}

/** Puts an item off until a day, with a reason. */
export function SnoozeDialog({ item, onClose, ...rest }: Props) {
  return (
    <Modal opened={item !== null} onClose={onClose} title="Put off" size="27rem">
      {item && <Form item={item} onClose={onClose} {...rest} />}
    </Modal>
  );
}

const inDays = [
  { days: 7, label: "A week" },
  { days: 14, label: "Two weeks" },
  { days: 30, label: "30 days" },
];

function Form({ item, today, mayForAll, longest, onClose }: Props & { item: AttentionView }) {
  const after = (days: number): string => isoDay(dayNumber(today) + days);
  const [until, setUntil] = useState<string | null>(after(7));
  const [reason, setReason] = useState("");
  const [forAll, setForAll] = useState(false);
  const snooze = useWrite("attention_snooze", { handles: atFields("until", "reason") });
  const form = useToError(snooze.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!until) return;
    snooze.mutate({ key: item.key, until, reason, for_all: forAll }, {
      onSuccess: () => {
        showDone(`Put off until ${formatDay(until)}`);
        onClose();
      },
    });
  };
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <p className={classes.what}>
        <b>{item.vendor_name ?? kindLabel[item.kind]}</b>
        {item.vendor_name && ` · ${kindLabel[item.kind]}`}
      </p>
      <div>
        <DateInput label="Comes back on" required minDate={after(1)} maxDate={longest} value={until} error={fieldError(snooze.error, "until")} onChange={setUntil} />
        <Group gap="xs" mt="xs">
          {inDays.map(({ days, label }) => (
            <Button key={days} size="xs" variant={until === after(days) ? "light" : "default"} aria-pressed={until === after(days)} onClick={() => setUntil(after(days))}>
              {label}
            </Button>
          ))}
        </Group>
      </div>
      <Textarea label="Why" required data-autofocus autosize minRows={2} maxRows={5} placeholder="e.g. The vendor has promised it for next week" value={reason} error={fieldError(snooze.error, "reason")} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
      <Radio.Group label="For whom" value={forAll ? "all" : "me"} onChange={(value) => setForAll(value === "all")}>
        <Group gap="lg" mt="xs">
          <Radio value="me" label="For me" />
          <Radio value="all" label="For all" disabled={!mayForAll} />
        </Group>
      </Radio.Group>
      <p className={classes.hint}>It comes back sooner if its own date changes. The history keeps who put it off, and why.</p>
      <Group justify="flex-end" gap="sm">
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" loading={snooze.isPending} disabled={!until}>
          Put off
        </Button>
      </Group>
    </form>
  );
}
