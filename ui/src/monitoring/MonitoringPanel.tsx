import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Answered, useRead, useWrite } from "../api";
import type { DocumentRow, MonitoringEntryView, MonitoringView } from "../contract/generated";
import { Badge, dayOf, EmptyState, formatDay, Icon, SectionTitle, showDone, StateLabel } from "../shared";
import { CloseDialog } from "./CloseDialog";
import classes from "./monitoring.module.css";
import { MonitoringDialog } from "./MonitoringDialog";
import { follows, kindLabel } from "./words";

interface MonitoringPanelProps {
  vendor: string;
  documents: readonly DocumentRow[];
}

/** What is noted of a vendor between reviews. */
export function MonitoringPanel({ vendor, documents }: MonitoringPanelProps) {
  const answer = useRead("monitoring", { vendor });
  return (
    <Answered of={answer} what="Monitoring">
      {(view) => <Loaded view={view} vendor={vendor} documents={documents} />}
    </Answered>
  );
}

const about = "Incidents, news, changes of subprocessors, missed service levels: what happens between two reviews, with what follows from it for the tier and the next review.";

function Loaded({ view, vendor, documents }: MonitoringPanelProps & { view: MonitoringView }) {
  const [editing, setEditing] = useState<MonitoringEntryView | "new" | null>(null);
  const [closing, setClosing] = useState<MonitoringEntryView | null>(null);
  const reopen = useWrite("monitoring_close");
  const note = (
    <Button size="xs" disabled={!view.may_keep} leftSection={<Icon name="plus" />} onClick={() => setEditing("new")}>
      Note something
    </Button>
  );
  const open = view.entries.filter(({ closed }) => closed === null);
  const settled = view.entries.filter(({ closed }) => closed !== null);
  const row = (entry: MonitoringEntryView) => (
    <Entry
      key={entry.id}
      entry={entry}
      onEdit={view.may_keep ? () => setEditing(entry) : undefined}
      onClose={view.may_keep ? () => setClosing(entry) : undefined}
      onReopen={view.may_keep ? () => reopen.mutate({ id: entry.id, note: null }, { onSuccess: () => showDone("Open again") }) : undefined}
    />
  );
  return (
    <>
      {view.entries.length === 0 ? (
        <EmptyState icon="clock" title="Nothing noted yet" action={note}>
          {about}
        </EmptyState>
      ) : (
        <>
          <SectionTitle count={open.length} action={note}>
            Noted and not settled
          </SectionTitle>
          {open.length === 0 ? <p className={classes.dim}>Everything that was noted is settled.</p> : <ul className={classes.list}>{open.map(row)}</ul>}
          {settled.length > 0 && (
            <>
              <SectionTitle count={settled.length}>Settled</SectionTitle>
              <ul className={classes.list}>{settled.map(row)}</ul>
            </>
          )}
        </>
      )}
      <MonitoringDialog vendor={vendor} documents={documents} entry={editing} mayOpenFinding={view.may_open_finding} onClose={() => setEditing(null)} />
      <CloseDialog entry={closing} onClose={() => setClosing(null)} />
    </>
  );
}

interface EntryProps {
  entry: MonitoringEntryView;
  onEdit: (() => void) | undefined;
  onClose: (() => void) | undefined;
  onReopen: (() => void) | undefined;
}

function Entry({ entry, onEdit, onClose, onReopen }: EntryProps) {
  const { closed } = entry;
  const named = `${kindLabel[entry.kind]}, ${formatDay(entry.on)}`;
  return (
    <li className={classes.entry} data-closed={closed !== null || undefined}>
      <span className={classes.day}>{formatDay(entry.on)}</span>
      <div>
        <span className={classes.head}>
          {kindLabel[entry.kind]}
          {entry.silent && <Badge tone="warn">The vendor did not tell us</Badge>}
          {follows(entry).map(({ state, label }) => (
            <StateLabel key={label} state={state}>
              {label}
            </StateLabel>
          ))}
        </span>
        <p className={classes.what}>{entry.what}</p>
        <p className={classes.facts}>
          {entry.source && <span>{`From: ${entry.source}`}</span>}
          {entry.told_by_vendor === true && <span>Told by the vendor itself</span>}
          {entry.evidence && (
            <Link to="/documents/$document" params={{ document: entry.evidence }}>
              {entry.evidence_name ?? "Document"}
            </Link>
          )}
          {entry.finding && (
            <Link to="/exceptions/one" search={{ key: entry.finding }}>
              Finding
            </Link>
          )}
          <span>{`Noted by ${entry.by}, ${formatDay(dayOf(entry.at))}`}</span>
          {closed && <span>{`Settled by ${closed.by}, ${formatDay(dayOf(closed.at))}: ${closed.note}`}</span>}
        </p>
      </div>
      <span className={classes.buttons}>
        {closed ? (
          <Button size="xs" variant="subtle" disabled={!onReopen} aria-label={`Open again: ${named}`} onClick={onReopen}>
            Open again
          </Button>
        ) : (
          <>
            <Button size="xs" variant="subtle" disabled={!onEdit} aria-label={`Change: ${named}`} onClick={onEdit}>
              Change
            </Button>
            <Button size="xs" disabled={!onClose} aria-label={`Settle: ${named}`} onClick={onClose}>
              Settle
            </Button>
          </>
        )}
      </span>
    </li>
  );
}
