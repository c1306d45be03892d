import { Button, Modal, Select, Textarea } from "@mantine/core";
import type { FormEvent } from "react";
import { atFields, fieldError, useToError, useWrite } from "../api";
import type { RegisterView, ServiceTiering, TieringView } from "../contract/generated";
import { LeaveButton } from "../draft/LeaveButton";
import { type DraftOf, useOpenedDraft } from "../draft/useOpenedDraft";
import { useTyped } from "../draft/useTyped";
import { TermHelp } from "../fact/TermHelp";
import { dayOf, formatDay, SectionTitle, showDone, StateLabel } from "../shared";
import { TierMark } from "../vendor/TierMark";
import { tierLabel, tierOrder } from "../vendor/words";
import { Answer } from "./Answer";
import type { Editor } from "./parts";
import classes from "./register.module.css";
import { eventLabel, factorLabel, overrideLabel } from "./words";

interface TieringDialogProps {
  register: RegisterView;
  opened: boolean;
  /** Whether the person may assign. */
  may: boolean;
  onClose: () => void;
  onEdit: (editor: Editor) => void;
}

/** How the tier comes about, factor by factor, and where it is assigned. */
export function TieringDialog({ register, opened, may, onClose, onEdit }: TieringDialogProps) {
  const { ready, draft } = useOpenedDraft<"tier">(opened ? { dialog: "tier", vendor: register.vendor } : null);
  return (
    <Modal opened={opened && ready} onClose={onClose} title="Tier" size="42rem">
      {opened && ready && <Tiering register={register} may={may} onClose={onClose} onEdit={onEdit} draft={draft} />}
    </Modal>
  );
}

function Tiering({ register, may, onClose, onEdit, draft }: Omit<TieringDialogProps, "opened"> & { draft: DraftOf<"tier"> | null }) {
  const { tiering, vendor } = register;
  const assign = useWrite("tier_assign");
  const { limits, assigned, events, proposed } = tiering;
  // What was assigned is what the answers give, and nothing has changed since.
  const holds = assigned !== null && !assigned.overridden && assigned.tier === proposed && events.length === 0;
  const take = (): void => assign.mutate({ vendor, tier: null, reason: null }, { onSuccess: () => { showDone("Tier assigned"); onClose(); } });
  return (
    <div className={classes.form}>
      <Assigned tiering={tiering} />
      {tiering.services.length === 0 && (
        <p>
          No service is entered, so there is nothing to count.{" "}
          <button type="button" className={classes.go} onClick={() => onEdit({ part: "service", item: null })}>
            Add the service
          </button>
        </p>
      )}
      {tiering.services.map((service) => (
        <Arithmetic key={service.service} service={service} most={limits.most} onEdit={may ? () => onEdit({ part: "service", item: service.service }) : undefined} />
      ))}
      <p className={classes.note}>{`From ${limits.critical} points critical, from ${limits.high} high, from ${limits.medium} medium, below low. The highest service counts.`}</p>
      {tiering.proposed && (
        <div className={classes.tierHead}>
          <TierMark tier={tiering.proposed} />
          <span>{tiering.settled ? "follows from the answers" : "at least, as far as answered"}</span>
          {!holds && (
            <Button variant="filled" disabled={!may} loading={assign.isPending} onClick={take}>
              {`Assign ${tierLabel[tiering.proposed].toLowerCase()}`}
            </Button>
          )}
        </div>
      )}
      {may && <ByHand vendor={vendor} onClose={onClose} draft={draft} />}
    </div>
  );
}

function Assigned({ tiering }: { tiering: TieringView }) {
  const { assigned, events, proposed } = tiering;
  if (!assigned) return null;
  return (
    <div>
      <div className={classes.tierHead}>
        <TierMark tier={assigned.tier} />
        <span>{`assigned ${formatDay(dayOf(assigned.at))} by ${assigned.by}${assigned.overridden ? ", by hand" : ""}`}</span>
      </div>
      <span className={classes.note}>{assigned.reason}</span>
      {events.length > 0 && <StateLabel state="warn">{`Work it out again: ${events.map(({ event, service }) => `${eventLabel[event]}${service ? `, ${service}` : ""}`).join("; ")}`}</StateLabel>}
      {events.length === 0 && proposed && proposed !== assigned.tier && <StateLabel state="warn">{`The answers give ${tierLabel[proposed].toLowerCase()}`}</StateLabel>}
    </div>
  );
}

function Arithmetic({ service, most, onEdit }: { service: ServiceTiering; most: number; onEdit: (() => void) | undefined }) {
  return (
    <section>
      <SectionTitle
        action={
          onEdit && (
            <Button size="xs" variant="transparent" onClick={onEdit}>
              Change answers
            </Button>
          )
        }
      >
        {service.name}
      </SectionTitle>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Factor</th>
            <th scope="col">Answer</th>
            <th scope="col">Points</th>
          </tr>
        </thead>
        <tbody>
          {service.factors.map(({ factor, reason, points, most: possible }) => (
            <tr key={factor}>
              <td>{factorLabel[factor]}</td>
              <td>
                <Answer>{reason}</Answer>
              </td>
              <td>{points === null ? `0 to ${possible}` : points}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Inherent risk</th>
            <td>{tierLabel[service.class]}</td>
            <td>{`${service.score} of ${most}`}</td>
          </tr>
          {service.overrides.map(({ lift, at_least: least }) => (
            <tr key={lift}>
              <td colSpan={2}>{overrideLabel[lift]}</td>
              <td>{`at least ${tierLabel[least].toLowerCase()}`}</td>
            </tr>
          ))}
        </tfoot>
      </table>
      {service.tier !== service.at_most && <p className={classes.note}>{`Open answers could make it ${tierLabel[service.at_most].toLowerCase()}.`}</p>}
    </section>
  );
}

function ByHand({ vendor, onClose, draft }: { vendor: string; onClose: () => void; draft: DraftOf<"tier"> | null }) {
  const { typed, kept, change, settle, drop, keepAgain } = useTyped<DraftOf<"tier">>({ dialog: "tier", vendor }, draft, { dialog: "tier", tier: null, reason: "" });
  const { tier, reason } = typed;
  const assign = useWrite("tier_assign", { handles: atFields("reason") });
  const form = useToError(assign.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    settle();
    assign.mutate({ vendor, tier, reason }, { onError: keepAgain, onSuccess: () => { drop(); showDone("Tier assigned by hand"); onClose(); } });
  };
  return (
    <form ref={form} className={classes.set} onSubmit={submit} noValidate aria-label="Choose the tier by hand">
      <div className={classes.pair}>
        <Select
          label={<>Another tier, by hand <TermHelp term="tier" /></>} aria-label="Another tier, by hand" placeholder="leave to the answers" clearable clearButtonProps={{ "aria-label": "Clear" }} data={tierOrder.map((each) => ({ value: each, label: tierLabel[each] }))} value={tier}
          onChange={(value) => change({ tier: tierOrder.find((each) => each === value) ?? null })}
        />
        {tier && <Textarea label="Why" required autosize minRows={1} maxRows={5} value={reason} error={fieldError(assign.error, "reason")} onChange={({ currentTarget }) => change({ reason: currentTarget.value })} />}
      </div>
      {(tier || kept) && (
        <div className={classes.foot}>
          <LeaveButton kept={kept} onDrop={drop} onClose={onClose} />
          {tier && (
            <Button type="submit" loading={assign.isPending}>
              {`Assign ${tierLabel[tier].toLowerCase()} by hand`}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
