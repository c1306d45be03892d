import { Button, Modal, Textarea } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import type { FormEvent } from "react";
import { atFields, fieldError, useRead, useToError, useWrite } from "../api";
import type { RegisterView } from "../contract/generated";
import { LeaveButton } from "../draft/LeaveButton";
import { type DraftOf, useOpenedDraft } from "../draft/useOpenedDraft";
import { useTyped } from "../draft/useTyped";
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
  const { ready, draft } = useOpenedDraft<"offboarding">(opened ? { dialog: "offboarding", vendor: register.vendor } : null);
  return (
    <Modal opened={opened && ready} onClose={onClose} title={register.offboarding ? "Plan of the exit" : "Start offboarding"} size="34rem">
      {opened && ready && <Form register={register} onClose={onClose} draft={draft} />}
    </Modal>
  );
}

function Form({ register, onClose, draft }: Omit<OffboardingDialogProps, "opened"> & { draft: DraftOf<"offboarding"> | null }) {
  const { vendor, offboarding: before } = register;
  const people = useRead("people", {});
  const opening = { dialog: "offboarding", reason: before?.reason ?? "", owner: before?.owner ?? null, ends_on: before?.ends_on ?? null, data_plan: before?.data_plan ?? "" } as const;
  const { typed: plan, kept, change, settle, drop, keepAgain } = useTyped<DraftOf<"offboarding">>({ dialog: "offboarding", vendor }, draft, opening);
  const save = useWrite("offboarding_plan", { handles: atFields("reason", "owner", "ends_on", "data_plan") });
  const form = useToError(save.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    settle();
    const { reason, owner, ends_on, data_plan } = plan;
    save.mutate({ vendor, reason, owner, ends_on, data_plan }, {
      onError: keepAgain,
      onSuccess: () => {
        drop();
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
        <LeaveButton kept={kept} onDrop={drop} onClose={onClose} />
        <Button type="submit" variant="filled" loading={save.isPending}>
          {before ? "Save" : "Start offboarding"}
        </Button>
      </div>
    </form>
  );
}
