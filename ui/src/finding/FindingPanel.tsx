import { Button, Tooltip } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useRead, useWorkspace } from "../api";
import type { FindingStepView, FindingView } from "../contract/generated";
import { HistoryList } from "../history/HistoryList";
import { marksOf } from "../page/marks";
import { PageExcerpt } from "../page/PageExcerpt";
import { Badge, dayOf, formatDay, Icon, SectionTitle, StateLabel } from "../shared";
import { AssessForm } from "./AssessForm";
import classes from "./finding.module.css";
import { FindingConditions } from "./FindingConditions";
import { AcceptanceCard, FindingFacts } from "./FindingFacts";
import { RatingSum } from "./RatingSum";
import { OwnerAndDay, RemarksDialog } from "./RemarksForm";
import { RiskRequest } from "./RiskRequest";
import { StepDialog } from "./StepDialog";
import { findingLabel, statusLabel, statusTone, stepLabel, waitsText } from "./words";

interface FindingPanelProps {
  finding: FindingView;
  /** The finding has this name from now on: an exception gets another when it is recorded. */
  onKey: (key: string) => void;
}

/** One finding: how grave and why, what the page says, where it stands and what leads on. */
export function FindingPanel({ finding, onKey }: FindingPanelProps) {
  const { today } = useWorkspace();
  const { document } = finding;
  const [page, setPage] = useState(finding.citations[0]?.page ?? null);
  const [assessing, setAssessing] = useState(false);
  const [step, setStep] = useState<FindingStepView | null>(null);
  const [remarks, setRemarks] = useState(false);
  const history = useRead("finding_history", { key: finding.key }).data ?? [];
  // What is verified waits to be closed; asking again is the way back.
  const open = finding.steps.filter((each) => each.waits_for === null);
  const main = open.find((each) => each.step === "close") ?? (open[0] === finding.steps[0] ? open[0] : undefined);
  const marks = [...marksOf("result", "Result", finding.citations, true), ...marksOf("response", "Response", finding.response_citations, true)];
  const form = finding.can_assess && (assessing || finding.assessment === null);
  return (
    <div className={classes.screen}>
      <div>
        <section>
          <SectionTitle
            action={
              finding.assessment && !form && finding.can_assess ? (
                <Button size="xs" variant="default" leftSection={<Icon name="edit" />} onClick={() => setAssessing(true)}>
                  Change an input
                </Button>
              ) : undefined
            }
          >
            Severity
          </SectionTitle>
          {form ? (
            <AssessForm
              finding={finding}
              onDone={(key) => {
                setAssessing(false);
                onKey(key);
              }}
              onCancel={finding.assessment ? () => setAssessing(false) : undefined}
            />
          ) : finding.assessment ? (
            <>
              <RatingSum rating={finding.assessment.rating} inputs={finding.assessment.inputs} />
              <p className={classes.dim}>{`Judged ${formatDay(dayOf(finding.assessment.at))} by ${finding.assessment.by}.${finding.assessment.reason ? ` ${finding.assessment.reason}` : ""}`}</p>
            </>
          ) : (
            <p className={classes.dim}>Nobody has judged it.</p>
          )}
        </section>
        <FindingFacts finding={finding} page={page} onPage={setPage} />
        {history.length > 0 && (
          <section>
            <SectionTitle>History</SectionTitle>
            <HistoryList entries={history} today={today} />
          </section>
        )}
      </div>
      <aside className={classes.aside}>
        <section className={classes.card} aria-label="Where it stands">
          <span className={classes.steps}>
            <Badge tone={statusTone[finding.status]}>{statusLabel[finding.status]}</Badge>
            <span className={classes.dim}>{findingLabel(finding.number)}</span>
          </span>
          <Standing finding={finding} />
          {!finding.settled && finding.can_assess && <OwnerAndDay key={`${finding.owner}${finding.due}`} findings={[finding]} onDone={onKey} />}
          {finding.steps.length > 0 && (
            <div className={classes.steps}>
              {finding.steps.map((each) => (
                <Tooltip key={each.step} label={each.waits_for ? waitsText[each.waits_for] : ""} disabled={each.waits_for === null}>
                  <Button size="xs" variant={each === main ? "filled" : "default"} aria-disabled={each.waits_for !== null} data-disabled={each.waits_for !== null || undefined} onClick={() => each.waits_for === null && setStep(each)}>
                    {stepLabel[each.step]}
                  </Button>
                </Tooltip>
              ))}
            </div>
          )}
          {finding.can_assess && (
            <Button size="xs" variant="subtle" leftSection={<Icon name="edit" />} onClick={() => setRemarks(true)}>
              Name, cause and note
            </Button>
          )}
        </section>
        {finding.request && <RiskRequest key={finding.request.id} request={finding.request} />}
        {finding.acceptance && <AcceptanceCard acceptance={finding.acceptance} />}
        {document !== null && page !== null && (
          <section>
            <SectionTitle
              action={
                <Link to="/documents/$document" params={{ document }} search={{ page }}>
                  Open page {page}
                </Link>
              }
            >
              In the document
            </SectionTitle>
            <div className={classes.excerpt}>
              <PageExcerpt document={document} page={page} marks={marks} focus={marks.find((mark) => mark.page === page)?.id ?? null} />
            </div>
          </section>
        )}
      </aside>
      <StepDialog findings={[finding]} step={step} onClose={() => setStep(null)} onDone={onKey} />
      <RemarksDialog key={finding.key} finding={finding} opened={remarks} onClose={() => setRemarks(false)} onDone={onKey} />
    </div>
  );
}

