import type { HistoryEntry } from "../contract/generated";
import { dayOf, formatDay } from "../shared";
import classes from "./history.module.css";
import { HistoryRow } from "./HistoryRow";

/** Groups entries that follow each other by the person's own day. */
export function byDay(entries: readonly HistoryEntry[]): { day: string; entries: HistoryEntry[] }[] {
  const days: { day: string; entries: HistoryEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}

/** The audit log by days, newest first. */
export function HistoryList({ entries, today }: { entries: readonly HistoryEntry[]; today: string }) {
  return (
    <div className={classes.days}>
      {byDay(entries).map(({ day, entries: ofDay }) => (
        <section key={day} aria-label={formatDay(day)}>
          <h2 className={classes.day}>{day === today ? "Today" : formatDay(day)}</h2>
          <ul>{ofDay.map((entry) => <HistoryRow key={entry.seq} entry={entry} />)}</ul>
        </section>
      ))}
    </div>
  );
}
