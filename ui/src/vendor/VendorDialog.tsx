import { Button, Group, Modal, Select, Textarea, TextInput } from "@mantine/core";
import type { FormEvent } from "react";
import { fieldError, useRead, useToError, useWrite } from "../api";
import type { VendorView } from "../contract/generated";
import { LeaveButton } from "../draft/LeaveButton";
import { type DraftOf, useOpenedDraft } from "../draft/useOpenedDraft";
import { useTyped } from "../draft/useTyped";
import { TermHelp } from "../fact/TermHelp";
import { PersonSelect } from "../people/PersonSelect";
import { showDone, StateLabel } from "../shared";
import { entryOfVendor, newEntry, toSave } from "./vendor-entry";
import classes from "./VendorDialog.module.css";
import { tierHint, tierLabel, tierOrder } from "./words";

export interface VendorDialogProps {
  opened: boolean;
  onClose: () => void;
  /** The vendor to change; none for a new one. */
  vendor?: VendorView;
  /** The name of a new one, where something is known. */
  name?: string;
  onSaved?: (vendor: VendorView) => void;
  /** Opens the vendor that has the name already. */
  onExisting?: (vendor: string) => void;
}

const placeOf = (vendor: VendorView | undefined) => ({ dialog: "vendor", vendor: vendor?.row.id ?? null }) as const;

/** Enters a vendor, or changes what is known of one. */
export function VendorDialog(props: VendorDialogProps) {
  const { ready, draft } = useOpenedDraft<"vendor">(props.opened ? placeOf(props.vendor) : null);
  return (
    <Modal opened={props.opened && ready} onClose={props.onClose} title={props.vendor ? "Edit vendor" : "New vendor"} size="34rem">
      {props.opened && ready && <VendorForm {...props} draft={draft} />}
    </Modal>
  );
}

const fields = ["name", "aliases", "service", "tier", "tier_reason", "owner", "notes"];

function VendorForm({ vendor, name, onClose, onSaved, onExisting, draft }: VendorDialogProps & { draft: DraftOf<"vendor"> | null }) {
  const people = useRead("people", {});
  const save = useWrite("vendor_save", { handles: (failure) => failure.code === "vendor_exists" || (failure.code === "invalid" && fields.includes(failure.field)) });
  const { typed: entry, kept, change, settle, drop, keepAgain } = useTyped(placeOf(vendor), draft, { dialog: "vendor", ...(vendor ? entryOfVendor(vendor) : newEntry(name)) });
  const twin = save.error?.code === "vendor_exists" ? save.error : null;

  const form = useToError(save.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    settle();
    save.mutate(toSave(vendor?.row.id ?? null, entry), {
      onError: keepAgain,
      onSuccess: (saved) => {
        drop();
        showDone(vendor ? `Saved: ${saved.row.name}` : `Entered: ${saved.row.name}`);
        onSaved?.(saved);
        onClose();
      },
    });
  };

  return (
    <form ref={form} className={classes.form} onSubmit={submit} noValidate>
      <TextInput label="Legal name" description="As on the contract; reports are matched with it" required data-autofocus value={entry.name} error={fieldError(save.error, "name")} onChange={(event) => change({ name: event.currentTarget.value })} />
      {twin && (
        <div className={classes.twin} role="alert">
          <StateLabel state="warn">{`In the register already: ${twin.name}`}</StateLabel>
          <Button size="xs" onClick={() => onExisting?.(twin.vendor)}>
            Open it
          </Button>
        </div>
      )}
      <TextInput label="What we buy" placeholder="e.g. e-mail delivery" value={entry.service} error={fieldError(save.error, "service")} onChange={(event) => change({ service: event.currentTarget.value })} />
      <Group grow align="flex-start">
        <Select
          label={
            <>
              Tier <TermHelp term="tier" />
            </>
          }
          placeholder="not decided yet"
          clearable
          clearButtonProps={{ "aria-label": "Clear" }}
          data={tierOrder.map((tier) => ({ value: tier, label: tierLabel[tier] }))}
          value={entry.tier}
          error={fieldError(save.error, "tier")}
          description={entry.tier ? tierHint[entry.tier] : undefined}
          onChange={(tier) => change({ tier: tierOrder.find((each) => each === tier) ?? null })}
        />
        <PersonSelect label="Owner here" placeholder="nobody yet" clearable clearButtonProps={{ "aria-label": "Clear" }} people={people.data ?? []} value={entry.owner} error={fieldError(save.error, "owner")} onChange={(owner) => change({ owner })} />
      </Group>
      {entry.tier !== null && (
        <TextInput label="Why that tier" required placeholder="e.g. holds customer data, we stop without it" value={entry.tier_reason} error={fieldError(save.error, "tier_reason")} onChange={(event) => change({ tier_reason: event.currentTarget.value })} />
      )}
      <Textarea label="Other names" description="One on a line: brands, products, former names" autosize minRows={1} maxRows={5} value={entry.aliases} error={fieldError(save.error, "aliases")} onChange={(event) => change({ aliases: event.currentTarget.value })} />
      <Textarea label="Notes" autosize minRows={2} maxRows={8} value={entry.notes} error={fieldError(save.error, "notes")} onChange={(event) => change({ notes: event.currentTarget.value })} />
      <Group justify="flex-end" gap="sm">
        <LeaveButton kept={kept} onDrop={drop} onClose={onClose} />
        <Button type="submit" variant="filled" loading={save.isPending}>
          {vendor ? "Save" : "Enter vendor"}
        </Button>
      </Group>
    </form>
  );
}
