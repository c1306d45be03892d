import type { FindingView } from "../contract/generated";
import type { ReactNode } from "react";
import { PageChip } from "../page/PageChip";
import { Definitions, formatDay, SectionTitle, StateLabel } from "../shared";
import { rankLabel } from "../acceptance/words";
import classes from "./finding.module.css";
import { ResponseDots } from "./ResponseDots";
import { deviationText, severityLabel, shownResponse } from "./words";

interface FindingFactsProps {
  finding: FindingView;
  onPage: (page: number) => void;
  /** The page that is shown. */
  page: number | null;
}

/** What the document states: the control, its test, the result, the response. */
export function FindingFacts({ finding, onPage, page }: FindingFactsProps) {
  const chips = (citations: FindingView["citations"], about: string) =>
    citations.slice(0, 3).map((citation) => <PageChip key={`${citation.page}${citation.quote}`} citation={citation} about={about} shown={citation.page === page} onShow={() => onPage(citation.page)} />);
  const deviation = deviationText(finding);
  const items: [string, ReactNode][] = [];
  if (finding.control) items.push(["Control", <>{finding.control_id && <b>{finding.control_id} </b>}{finding.control}</>]);
  else if (finding.control_id) items.push(["Control", finding.control_id]);
  if (finding.criteria.length > 0) items.push(["Criteria", finding.criteria.join(", ")]);
  if (finding.tests.length > 0) items.push(["Test", finding.tests.join(" ")]);
  if (deviation) items.push(["Deviations", finding.remarks.population === null ? deviation : `${deviation}, out of ${finding.remarks.population}`]);
  if (finding.remarks.root_cause) items.push(["Root cause", finding.remarks.root_cause]);
  if (finding.remarks.own_control) items.push(["Our own control", finding.remarks.own_control]);
  if (finding.remarks.note) items.push(["Note", finding.remarks.note]);
  return (
    <>
      <section>
        <SectionTitle action={<span className={classes.steps}>{chips(finding.citations, "Result")}</span>}>What was found</SectionTitle>
        <blockquote className={classes.quote}>{finding.result}</blockquote>
        <Definitions label="8rem" items={items} />
      </section>
      {(finding.source.source === "exception" || finding.response) && (
        <section>
          <SectionTitle action={<span className={classes.steps}>{chips(finding.response_citations, "Response")}</span>}>
            Management's response <ResponseDots response={shownResponse(finding)} />
          </SectionTitle>
          {finding.response ? <blockquote className={classes.quote}>{finding.response}</blockquote> : <p className={classes.dim}>The report gives none.</p>}
          <p className={classes.dim}>A response is the vendor's own statement: the auditor did not examine it.</p>
        </section>
      )}
    </>
  );
}

/** The latest acceptance of a finding. */
export function AcceptanceCard({ acceptance }: { acceptance: NonNullable<FindingView["acceptance"]> }) {
  const { state } = acceptance;
  return (
    <section className={classes.card} aria-label="Acceptance">
      {state.state === "holds" && <StateLabel state="warn">{`Accepted until ${formatDay(acceptance.expires)}`}</StateLabel>}
      {state.state === "expired" && <StateLabel state="fail">{`Accepted until ${formatDay(acceptance.expires)}; counts no more`}</StateLabel>}
      {state.state === "overtaken" && <StateLabel state="fail">{`Fell with ${state.with}; counts no more`}</StateLabel>}
      {state.state === "ended" && <StateLabel state="unknown">{`Acceptance ended ${formatDay(state.on)} by ${state.by}: ${state.why}`}</StateLabel>}
      <Definitions
        label="7rem"
        items={[
          ["Reason", acceptance.reason],
          ["Worst case", acceptance.worst_case],
          ["Compensates", acceptance.compensations],
          ["Plan", acceptance.plan],
          ["Risk", `${severityLabel[acceptance.severity]}, stays ${acceptance.residual}`],
          ["Signed", `asked for by ${acceptance.requester}, granted ${formatDay(acceptance.granted_on)} by ${acceptance.approver} as ${rankLabel[acceptance.rank]}`],
        ]}
      />
    </section>
  );
}
