import { useState } from "react";
import type { HistoryEntry } from "../contract/generated";
import { Definitions, formatTime, Icon } from "../shared";
import classes from "./history.module.css";
import { detailLines, opText } from "./op-text";

/** One entry of the audit log; opens to its details. */
export function HistoryRow({ entry }: { entry: HistoryEntry }) {
  const [open, setOpen] = useState(false);
  const { done, icon } = opText(entry);
  const details = detailLines(entry.detail);
  return (
    <li className={classes.entry}>
      <button type="button" className={classes.row} aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={icon} className={classes.icon} />
        <span className={classes.what}>
          <span className={classes.done}>{done}</span>
          {entry.subject && <span className={classes.subject}>{entry.subject}</span>}
        </span>
        <span className={classes.who}>{entry.who}</span>
        <span className={classes.time}>{formatTime(entry.at)}</span>
        <span className={classes.seq}>{entry.seq}</span>
        <Icon name={open ? "chevron-up" : "chevron-down"} size={12} className={classes.fold} />
      </button>
      {open && (
        <div className={classes.detail}>
          <Definitions label="9rem" items={[["Recorded as", entry.op], ...details]} />
        </div>
      )}
    </li>
  );
}
