import { Button, SegmentedControl } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Answered, useRead, useWrite } from "../api";
import type { CuecBook, DocumentRow } from "../contract/generated";
import { EmptyState, formatPeriod, Icon, KeyHint, KeyHints, SectionTitle, StateLabel } from "../shared";
import { PageChip } from "../page/PageChip";
import { Completion } from "./Completion";
import { CuecActions } from "./CuecActions";
import { CuecDialog } from "./CuecDialog";
import { CuecTable } from "./CuecTable";
import classes from "./cuecs.module.css";
import { useCuecs } from "./useCuecs";
import { sideState } from "./words";

interface PanelProps {
  vendor: string;
  documents: readonly DocumentRow[];
  onDocuments: () => void;
  /** The control at which somebody wants to look. */
  entry?: string | undefined;
  /** The report that lists it. */
  report?: string | undefined;
}

/** Our side of what a vendor's report expects of us. */
export function CuecsPanel({ entry, report: wanted, vendor, ...rest }: PanelProps) {
  const [chosen, setChosen] = useState(wanted);
  const { data: first } = useRead("cuecs", { vendor, report: null });
  // One that no longer counts has no workbook: what was said of it waits in that of the report that does.
  const report = first?.reports.find(({ document }) => document === chosen)?.document ?? null;
  const answer = useRead("cuecs", { vendor, report });
  return (
    <Answered of={answer} what="CUECs">
      {(book) => (
        <>
          {book.reports.length > 1 && (
            <SegmentedControl
              aria-label="Report"
              className={classes.reports}
              value={book.report?.document ?? ""}
              onChange={setChosen}
              data={book.reports.map((one) => ({ value: one.document, label: one.file_name }))}
            />
          )}
          <Loaded key={`${entry ?? ""} ${book.report?.document ?? ""}`} book={book} entry={entry} {...rest} />
        </>
      )}
    </Answered>
  );
}

const about = "Complementary user entity controls (CUECs) are controls on our side. The opinion rests on them.";

function Loaded({ book, entry, documents, onDocuments }: Omit<PanelProps, "vendor"> & { book: CuecBook }) {
  const navigate = useNavigate();
  const confirm = useWrite("cuecs_confirm");
  const cuecs = useCuecs(book, entry);
  const { report } = book;
  if (!report) {
    return (
      <EmptyState icon="page" title="No report yet that lists any" action={<Button onClick={onDocuments}>Go to the documents</Button>}>
        {`${about} Once a SOC 2 or SOC 1 report of ${book.vendor_name} is filed, each control that it lists stands here, to be decided, assigned and verified.`}
      </EmptyState>
    );
  }
  const show = (document: string, page: number): void => void navigate({ to: "/documents/$document", params: { document }, search: { page } });
  const before = book.before?.to?.slice(0, 4) ?? "the report before";
  const same = book.rows.filter((row) => row.carried !== null && row.change.change === "same").length;
  return (
    <>
      <div className={classes.top}>
        <div>
          <p className={classes.source}>{`${report.file_name}${report.from && report.to ? ` · ${formatPeriod(report.from, report.to)}` : ""}`}</p>
          {book.rows.length > 0 && <Completion of={book.completion} />}
        </div>
        <CuecActions vendor={book.vendor} any={book.rows.length > 0} may={book.may_answer} />
      </div>
      <p className={classes.note}>
        <Icon name="info" size={14} />
        <span>{`${about}${book.demand ? ` Asked of this tier: ${book.demand.charAt(0).toLowerCase()}${book.demand.slice(1)}.` : ""}`}</span>
      </p>
      {book.completion.carried > 0 && (
        <div className={classes.carried}>
          <Icon name="refresh" size={14} />
          <span>{`${book.completion.carried} ${book.completion.carried === 1 ? "answer is" : "answers are"} carried over from ${before} and ${book.completion.carried === 1 ? "waits" : "wait"} to be confirmed. Until then they count as undecided.`}</span>
          {same > 0 && (
            <Button size="xs" disabled={!book.may_answer} loading={confirm.isPending} onClick={() => confirm.mutate({ vendor: book.vendor, report: report.document, entries: [] })}>
              {`Confirm the ${same} whose words are the same`}
            </Button>
          )}
        </div>
      )}
      {book.rows.length === 0 ? (
        <p className={classes.none}>{book.none_stated ? "The report says that there are none." : "None was read in the report. Where it lists some, add them to its lists in the document."}</p>
      ) : (
        <>
          <CuecTable book={book} cuecs={cuecs} before={before} onPage={(page) => show(report.document, page)} />
          <div className={classes.foot}>
            <KeyHints>
              <KeyHint keys={["j", "k"]}>row</KeyHint>
              <KeyHint keys={["y", "p", "n"]}>applies</KeyHint>
              <KeyHint keys="enter">answer, or confirm what was carried over</KeyHint>
              <KeyHint keys="o">page</KeyHint>
            </KeyHints>
          </div>
        </>
      )}
      {book.dropped.length > 0 && (
        <section className={classes.apart}>
          <SectionTitle>{`In ${before}, not in this report`}</SectionTitle>
          <ul>
            {book.dropped.map((one) => (
              <li key={one.text}>
                <span>{one.text}</span>
                <StateLabel state={sideState(one.side).state}>{sideState(one.side).label}</StateLabel>
                {book.before && one.citations.slice(0, 1).map((citation) => <PageChip key={citation.page} citation={citation} about={one.text.slice(0, 40)} onShow={() => show(book.before?.document ?? report.document, citation.page)} />)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {book.responsibilities.length > 0 && (
        <section className={classes.apart}>
          <SectionTitle>User entity responsibilities</SectionTitle>
          <p className={classes.about}>Listed apart in the report: what a customer does to benefit from the service. No criterion depends on them, so they are not counted.</p>
          <ul>
            {book.responsibilities.map((one) => (
              <li key={one.text}>
                <span>{one.text}</span>
                <span />
                {one.citations.slice(0, 1).map((citation) => <PageChip key={citation.page} citation={citation} about={one.text.slice(0, 40)} onShow={() => show(report.document, citation.page)} />)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <CuecDialog book={book} row={cuecs.editing?.row ?? null} applies={cuecs.editing?.applies} documents={documents} onClose={cuecs.close} />
    </>
  );
}
