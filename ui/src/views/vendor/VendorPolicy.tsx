import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { AskNext } from "../../acceptance/AskNext";
import { DeviationDialog } from "../../acceptance/DeviationDialog";
import { DeviationRequests } from "../../acceptance/DeviationRequests";
import { Deviations } from "../../acceptance/Deviations";
import classes from "../../acceptance/Evaluation.module.css";
import { FirmPanel } from "../../acceptance/FirmPanel";
import { RuleList } from "../../acceptance/RuleList";
import { ServiceVerdicts } from "../../acceptance/ServiceVerdicts";
import { rankLabel, roleLabel, verdictHint, verdictLabel, verdictState } from "../../acceptance/words";
import { AlternativeCard } from "../../alternative/AlternativeCard";
import { Answered, useMay, useRead } from "../../api";
import type { EvaluationView, RuleView } from "../../contract/generated";
import { NextExamination } from "../../register/NextExamination";
import { Definitions, formatDay, SectionTitle, StateMark } from "../../shared";

/** A vendor under the acceptance policy: the verdict, every rule, until when, what to ask for next. */
export function VendorPolicy({ vendor }: { vendor: string }) {
  const evaluation = useRead("vendor_evaluation", { vendor });
  return (
    <Answered of={evaluation} what="Policy check">
      {(view) => <Evaluated view={view} />}
    </Answered>
  );
}

function Evaluated({ view }: { view: EvaluationView }) {
  const navigate = useNavigate();
  const mayDecide = useMay("decide");
  const mayJudge = useMay("judge_facts");
  const [deviating, setDeviating] = useState<RuleView | null>(null);
  // The approval of the path without a report is a deviation from this rule.
  const evidence = view.rules.find(({ code, deviation_until: until }) => code === "REPORT-EVIDENCE" && until !== null);
  return (
    <div className={classes.screen}>
      <div>
        <div className={classes.verdict}>
          <StateMark state={verdictState[view.verdict]} size="lg" label="" />
          <div>
            <h2>{verdictLabel[view.verdict]}</h2>
            <p>
              {verdictHint[view.verdict]}
              {view.escalate_to && ` Needed: ${rankLabel[view.escalate_to]}.`}
            </p>
          </div>
        </div>
        <ServiceVerdicts services={view.services} documents={view.documents} />
        <RuleList evaluation={view} onPage={(document, page) => void navigate({ to: "/documents/$document", params: { document }, search: { page } })} onDeviate={mayDecide ? setDeviating : undefined} />
      </div>
      <aside className={classes.aside}>
        <DeviationRequests requests={view.requests} />
        <section>
          <SectionTitle>Until when</SectionTitle>
          <Definitions
            label="7.5rem"
            items={[
              ["Evidence until", view.evidence_until ? `${formatDay(view.evidence_until.day)}: ${view.evidence_until.limited_by.toLowerCase()}` : "not known: nothing dated is held that counts for the class"],
              ...(view.holds_until && view.holds_until !== view.evidence_until?.day ? [["Verdict until", `${formatDay(view.holds_until)}, when something accepted runs out`] as [string, string]] : []),
              ...(view.next_review ? [["Next review", `${formatDay(view.next_review)}, after one today`] as [string, string]] : []),
              ["Must sign", view.approvers.length > 0 ? view.approvers.map((role) => roleLabel[role]).join(", ") : "not known without a class"],
              ["Policy", `version ${view.policy_version}, as of ${formatDay(view.as_of)}`],
            ]}
          />
        </section>
        <AlternativeCard vendor={view.vendor} documents={view.documents} allowed={mayDecide} onApprove={mayDecide && evidence ? () => setDeviating(evidence) : undefined} />
        <AskNext evaluation={view} />
        <NextExamination vendor={view.vendor} />
        <FirmPanel firms={view.firms} documents={view.documents} allowed={mayJudge} />
        <Deviations acceptances={view.acceptances} allowed={mayDecide} />
      </aside>
      <DeviationDialog vendor={view.vendor} rule={deviating} services={view.services} onClose={() => setDeviating(null)} />
    </div>
  );
}
