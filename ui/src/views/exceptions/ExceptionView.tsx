import { Link, useNavigate } from "@tanstack/react-router";
import { Answered, useRead } from "../../api";
import type { FindingView } from "../../contract/generated";
import { FindingPanel } from "../../finding/FindingPanel";
import { SeverityMark } from "../../finding/SeverityMark";
import { findingLabel } from "../../finding/words";
import { EmptyState, Page, PageHeader, useCrumbs } from "../../shared";

/** One exception. */
export function ExceptionView({ name }: { name: string }) {
  const answer = useRead("findings", { vendor: null });
  return (
    <Answered of={answer} what="Exception">
      {({ findings }) => {
        // An exception gets another name when it is recorded; the one it had still leads to it.
        const finding = findings.find(({ key, source }) => key === name || (source.source === "exception" && source.unrecorded === name));
        return finding ? <Loaded finding={finding} /> : <Gone />;
      }}
    </Answered>
  );
}

function Loaded({ finding }: { finding: FindingView }) {
  useCrumbs({ label: "Exceptions", to: "/exceptions" }, { label: finding.number === null ? finding.title : findingLabel(finding.number) });
  const navigate = useNavigate();
  return (
    <Page>
      <PageHeader
        title={finding.title}
        beside={<SeverityMark severity={finding.assessment?.rating.severity ?? null} score={finding.assessment?.rating.score ?? null} />}
        sub={
          <>
            <Link to="/vendors/$vendor" params={{ vendor: finding.vendor }}>
              {finding.vendor_name}
            </Link>
            {finding.source.source === "exception" && ` · ${finding.source.file_name}`}
            {finding.source.source === "rule" && ` · rule of the policy: ${finding.source.title}`}
            {finding.source.source === "hand" && " · entered by hand"}
          </>
        }
      />
      <FindingPanel finding={finding} onKey={(key) => void navigate({ to: "/exceptions/one", search: { key }, replace: true })} />
    </Page>
  );
}

function Gone() {
  useCrumbs({ label: "Exceptions", to: "/exceptions" });
  return (
    <EmptyState icon="diamond" title="This exception is not there any more" action={<Link to="/exceptions">All exceptions</Link>}>
      The document may have been read again or filed elsewhere.
    </EmptyState>
  );
}
