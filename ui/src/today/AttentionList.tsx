import { Button } from "@mantine/core";
import { useMemo, useState } from "react";
import type { AttentionView } from "../contract/generated";
import { count, Icon, useKeys } from "../shared";
import classes from "./AttentionList.module.css";
import { AttentionRow } from "./AttentionRow";
import type { Shown } from "./groups";
import { SnoozeDialog } from "./SnoozeDialog";
import { useRemedy } from "./useRemedy";
import { useWake } from "./useWake";
import { groupLabel } from "./words";

interface Props {
  shown: Shown;
  today: string;
  /** Where the keys hold. */
  where: string;
  mayForAll: boolean;
  longest: string;
}

/** A group shows so many rows until somebody asks for the others. */
const FEW = 40;

/** What needs attention in its groups, walked with J and K. */
export function AttentionList({ shown, today, where, mayForAll, longest }: Props) {
  const [at, setAt] = useState<string | null>(null);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [whole, setWhole] = useState<ReadonlySet<string>>(new Set());
  const [snoozing, setSnoozing] = useState<AttentionView | null>(null);
  const { settle, busy } = useRemedy();
  const wake = useWake();
  const snooze = (item: AttentionView): void => (item.snoozed ? wake(item) : setSnoozing(item));

  const parts = useMemo(() => {
    const groups = shown.groups.map(({ group, items }) => ({ name: group as string, title: groupLabel[group], items, folded: group === "later" }));
    const off = shown.snoozed.length > 0 ? [{ name: "snoozed", title: "Put off", items: shown.snoozed, folded: true }] : [];
    return [...groups, ...off].map((part) => {
      // Where nothing else is there, what is further off is shown.
      const folds = part.folded && shown.groups.some(({ group }) => group !== "later");
      const isOpen = !folds || open.has(part.name);
      return { ...part, folds, isOpen, rows: isOpen ? (whole.has(part.name) ? part.items : part.items.slice(0, FEW)) : [] };
    });
  }, [shown, open, whole]);
  const walked = parts.flatMap(({ rows }) => rows);
  const current = walked.find((item) => item.key === at) ?? walked[0];
  const go = (step: number): void => {
    const place = walked.findIndex((item) => item.key === current?.key);
    const next = walked[Math.min(walked.length - 1, Math.max(0, place + step))];
    if (next) setAt(next.key);
  };
  useKeys(where, [
    { keys: "j", does: "Next item", run: () => go(1) },
    { keys: "k", does: "Previous item", run: () => go(-1) },
    { keys: "enter", does: "Do what settles the item", run: () => current && settle(current), enabled: current !== undefined },
    { keys: "s", does: "Put the item off, or bring it back", run: () => current && snooze(current), enabled: current !== undefined },
  ]);
  const toggle = (set: ReadonlySet<string>, name: string): Set<string> => (set.has(name) ? new Set([...set].filter((each) => each !== name)) : new Set([...set, name]));

  return (
    <div className={classes.list}>
      {parts.map((part) => (
        <section key={part.name} aria-label={part.title}>
          <div className={classes.head} data-late={part.name === "overdue" || undefined}>
            <h2>
              {part.folds ? (
                <button type="button" aria-expanded={part.isOpen} onClick={() => setOpen(toggle(open, part.name))}>
                  <Icon name={part.isOpen ? "chevron-down" : "chevron-right"} size={12} />
                  {part.title}
                </button>
              ) : (
                part.title
              )}
            </h2>
            <span>{part.items.length}</span>
          </div>
          <ul className={classes.rows}>
            {part.rows.map((item) => (
              <AttentionRow key={item.key} item={item} today={today} current={item.key === current?.key} busy={busy !== null && busy === item.vendor && item.key === current?.key} onFocus={setAt} onSettle={settle} onSnooze={snooze} />
            ))}
          </ul>
          {part.isOpen && part.rows.length < part.items.length && (
            <Button size="xs" variant="subtle" className={classes.more} onClick={() => setWhole(toggle(whole, part.name))}>
              {`Show ${count(part.items.length - part.rows.length, "more item")}`}
            </Button>
          )}
        </section>
      ))}
      <SnoozeDialog item={snoozing} today={today} mayForAll={mayForAll} longest={longest} onClose={() => setSnoozing(null)} />
    </div>
  );
}
