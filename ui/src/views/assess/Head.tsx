import { Button, Popover } from "@mantine/core";
import { VerdictMark } from "../../acceptance/VerdictMark";
import { verdictLabel, verdictState } from "../../acceptance/words";
import { tally } from "../../assessment/answers";
import { stateLabel } from "../../assessment/words";
import type { ReviewView } from "../../contract/generated";
import { PageChip } from "../../page/PageChip";
import { formatMoment, StateLabel, StateMark } from "../../shared";
import classes from "./AssessView.module.css";
import type { Assess } from "./useAssess";

/** The four questions in a word each, in the order in which they are asked. */
const buyerShort = ["Categories", "Time", "Who", "Findings"] as const;

/** The verdict so far, how many answers of each kind, and what every buyer asks first. */
export function Head({ view, assess }: { view: ReviewView; assess: Assess }) {
  const { questions, open, verdict, row } = view;
  const counts = tally(questions, open);
  const all = counts.pass + counts.warn + counts.fail + counts.open;
  const share = (of: number): string => `${all === 0 ? 0 : (100 * of) / all}%`;
  return (
    <header className={classes.head}>
      <div className={classes.verdict}>
        <StateLabel state={verdictState[verdict]}>
          <b>{row.state === "finished" ? verdictLabel[verdict] : `${verdictLabel[verdict]}, so far`}</b>
        </StateLabel>
        <button type="button" className={classes.how} onClick={() => assess.goTo(assess.conclusion)}>
          how
        </button>
        <Popover width={460} position="bottom-end" trapFocus returnFocus>
          <Popover.Target>
            <Button size="xs" variant="subtle" className={classes.brief}>
              In brief
            </Button>
          </Popover.Target>
          <Popover.Dropdown className={classes.inBrief}>
            <h3>What every buyer asks</h3>
            <dl>
              {view.buyers.map((buyer) => (
                <div key={buyer.question}>
                  <dt>{buyer.question}</dt>
                  <dd>
                    {buyer.answer ?? <span className={classes.dim}>not known</span>}{" "}
                    {buyer.citations.slice(0, 2).map((cited) => (
                      <PageChip key={`${cited.document}${cited.page}`} citation={{ page: cited.page, label: null, quote: "" }} about={buyer.question} onShow={() => assess.show({ document: cited.document, page: cited.page, mark: null })} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
            {view.not_proved.length > 0 && <h3>What this report does not prove</h3>}
            <ul>
              {view.not_proved.map((gap) => (
                <li key={gap.statement}>
                  {gap.statement}
                  {gap.filled_by && <em>{gap.filled_by}</em>}
                </li>
              ))}
            </ul>
          </Popover.Dropdown>
        </Popover>
        <span className={classes.tally}>
          {(["pass", "warn", "fail"] as const).map((kind) => (
            <span key={kind}>
              <StateMark state={kind} size="sm" /> {counts[kind]}
            </span>
          ))}
          <span title="Open">
            <StateMark state="unknown" size="sm" label="Open" /> {counts.open}
          </span>
        </span>
      </div>
      {view.services.length > 0 && (
        <ul className={classes.services} aria-label="By service, as the rules give">
          {view.services.map((service) => (
            <li key={service.name}>
              {`For ${service.name}: `}
              <VerdictMark verdict={service.verdict} />
            </li>
          ))}
        </ul>
      )}
      <div className={classes.meter} aria-hidden>
        <i data-state="pass" style={{ width: share(counts.pass) }} />
        <i data-state="warn" style={{ width: share(counts.warn) }} />
        <i data-state="fail" style={{ width: share(counts.fail) }} />
      </div>
      <dl className={classes.buyers} aria-label="What every buyer asks">
        {view.buyers.map(({ question, answer }, index) => (
          <div key={question} title={`${question} ${answer ?? "Not known"}`}>
            <dt>{buyerShort[index] ?? question}</dt>
            <dd>{answer ?? <span className={classes.dim}>not known</span>}</dd>
          </div>
        ))}
      </dl>
      {row.state !== "open" && (
        <p className={classes.signed}>
          {stateLabel[row.state]}
          {row.signed && `: ${row.signed.name}, ${formatMoment(row.signed.at)}`}
          {row.second_read && `; read again by ${row.second_read.name}`}
        </p>
      )}
    </header>
  );
}