/** What is due, late, repeated or overtaken. */
function Standing({ finding }: { finding: FindingView }) {
  const { source } = finding;
  const link = (to: { key: string; number: number }) => (
    <Link to="/exceptions/one" search={{ key: to.key }}>
      {findingLabel(to.number)}
    </Link>
  );
  return (
    <>
      {finding.overdue && finding.due && <StateLabel state="fail">{`To be treated by ${formatDay(finding.due)}, which has passed`}</StateLabel>}
      {finding.answer_due && <StateLabel state={finding.answer_late ? "fail" : "unknown"}>{`Vendor's answer by ${formatDay(finding.answer_due)}${finding.answer_late ? ", which has passed" : ""}`}</StateLabel>}
      {finding.escalate_on && <p className={classes.dim}>{`Goes a rank higher from ${formatDay(finding.escalate_on)}.`}</p>}
      {finding.proofs.length > 0 && (
        <ul className={classes.proofs} aria-label="What the vendor sent">
          {finding.proofs.map((proof) => (
            <li key={proof.document}>
              <Link to="/documents/$document" params={{ document: proof.document }} search={proof.page === null ? {} : { page: proof.page }}>
                {proof.page === null ? proof.file_name : `${proof.file_name}, page ${proof.page}`}
              </Link>
              {proof.at && <span className={classes.dim}>{` attached ${formatDay(dayOf(proof.at))}${proof.by ? ` by ${proof.by}` : ""}`}</span>}
            </li>
          ))}
        </ul>
      )}
      <FindingConditions finding={finding} />
      {finding.verified_by && <p className={classes.dim}>{`Verified by ${finding.verified_by}.`}</p>}
      {finding.settled_by && <p className={classes.dim}>{`Settled by ${finding.settled_by}.`}</p>}
      {finding.repeat_of && <p>Repeats {link(finding.repeat_of)} of the report before.</p>}
      {finding.repeated_by && <p>Failed again: followed up as {link(finding.repeated_by)}.</p>}
      {finding.tested_clean && (
        <p>
          The next report tests the control without exception, on{" "}
          <Link to="/documents/$document" params={{ document: finding.tested_clean.document }} search={{ page: finding.tested_clean.page }}>{`page ${finding.tested_clean.page}`}</Link>.
        </p>
      )}
      {source.source === "exception" && !source.stated && <StateLabel state="warn">The document does not state it any more as it is read now</StateLabel>}
      {source.source === "exception" && !source.current && <p className={classes.dim}>A later report has taken the place of this one.</p>}
      {source.source === "rule" && <p className={classes.dim}>{`Rule of the policy: ${source.title}`}</p>}
    </>
  );
}
