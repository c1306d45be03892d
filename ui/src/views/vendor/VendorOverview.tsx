import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useRead, useWorkspace } from "../../api";
import type { GapView, PersonView, RegisterView, VendorView } from "../../contract/generated";
import { outcomeDone, outcomeState } from "../../decision/words";
import { documentLine } from "../../document/describe";
import { NewsLabel } from "../../document/NewsLabel";
import { TermHelp } from "../../fact/TermHelp";
import { dataLabel, relationLabel, schemeLabel } from "../../register/words";
import { Worklist } from "../../register/Worklist";
import { count, Definitions, formatDay, IconButton, SectionTitle, StateMark } from "../../shared";
import { CoverageTimeline } from "../../vendor/CoverageTimeline";
import { nextDates } from "./next-dates";
import classes from "./VendorView.module.css";

interface VendorOverviewProps {
  view: VendorView;
  /** What the register says; none while it is not known. */
  register: RegisterView | undefined;
  /** Leads to where something missing is entered. */
  onGap: (gap: GapView) => void;
  /** Changes the plan of the exit; none where it is not under way, or the person may not. */
  onOffboarding: (() => void) | undefined;
  /** Opens the editor of the company; none where the person may not change it. */
  onCompany: (() => void) | undefined;
  onTab: (tab: string) => void;
  onDecide: (() => void) | undefined;
  onEdit: (() => void) | undefined;
}

