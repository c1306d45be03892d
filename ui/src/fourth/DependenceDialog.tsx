import { Button, Modal } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { fieldError, useToError, useWrite } from "../api";
import type { DependantView, MonitoringName } from "../contract/generated";
import { ChoiceField, TextField } from "../register/fields";
import { atAnyField } from "../register/forms";
import register from "../register/register.module.css";
import { showDone } from "../shared";
import classes from "./fourth.module.css";
import { monitoringLabel } from "./words";

interface DependenceDialogProps {
  one: DependantView | null;
  onClose: () => void;
}

/** Says what is known of a vendor's dependence on a party. */
export function DependenceDialog({ one, onClose }: DependenceDialogProps) {
  return (
    <Modal opened={one !== null} onClose={onClose} title={one ? `${one.vendor_name} and ${one.named}` : ""} size="34rem">
      {one && <Form key={`${one.vendor} ${one.named}`} one={one} onClose={onClose} />}
    </Modal>
  );
}

const yesNo = { yes: "Yes", no: "No" } as const;
const asAnswer = (value: boolean | null): "yes" | "no" | null => (value === null ? null : value ? "yes" : "no");
const asValue = (answer: "yes" | "no" | null): boolean | null => (answer === null ? null : answer === "yes");

function Form({ one, onClose }: { one: DependantView; onClose: () => void }) {
  const earlier = { has_our_data: one.has_our_data, monitoring: one.monitoring, mapped: one.mapped, note: one.note };
  const [said, setSaid] = useState<{ has_our_data: boolean | null; monitoring: MonitoringName | null; mapped: boolean | null; note: string | null }>(earlier);
  const save = useWrite("fourth_party_record", { handles: atAnyField });
  const form = useToError(save.error);
  const change = (part: Partial<typeof said>): void => setSaid((before) => ({ ...before, ...part }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const key = { vendor: one.vendor, name: one.named };
    save.mutate({ ...key, ...said }, {
      onSuccess: () => {
        showDone(`Recorded: ${one.named}`, () => save.mutate({ ...key, ...earlier }));
        onClose();
      },
    });
  };
  return (
    <form ref={form} className={register.form} onSubmit={submit} noValidate>
      {one.services && <p className={classes.dim}>{one.services}</p>}
      <ChoiceField label="Hosts or processes our data" words={yesNo} value={asAnswer(said.has_our_data)} onChange={(answer) => change({ has_our_data: asValue(answer) })} />
      <ChoiceField label="The vendor’s monitoring of it" description="Its control that reviews the party’s reports, usually under CC9.2" words={monitoringLabel} value={said.monitoring} onChange={(monitoring) => change({ monitoring })} />
      <ChoiceField label="Expected controls (CSOCs) mapped to its own report" words={yesNo} value={asAnswer(said.mapped)} onChange={(answer) => change({ mapped: asValue(answer) })} />
      <TextField label="Note" description="Where it stands, who said so" value={said.note} error={fieldError(save.error, "note")} onChange={(note) => change({ note })} />
      <div className={register.foot}>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" loading={save.isPending}>
          Save
        </Button>
      </div>
    </form>
  );
}
