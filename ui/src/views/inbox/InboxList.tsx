import type { ReactNode } from "react";
import type { DocumentRow, JobView } from "../../contract/generated";
import { DocumentItem } from "../../document/DocumentItem";
import type { InboxGroups } from "../../document/inbox-groups";
import { JobItem } from "../../document/JobItem";
import classes from "./InboxView.module.css";

interface InboxListProps {
  groups: InboxGroups;
  selected: string | null;
  onSelect: (document: string) => void;
}

/** What came in, in groups: what needs a look before what is in order. */
export function InboxList({ groups, selected, onSelect }: InboxListProps) {
  const documents = (rows: readonly DocumentRow[]): ReactNode =>
    rows.map((row) => <DocumentItem key={row.id} row={row} selected={row.id === selected} onSelect={() => onSelect(row.id)} />);
  const jobs = (rows: readonly JobView[]): ReactNode => rows.map((job) => <JobItem key={job.job} job={job} />);
  return (
    <>
      <Group name="Reading" size={groups.reading.length}>{jobs(groups.reading)}</Group>
      <Group name="Look closer" size={groups.look.length}>{documents(groups.look)}</Group>
      <Group name="To check" size={groups.check.length}>{documents(groups.check)}</Group>
      <Group name="Ready" size={groups.ready.length}>
        {groups.ready.map((row) => (
          <DocumentItem key={row.id} row={row} ready selected={row.id === selected} onSelect={() => onSelect(row.id)} />
        ))}
      </Group>
      <Group name="Checked, not filed yet" size={groups.checked.length}>{documents(groups.checked)}</Group>
      <Group name="Filed" size={groups.filed.length}>{jobs(groups.filed)}</Group>
      <Group name="Not taken" size={groups.refused.length}>{jobs(groups.refused)}</Group>
      <Group name="Not evidence" size={groups.setAside.length}>{documents(groups.setAside)}</Group>
    </>
  );
}

function Group({ name, size, children }: { name: string; size: number; children: ReactNode }) {
  if (size === 0) return null;
  return (
    <section>
      <h2 className={classes.group}>
        {name}
        <span>{size}</span>
      </h2>
      <ul>{children}</ul>
    </section>
  );
}