/** What stands with a vendor, at a glance. */
export function VendorOverview({ view, register, onGap, onOffboarding, onCompany, onTab, onDecide, onEdit }: VendorOverviewProps) {
  const { today } = useWorkspace();
  const navigate = useNavigate();
  const open = (document: string): void => void navigate({ to: "/documents/$document", params: { document } });
  const { coverage } = view;
  const dates = nextDates(view, today, register);
  const people = useRead("people", {}).data ?? [];
  const data = [...new Set(register?.services.flatMap((service) => service.data ?? []))];
  const missing = <Missing onEdit={onEdit} />;
  return (
    <div className={classes.overview}>
      <div className={classes.main}>
        <LastDecision view={view} onTab={onTab} onDecide={onDecide} />
        {register && <Worklist register={register} onOpen={onGap} />}
        {register?.offboarding && (
          <section>
            <SectionTitle
              action={
                onOffboarding && (
                  <Button size="xs" variant="transparent" onClick={onOffboarding}>
                    Change the plan
                  </Button>
                )
              }
            >
              Exit
            </SectionTitle>
            <Definitions
              label="7rem"
              items={[
                ["Last day", formatDay(register.offboarding.ends_on)],
                ["Checked from", formatDay(register.offboarding.check_from)],
                ["Owner", register.offboarding.owner_name],
                ["Why", register.offboarding.reason],
                ["Data", register.offboarding.data_plan],
              ]}
            />
          </section>
        )}
        <section>
          <SectionTitle
            count={coverage && `${count(coverage.age_months, "month")} since the report ended${coverage.max_age_months === null ? "" : `, limit ${coverage.max_age_months}`}`}
            action={<TermHelp term="evidence_until" />}
          >
            Coverage
          </SectionTitle>
          {coverage ? (
            <CoverageTimeline coverage={coverage} documents={view.documents} today={today} onOpen={open} />
          ) : (
            <p className={classes.none}>No dated report is filed with this vendor. Drop one anywhere in the window; when its period is read, it is drawn here.</p>
          )}
        </section>
        <section>
          <SectionTitle
            count={view.documents.length}
            action={
              view.documents.length > 0 && (
                <Button size="xs" variant="transparent" onClick={() => onTab("documents")}>
                  All documents
                </Button>
              )
            }
          >
            Evidence
          </SectionTitle>
          {view.documents.length === 0 && <p className={classes.none}>Nothing is filed here yet.</p>}
          <ul className={classes.evidence}>
            {view.documents.slice(0, 5).map((row) => (
              <li key={row.id}>
                <button type="button" onClick={() => open(row.id)}>
                  <span>
                    <b>{documentLine(row)}</b>
                    <em>{row.file_name}</em>
                  </span>
                  <span className={classes.news}>
                    <NewsLabel row={row} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      </div>
      <aside className={classes.aside}>
        <section>
          <h2>Next</h2>
          {dates.length === 0 && <p className={classes.none}>No date is set.</p>}
          <ul className={classes.dates}>
            {dates.map((date) => (
              <li key={`${date.day}${date.what}`} data-past={date.day < today || undefined}>
                <b>{formatDay(date.day)}</b>
                <span>
                  {date.what}
                  {date.who && <em>{date.who}</em>}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2 className={classes.aboutHead}>
            About
            {onCompany && <IconButton icon="edit" name="Change company, sponsor, tags" onClick={onCompany} />}
          </h2>
          <Definitions
            label="5.5rem"
            items={[
              ["We buy", view.row.service ?? missing],
              ["Owner", view.row.owner ?? missing],
              ...(data.length > 0 ? [["Data", data.map((each) => dataLabel[each]).join(", ")] as [string, string]] : []),
              ["Tier", view.tier_reason ? <span key="tier" className={classes.clamp}>{view.tier_reason}</span> : missing],
              ...company(register, people),
              ...(view.aliases.length > 0 ? [["Other names", view.aliases.join(", ")] as [string, string]] : []),
            ]}
          />
          {view.notes && <p className={classes.notes}>{view.notes}</p>}
        </section>
      </aside>
    </div>
  );
}

function Missing({ onEdit }: { onEdit: (() => void) | undefined }) {
  return onEdit ? (
    <button type="button" className={classes.missing} onClick={onEdit}>
      not entered
    </button>
  ) : (
    <span className={classes.none}>not entered</span>
  );
}

function LastDecision({ view, onTab, onDecide }: { view: VendorView; onTab: (tab: string) => void; onDecide: (() => void) | undefined }) {
  const decision = view.decisions[0];
  if (!decision) {
    return (
      <section className={classes.verdict} data-state="unknown">
        <StateMark state="unknown" size="lg" label="" />
        <div>
          <h2>Nothing decided yet</h2>
          <p>{view.documents.length === 0 ? "File evidence first, then decide on it." : "Check what was read from the evidence, then decide on it."}</p>
        </div>
        {onDecide && view.documents.length > 0 && <Button onClick={onDecide}>Decide …</Button>}
      </section>
    );
  }
  const state = outcomeState[decision.outcome];
  return (
    <section className={classes.verdict} data-state={state}>
      <StateMark state={state} size="lg" label="" />
      <div>
        <h2>{`${outcomeDone[decision.outcome]}, ${formatDay(decision.decided_on)}`}</h2>
        <p>{decision.conditions.length > 0 ? `${count(decision.conditions.length, "condition")}. ${decision.reason}` : decision.reason}</p>
      </div>
      <Button size="xs" variant="transparent" onClick={() => onTab("decisions")}>
        {`Decision ${decision.number}`}
      </Button>
    </section>
  );
}

/** What is said of the company, where it is said. */
function company(register: RegisterView | undefined, people: readonly PersonView[]): [string, string][] {
  if (!register) return [];
  const { requester, sponsor, legal_name: legal, needed_by: needed, replaces, tags, identifiers, affiliates } = register.company;
  const named = (person: string | null): string | null => people.find(({ id }) => id === person)?.name ?? null;
  const all: [string, string | null][] = [
    ["Requester", named(requester)],
    ["Sponsor", named(sponsor)],
    ["Contract with", legal],
    ["Needed by", needed && formatDay(needed)],
    ["Replaces", replaces],
    ["Numbers", identifiers.map(({ scheme, value }) => `${schemeLabel[scheme]} ${value}`).join(", ")],
    ["Belongs", affiliates.map(({ name, relation }) => `${name}, ${relationLabel[relation].toLowerCase()}`).join("; ")],
    ["Tags", tags.join(", ")],
  ];
  return all.filter((line): line is [string, string] => line[1] !== null && line[1] !== "");
}
