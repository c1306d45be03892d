import { useNavigate } from "@tanstack/react-router";
import { Answered, useRead } from "../../api";
import type { FindingView } from "../../contract/generated";
import { isLate } from "../../finding/filter";
import { FindingsTable } from "../../finding/FindingsTable";
import { SeverityMark } from "../../finding/SeverityMark";
import { severityOrder } from "../../finding/words";
import counts from "../../finding/finding.module.css";
import { EmptyState, PageHeader, useCrumbs } from "../../shared";
import classes from "./ExceptionsView.module.css";

/** What reports state as exceptions, and what people recorded, of all vendors. */
export function ExceptionsView() {
  useCrumbs({ label: "Exceptions" });
  const navigate = useNavigate();
  const answer = useRead("findings", { vendor: null });
  return (
    <Answered of={answer} what="Exceptions">
      {({ findings }) =>
        findings.length === 0 ? (
          <EmptyState icon="diamond" title="No exception yet">
            An exception is a test in which a control did not operate as described. Those of every report that is filed with a vendor come here by themselves, to be assessed, asked about, proved, accepted for a time or closed.
          </EmptyState>
        ) : (
          <div className={classes.screen}>
            <PageHeader title="Exceptions" sub={summary(findings)} actions={<Counts findings={findings} />} />
            <FindingsTable name="Exceptions" vendor rows={findings} onOpen={({ key }) => void navigate({ to: "/exceptions/one", search: { key } })} />
          </div>
        )
      }
    </Answered>
  );
}

function summary(findings: readonly FindingView[]): string {
  const open = findings.filter(({ settled }) => !settled);
  const unjudged = open.filter(({ assessment }) => assessment === null).length;
  const late = open.filter(isLate).length;
  return `${open.length} open of ${findings.length}${unjudged > 0 ? `, ${unjudged} not assessed` : ""}${late > 0 ? ` · ${late} past the date` : ""}`;
}

function Counts({ findings }: { findings: readonly FindingView[] }) {
  const open = findings.filter(({ settled }) => !settled);
  return (
    <span className={counts.counts} role="group" aria-label="Open by severity">
      {severityOrder.map((severity) => {
        const size = open.filter(({ assessment }) => assessment?.rating.severity === severity).length;
        return size > 0 ? <SeverityMark key={severity} severity={severity} score={size} /> : null;
      })}
    </span>
  );
}
