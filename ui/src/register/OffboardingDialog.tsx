import { Button, Modal, Textarea } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { type FormEvent, useState } from "react";
import { atFields, fieldError, useRead, useToError, useWrite } from "../api";
import type { PlanOffboarding, RegisterView } from "../contract/generated";
import { PersonSelect } from "../people/PersonSelect";
import { showDone } from "../shared";
import classes from "./register.module.css";

interface OffboardingDialogProps {
  register: RegisterView;
  opened: boolean;
  onClose: () => void;
}

/** Plans to leave a vendor; with the plan the exit begins. */
export function OffboardingDialog({ register, opened, onClose }: OffboardingDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={register.offboarding ? "Plan of the exit" : "Start offboarding"} size="34rem">
      {opened && <Form register={register} onClose={onClose} />}
    </Modal>
  );
}

function Form({ register, onClose }: Omit<OffboardingDialogProps, "opened">) {
  const before = register.offboarding;
  const people = useRead("people", {});
  const [plan, setPlan] = useState<PlanOffboarding>({ vendor: register.vendor, reason: before?.reason ?? "", owner: before?.owner ?? null, ends_on: before?.ends_on ?? null, data_plan: before?.data_plan ?? "" });
  const save = useWrite("offboarding_plan", { handles: atFields("reason", "owner", "ends_on", "data_plan") });
  const form = useToError(save.error);
  const change = (part: Partial<PlanOffboarding>): void => setPlan((earlier) => ({ ...earlier, ...part }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate(plan, {
      onSuccess: () => {
        showDone(before ? "Plan saved" : "Offboarding has begun; its checklist says what to do");
        onClose();
      },
    });
  };
  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <Textarea label="Why we leave" required data-autofocus autosize minRows={2} maxRows={6} value={plan.reason} error={fieldError(save.error, "reason")} onChange={({ currentTarget }) => change({ reason: currentTarget.value })} />
      <div className={classes.pair}>
        <PersonSelect label="Owner of the exit" required people={people.data ?? []} value={plan.owner} error={fieldError(save.error, "owner")} onChange={(owner) => change({ owner })} />
        <DateInput label="Last day of use" required description="Access ends by then; 30 days later it is checked" placeholder="31 Dec 2026" value={plan.ends_on} error={fieldError(save.error, "ends_on")} onChange={(ends_on) => change({ ends_on })} />
      </div>
      <Textarea label="What becomes of the data" required description="Exported to where, deleted when, proved how" autosize minRows={2} maxRows={8} value={plan.data_plan} error={fieldError(save.error, "data_plan")} onChange={({ currentTarget }) => change({ data_plan: currentTarget.value })} />
      <div className={classes.foot}>
        <Button variant="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button type="submit" variant="filled" loading={save.isPending}>
          {before ? "Save" : "Start offboarding"}
        </Button>
      </div>
    </form>
  );
}
