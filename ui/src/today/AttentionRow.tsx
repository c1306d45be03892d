import { Button } from "@mantine/core";
import { type KeyboardEvent, memo, type MouseEvent, useEffect, useRef } from "react";
import type { AttentionView } from "../contract/generated";
import { formatDay, Icon, IconButton, StateMark } from "../shared";
import classes from "./AttentionList.module.css";
import { markOf } from "./groups";
import { kindLabel, lineText, remedyText, whenText, whoseText } from "./words";

interface Props {
  item: AttentionView;
  today: string;
  current: boolean;
  busy: boolean;
  onFocus: (key: string) => void;
  onSettle: (item: AttentionView) => void;
  onSnooze: (item: AttentionView) => void;
}

/** One item: whose it is, when, why, and the button that settles it. The reason wraps where the row is current. */
export const AttentionRow = memo(function AttentionRow({ item, today, current, busy, onFocus, onSettle, onSnooze }: Props) {
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const choose = (): void => onFocus(item.key);
  // The focus would fold the rows between press and release, and the button would slip away from below the pointer.
  const stay = (event: MouseEvent): void => event.preventDefault();
  // Enter does it, as the list says; a click only shows the whole reason.
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    onSettle(item);
  };
  const mark = markOf(item.group);
  const name = item.vendor_name ?? kindLabel[item.kind];
  const line = lineText(item);
  const action = remedyText(item);
  return (
    <li ref={row} className={classes.item} data-current={current || undefined}>
      {mark === "open" ? <Icon name="open" className={classes.open} /> : <StateMark state={mark} label="" size="sm" />}
      <button type="button" className={classes.text} aria-current={current || undefined} onFocus={choose} onClick={choose} onKeyDown={enter}>
        <span className={classes.title}>
          <b>{name}</b>
          <span className={classes.when} data-late={item.group === "overdue" || undefined} title={item.date ? formatDay(item.date) : undefined}>
            {whenText(item, today)}
          </span>
        </span>
        <span className={classes.line} title={current ? undefined : line}>
          {line}
          {current && <span className={classes.owner}>{` · ${whoseText(item)}`}</span>}
          {item.snoozed && <span className={classes.off}>{` Put off until ${formatDay(item.snoozed.until)} by ${item.snoozed.by}${item.snoozed.for_all ? ", for all" : ""}: ${item.snoozed.reason}`}</span>}
        </span>
      </button>
      <IconButton icon={item.snoozed ? "undo" : "clock"} name={`${item.snoozed ? "Bring back" : "Put off"}: ${name}, ${kindLabel[item.kind]}`} disabled={item.snoozed !== null && !item.snoozed.may_wake} onClick={() => onSnooze(item)} />
      <Button size="xs" variant={current ? "filled" : "default"} className={classes.button} loading={busy} aria-label={`${action}: ${name}, ${kindLabel[item.kind]}`} onMouseDown={stay} onFocus={choose} onClick={() => onSettle(item)}>
        {action}
      </Button>
    </li>
  );
});
