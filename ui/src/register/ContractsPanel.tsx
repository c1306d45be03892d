import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { TermHelp } from "../fact/TermHelp";
import type { ContractView, RegisterView } from "../contract/generated";
import { count, Definitions, formatDay, Icon, IconButton, SectionTitle, StateLabel } from "../shared";
import { Answer } from "./Answer";
import { Examination } from "./Examination";
import { type Editor, examinationEditor } from "./parts";
import classes from "./register.module.css";
import { hoursText, moneyText, ndaLabel, renewalLabel } from "./words";

interface PanelProps {
  register: RegisterView;
  onEdit: ((editor: Editor) => void) | undefined;
}

const day = (value: string | null): string | null => value && formatDay(value);

/** Contracts, confidentiality and contacts. */
export function ContractsPanel({ register, onEdit }: PanelProps) {
  const edit = (name: string, editor: Editor) => onEdit && <IconButton icon="edit" name={name} onClick={() => onEdit(editor)} />;
  return (
    <div className={classes.top}>
      <SectionTitle count={register.contracts.length} action={<TermHelp term="notice" />}>
        Contracts
      </SectionTitle>
      {register.contracts.length > 0 && (
        <ul className={classes.cards}>
          {register.contracts.map((view) => (
            <ContractCard key={view.contract.id} view={view} action={edit(`Edit ${view.contract.title}`, { part: "contract", item: view.contract.id })} />
          ))}
        </ul>
      )}
      <Button size="xs" disabled={!onEdit} leftSection={<Icon name="plus" size={14} />} onClick={() => onEdit?.({ part: "contract", item: null })}>
        Add contract
      </Button>
      <div className={`${classes.columns} ${classes.section}`}>
        <section>
          <SectionTitle action={edit("Edit confidentiality", { part: "nda", item: null })}>Confidentiality</SectionTitle>
          <Nda register={register} />
          <div className={classes.section}>
            <SectionTitle action={edit("Edit the next examination", examinationEditor)}>Next examination</SectionTitle>
            <Examination examination={register.examination} proofs={register.proofs} />
          </div>
        </section>
        <section>
          <SectionTitle count={register.contacts.length} action={edit("Edit contacts", { part: "contacts", item: null })}>
            Contacts
          </SectionTitle>
          {register.contacts.length === 0 && <p className={classes.open}>Nobody is entered.</p>}
          <ul>
            {register.contacts.map((contact) => (
              <li key={`${contact.name}${contact.email}`}>
                {contact.name}
                <span className={classes.note}>{[contact.role, contact.email, contact.phone].filter((each) => each !== null).join(" · ")}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
}

function Nda({ register }: { register: RegisterView }) {
  const { nda } = register;
  return (
    <>
      <Definitions label="6rem" items={[["Agreed", <Answer key="agreed">{nda.state && ndaLabel[nda.state]}</Answer>], ...(nda.signed_on ? [["Since", day(nda.signed_on)] as [string, string | null]] : []), ...(nda.until ? [["Until", day(nda.until)] as [string, string | null]] : [])]} />
      {register.held_without_nda && (
        <p className={classes.deadline}>
          <StateLabel state="warn">Reports are held though no agreement is in force</StateLabel>
        </p>
      )}
    </>
  );
}

function ContractCard({ view, action }: { view: ContractView; action: ReactNode }) {
  const { contract } = view;
  const duties: [string, boolean | null][] = [
    ["Report every year", contract.right_to_reports],
    ["Audit right", contract.audit_right],
    ["Subprocessor notice", contract.subprocessor_notice],
    ["DPA", contract.data_processing_agreement],
    ["Return or deletion", contract.return_or_deletion],
    ["AI terms", contract.ai_terms],
  ];
  const named = (answer: boolean | null) => duties.filter(([, value]) => value === answer).map(([name]) => name);
  const [held, missing, open] = [named(true), named(false), named(null)];
  return (
    <li className={classes.card}>
      <div className={classes.cardHead}>
        <h3>{contract.title}</h3>
        <span>{action}</span>
      </div>
      <Definitions
        label="7rem"
        items={[
          ["Term", <Answer key="term">{contract.start || view.current_end ? `${day(contract.start) ?? "open"} – ${day(view.current_end) ?? "open"}` : null}</Answer>],
          ["At the end", <Answer key="end">{contract.renewal && renewalLabel[contract.renewal] + (contract.renewal_months ? `, for ${count(contract.renewal_months, "month")}` : "")}</Answer>],
          ["A year", <Answer key="cost">{moneyText(contract.amount_minor, contract.currency)}</Answer>],
          ["Breach told", <Answer key="breach">{contract.breach_notice === null ? null : `within ${hoursText(contract.breach_notice)}`}</Answer>],
          ["Agreed", <Answer key="held">{held.join(", ") || null}</Answer>],
          ...(missing.length > 0 ? [["Not agreed", missing.join(", ")] as [string, string]] : []),
          ...(open.length > 0 ? [["Not looked up", <span key="open" className={classes.open}>{open.join(", ")}</span>] as [string, ReactNode]] : []),
        ]}
      />
      <p className={classes.deadline}>
        <Deadline view={view} />
      </p>
    </li>
  );
}

function Deadline({ view }: { view: ContractView }) {
  const { notice_deadline: deadline, days_left: left } = view;
  if (deadline === null || left === null) return <span className={classes.open}>{view.contract.notice_days === null ? "No notice deadline: the days of notice are not entered" : "No notice deadline ahead"}</span>;
  const text = `Notice by ${formatDay(deadline)}, ${count(left, "day")} left`;
  return left <= 90 ? <StateLabel state="warn">{text}</StateLabel> : text;
}
