import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { outcomeLabel, outcomeMark } from "../acceptance/words";
import { useRead } from "../api";
import type { ContinuityPart, EscrowPart, LastDonePart, RegisterView, ServicePart } from "../contract/generated";
import { TermHelp } from "../fact/TermHelp";
import { count, Definitions, formatDay, Icon, SectionTitle, StateLabel } from "../shared";
import type { Editor } from "./parts";
import classes from "./register.module.css";
import { alternativeLabel, dependenceLabel, depositLabel, escrowLabel, hoursText, levelLabel, releaseLabel, substitutabilityLabel } from "./words";

interface PanelProps {
  register: RegisterView;
  onEdit: ((editor: Editor) => void) | undefined;
}

type Line = [name: ReactNode, value: ReactNode];

/** What is known, or that it is not. */
function known(value: ReactNode): ReactNode {
  return value === null || value === "" ? <span className={classes.open}>not known</span> : value;
}
const day = (value: string | null): string | null => value && formatDay(value);
const last = (value: LastDonePart | null, never: string): string | null => (value === null ? null : value.last === "never" ? never : value.day && formatDay(value.day));

/** How we would go on without the vendor: what rests on it, the way out, how soon it is back, what is deposited. */
export function ContinuityPanel({ register, onEdit }: PanelProps) {
  const { continuity: it } = register;
  return (
    <div>
      <div className={classes.panelHead}>
        <p>{register.continuity_matters ? "The tier or an answer makes this matter: much rests on this vendor." : "Of little weight for this vendor, by its tier and its answers."}</p>
        <Button size="xs" disabled={!onEdit} leftSection={<Icon name="edit" size={14} />} onClick={() => onEdit?.({ part: "continuity", item: null })}>
          Edit continuity
        </Button>
      </div>
      <div className={classes.columns}>
        <div>
          <section>
            <SectionTitle>What rests on it</SectionTitle>
            <Dependence services={register.services} onEdit={onEdit} />
          </section>
          <Part title="The way out" help={<TermHelp term="exit_plan" />} lines={wayOut(it)} />
          <Part title="Needed and offered" lines={recovery(it)} />
          <PolicySays vendor={register.vendor} />
        </div>
        <section>
          <SectionTitle action={<TermHelp term="escrow" />}>Escrow</SectionTitle>
          <Escrow it={it} />
        </section>
      </div>
    </div>
  );
}

function Part({ title, help, lines }: { title: string; help?: ReactNode; lines: readonly Line[] }) {
  return (
    <section className={classes.section}>
      <SectionTitle action={help}>{title}</SectionTitle>
      <Definitions label="10rem" items={lines.map(([name, value]) => [name, known(value)])} />
    </section>
  );
}

