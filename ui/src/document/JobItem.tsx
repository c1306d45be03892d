import { Button, Progress } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useWrite } from "../api";
import type { JobView, KnownFiling } from "../contract/generated";
import { verdictLabel, verdictState } from "../packet/check-words";
import { Icon, IconButton, type IconName, formatMoment, StateLabel } from "../shared";
import classes from "./DocumentItem.module.css";
import { readShare } from "./inbox-groups";
import { CopyLine } from "../signed/CopyLine";
import { isComplete, laterText } from "../signed/words";
import { refusalText } from "./refusal-text";

/** A file on its way in, or what became of it. */
export function JobItem({ job }: { job: JobView }) {
  const cancel = useWrite("job_cancel");
  const dismiss = useWrite("job_dismiss");
  const { state } = job;
  const away = <IconButton size="xs" icon="close" name="Take off the list" onClick={() => dismiss.mutate({ job: job.job })} />;
  switch (state.state) {
    case "queued":
    case "reading":
    case "recognising":
      return (
        <Row icon="page" name={job.file_name} acts={<Button size="xs" variant="subtle" onClick={() => cancel.mutate({ job: job.job })} loading={cancel.isPending}>Cancel</Button>}>
          <span className={classes.reading}>{state.state === "queued" ? "waits for its turn" : <Reading done={state.done} total={state.total} pictures={state.state === "recognising"} name={job.file_name} />}</span>
        </Row>
      );
    case "stored":
      return (
        <Row icon="check" name={job.file_name} news={<StateLabel state="pass">Read and filed</StateLabel>} acts={away}>
          <Second>
            <Link to="/documents/$document" params={{ document: state.document }} className={classes.link}>Look at what was read</Link>
          </Second>
        </Row>
      );
    case "signed_copy":
      return (
        <Row icon="packet" name={job.file_name} news={<StateLabel state={isComplete(state.copy.pages) && !laterText(state.copy) ? "pass" : "warn"}>{`Signed copy of packet ${state.copy.number}, version ${state.copy.version}`}</StateLabel>} acts={away}>
          <Second>
            <CopyLine document={state.document} copy={state.copy} link={classes.link} />
          </Second>
        </Row>
      );
    case "own_packet":
      return (
        <Row icon="packet" name={job.file_name} news={<StateLabel state="unknown">Not signed</StateLabel>} acts={away}>
          <Second>
            {"This is "}
            <Link to="/packets/$packet" params={{ packet: state.packet }} className={classes.link}>{`packet ${state.number}, version ${state.version}`}</Link>
            {", as it was printed. Print it, have it signed, and drop the scan."}
          </Second>
        </Row>
      );
    case "read_again":
      return (
        <Row icon="refresh" name={job.file_name} news={state.differing > 0 ? <StateLabel state="warn">{`${state.differing} read otherwise`}</StateLabel> : <StateLabel state="pass">Read again</StateLabel>} acts={away}>
          <Second>
            <Link to="/documents/$document" params={{ document: state.document }} className={classes.link}>{state.differing > 0 ? "Look at what differs from what was confirmed" : "Nothing differs from what was confirmed"}</Link>
          </Second>
        </Row>
      );
    case "duplicate":
      return (
        <Row icon="copy" name={job.file_name} news={<StateLabel state="unknown">Duplicate</StateLabel>} acts={away}>
          <Second>
            Same file as{" "}
            <Link to="/documents/$document" params={{ document: state.document }} className={classes.link}>{state.file_name}</Link>
            {`, received ${formatMoment(state.received_at)} by ${state.received_by}. ${filingText(state.filing)} Nothing is stored twice.`}
          </Second>
        </Row>
      );
    case "packet":
      return (
        <Row icon="packet" name={job.file_name} news={<StateLabel state={verdictState[state.check.verdict]}>{verdictLabel[state.check.verdict]}</StateLabel>} acts={away}>
          <Second>
            {state.check.number === null ? "This is a packet of ours that was changed, not evidence on a vendor. Nothing was stored. " : `This is packet ${state.check.number} on ${state.check.vendor_name}, not evidence on a vendor. Nothing was stored. `}
            <Link to="/packets/check" className={classes.link}>See the check</Link>
          </Second>
        </Row>
      );
    case "refused": {
      const { what, hint } = refusalText(state.reason);
      return (
        <Row icon="close" name={job.file_name} news={<StateLabel state="fail">Not taken</StateLabel>} acts={away}>
          <Second>
            {what}. {hint}
          </Second>
        </Row>
      );
    }
    case "cancelled":
      return (
        <Row icon="close" name={job.file_name} news="Cancelled" acts={away}>
          <Second>{job.again ? "The reading stays as it was." : "Nothing of it was kept. Drop it again to read it."}</Second>
        </Row>
      );
    default:
      return state satisfies never;
  }
}

/** Where the document is that came again. */
function filingText(filing: KnownFiling): string {
  switch (filing.filing) {
    case "waiting":
      return "It waits in the inbox.";
    case "set_aside":
      return "Somebody set it aside as no evidence.";
    case "filed":
      return `It is filed with ${filing.name}.`;
    case "filed_now":
      return `It waited, and is filed with ${filing.name} now.`;
    case "signed_copy":
      return `It is a signed copy of packet ${filing.number}, version ${filing.version}.`;
    default:
      return filing satisfies never;
  }
}

function Reading({ done, total, pictures, name }: { done: number; total: number; pictures: boolean; name: string }) {
  const share = readShare(done, total);
  return (
    <>
      <Progress className={classes.meter} size="xs" value={share === null ? 100 : share * 100} striped={share === null} animated={share === null} aria-label={`Reading ${name}`} />
      <span>{share === null ? "opening" : `${pictures ? "picture" : "page"} ${done} of ${total}`}</span>
    </>
  );
}

function Row({ icon, name, news, acts, children }: { icon: IconName; name: string; news?: ReactNode; acts: ReactNode; children: ReactNode }) {
  return (
    <li className={classes.item}>
      <span className={classes.file}>
        <Icon name={icon} size={14} />
      </span>
      <span className={classes.text}>
        <span className={classes.first}>
          <span className={classes.name}>{name}</span>
          {news && <span className={classes.news}>{news}</span>}
          <span className={classes.acts} style={news ? { marginLeft: 0 } : undefined}>{acts}</span>
        </span>
        {children}
      </span>
    </li>
  );
}

function Second({ children }: { children: ReactNode }) {
  return <span className={`${classes.second} ${classes.wrap}`}>{children}</span>;
}
