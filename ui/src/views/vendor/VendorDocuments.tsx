import { Button } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMay, useRead, useWorkspace, useWrite } from "../../api";
import type { VendorView } from "../../contract/generated";
import { DocumentsTable } from "../../document/DocumentsTable";
import { JobItem } from "../../document/JobItem";
import { TermHelp } from "../../fact/TermHelp";
import { EmptyState, Icon, showDone, StateLabel } from "../../shared";
import classes from "./VendorView.module.css";

/** The documents of a vendor. */
export function VendorDocuments({ view, withoutNda }: { view: VendorView; /** Whether reports are held though no agreement is in force. */ withoutNda: boolean }) {
  const { today } = useWorkspace();
  const navigate = useNavigate();
  const may = useMay("keep_documents");
  const choose = useWrite("documents_choose");
  const aside = useWrite("document_set_aside");
  const putBack = useWrite("document_file");
  // What is on its way shows here too, so that adding files is never silent; the inbox has the rest.
  const jobs = useRead("inbox", {}).data?.jobs.filter(({ state }) => state.state === "queued" || state.state === "reading" || state.state === "recognising" || state.state === "refused" || state.state === "packet" || state.state === "duplicate") ?? [];
  const under = jobs.length > 0 && (
    <ul className={classes.jobs} aria-label="Files on their way">
      {jobs.map((job) => (
        <JobItem key={job.job} job={job} />
      ))}
    </ul>
  );
  const add = (
    <Button disabled={!may} loading={choose.isPending} leftSection={<Icon name="upload" />} onClick={() => choose.mutate({ vendor: view.row.id })}>
      Add documents to this vendor
    </Button>
  );
  // The documents stand newest period first; what carries an opinion is a report.
  const [newer, older] = view.documents.filter((row) => row.opinion !== null && row.to !== null);
  if (view.documents.length === 0) {
    return (
      <>
        <EmptyState icon="page" title="No evidence yet" action={add}>
          {`What ${view.row.name} gives you belongs here: SOC 2 reports, bridge letters, certificates, test reports. What you add here is filed with it at once.`}
        </EmptyState>
        {under}
      </>
    );
  }
  return (
    <>
      {withoutNda && (
        <p className={classes.flag}>
          <StateLabel state="warn">Reports are held though no confidentiality agreement is in force</StateLabel> <TermHelp term="nda" />
        </p>
      )}
      {view.documents.filter((row) => view.untold.includes(row.id)).map((row) => (
        <p key={row.id} className={classes.flag}>
          <StateLabel state="unknown">Nobody has said which of our services it covers, so it counts for all of them:</StateLabel>{" "}
          <Link className={classes.flagged} to="/documents/$document" params={{ document: row.id }}>
            {row.file_name}
          </Link>
        </p>
      ))}
      <DocumentsTable
        rows={view.documents}
        counts={view.coverage?.report}
        today={today}
        onSetAside={
          may
            ? (row) =>
                aside.mutate(
                  { document: row.id, reason: null },
                  { onSuccess: () => showDone(`${row.file_name} set aside as no evidence`, () => putBack.mutate({ document: row.id, vendor: { target: "existing", vendor: view.row.id } })) },
                )
            : undefined
        }
      />
      {under}
      <div className={classes.add}>
        {add}
        {newer && older && (
          <Button variant="subtle" leftSection={<Icon name="compare" />} onClick={() => void navigate({ to: "/compare/$first/$second", params: { first: older.id, second: newer.id } })}>
            Compare the last two reports
          </Button>
        )}
      </div>
    </>
  );
}