function Dependence({ services, onEdit }: { services: readonly ServicePart[]; onEdit: PanelProps["onEdit"] }) {
  if (services.length === 0) return <p className={classes.open}>not known: no service is entered</p>;
  return (
    <table className={`${classes.table} ${classes.words}`} aria-label="What rests on the vendor">
      <thead>
        <tr>
          <th scope="col">Service</th>
          <th scope="col">If it fails for a day</th>
          <th scope="col">Could be replaced</th>
        </tr>
      </thead>
      <tbody>
        {services.map((service) => (
          <tr key={service.id}>
            <td>
              {onEdit ? (
                <button type="button" className={classes.go} onClick={() => onEdit({ part: "service", item: service.id })}>
                  {service.name}
                </button>
              ) : (
                service.name
              )}
            </td>
            <td>
              {known(service.dependence && dependenceLabel[service.dependence])}
              {service.tolerable_outage !== null && <span className={classes.note}>{`without it for ${hoursText(service.tolerable_outage)} at most`}</span>}
            </td>
            <td>{known(service.substitutability && substitutabilityLabel[service.substitutability])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function wayOut(it: ContinuityPart): Line[] {
  return [
    ["Plan to leave", last(it.exit_plan, "None written")],
    [<>Tried out <TermHelp term="exit_test" /></>, last(it.exit_test, "Never")],
    ["Leaving takes", it.exit_effort_days === null ? null : count(it.exit_effort_days, "day")],
    ["Way to get data out", it.export_known === null ? null : it.export_known ? "Known" : <StateLabel key="none" state="warn">No way is known</StateLabel>],
    [<>Export tested <TermHelp term="export_test" /></>, last(it.export_test, "Never")],
    ["Instead of escrow", it.alternatives.map((each) => alternativeLabel[each]).join(", ")],
  ];
}

/** What is offered, marked where it is more than we can bear. */
function recovery(it: ContinuityPart): Line[] {
  const both = (needed: number | null, offered: number | null): ReactNode => {
    if (needed === null && offered === null) return null;
    const text = `${hoursText(needed) ?? "not known"} needed, ${hoursText(offered) ?? "not known"} offered`;
    if (needed === null || offered === null) return text;
    return <StateLabel state={offered <= needed ? "pass" : "warn"}>{text}</StateLabel>;
  };
  return [
    [<>Back within <TermHelp term="rto" /></>, both(it.rto_needed, it.rto_offered)],
    [<>Data lost at most <TermHelp term="rpo" /></>, both(it.rpo_needed, it.rpo_offered)],
  ];
}

function Escrow({ it }: { it: ContinuityPart }) {
  if (!it.escrow) {
    return <p>{it.escrow_agreed === null ? known(null) : "There is no escrow agreement."}</p>;
  }
  const lines: Line[] = escrowLines(it.escrow);
  return (
    <>
      {it.escrow.kind === "source_code" && (
        <p className={classes.warning}>
          <StateLabel state="warn">Source code only</StateLabel> It rarely brings a hosted service back: agree on the running environment, too, or on hosting that goes on without the vendor.
        </p>
      )}
      <Definitions label="10rem" items={lines.map(([name, value]) => [name, known(value)])} />
    </>
  );
}

function escrowLines(escrow: EscrowPart): Line[] {
  const { deposit, release_conditions: released, verification_level: level, deposit_every_months: every } = escrow;
  return [
    ["Type", escrowLabel[escrow.kind]],
    ["Agent", escrow.agent],
    ["Agreed on", day(escrow.agreed_on)],
    ["Deposit holds", deposit && deposit.map((each) => depositLabel[each]).join(", ")],
    ["Deposit due", every === null ? null : `every ${count(every, "month")}`],
    ["Last deposit", day(escrow.last_deposit_on)],
    ["Released on", released && released.map((each) => releaseLabel[each]).join(", ")],
    ["Release, and how fast", escrow.release_procedure],
    ["Our rights then", escrow.rights_after_release],
    [<>Verified <TermHelp term="escrow_verification" /></>, level === null ? null : `Level ${levelLabel(level)}${escrow.verified_on ? `, ${formatDay(escrow.verified_on)}` : ""}`],
    ["Could run it", escrow.operator],
    ["Release exercised", day(escrow.last_exercise_on)],
  ];
}

/** What the rules on continuity make of it; nothing where the class asks for none of it. */
function PolicySays({ vendor }: { vendor: string }) {
  const rules = useRead("vendor_evaluation", { vendor }).data?.rules.filter(({ code, outcome }) => code.startsWith("CONTINUITY-") && outcome !== "not_applicable") ?? [];
  if (rules.length === 0) return null;
  return (
    <section className={classes.section}>
      <SectionTitle>The policy says</SectionTitle>
      <ul className={classes.says}>
        {rules.map((rule) => (
          <li key={rule.code}>
            <StateLabel state={outcomeMark[rule.outcome] ?? "unknown"}>{outcomeLabel[rule.outcome]}</StateLabel>
            <span>
              {rule.title}
              <span className={classes.note}>{rule.found}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
