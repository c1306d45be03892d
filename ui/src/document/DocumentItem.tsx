import { useEffect, useRef } from "react";
import type { DocumentRow } from "../contract/generated";
import { kindLabel } from "../fact/words";
import { Icon, StateLabel } from "../shared";
import { spanText } from "./describe";
import classes from "./DocumentItem.module.css";
import { NewsLabel } from "./NewsLabel";

interface DocumentItemProps {
  row: DocumentRow;
  /** Nothing about it is in doubt. */
  ready?: boolean;
  selected: boolean;
  onSelect: () => void;
}

/** A document that waits, in the list of what came in. */
export function DocumentItem({ row, ready = false, selected, onSelect }: DocumentItemProps) {
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (selected) here.current?.scrollIntoView?.({ block: "nearest" });
  }, [selected]);
  const span = spanText(row);
  return (
    <li ref={here}>
      <button type="button" className={classes.item} aria-current={selected || undefined} tabIndex={selected ? 0 : -1} onClick={onSelect}>
        <span className={classes.file}>
          <Icon name={row.has_text ? "page" : "scan"} size={14} />
        </span>
        <span className={classes.text}>
          <span className={classes.first}>
            <span className={classes.name}>{row.file_name}</span>
            <span className={classes.news}>
              {ready ? <StateLabel state="pass">All agree</StateLabel> : <NewsLabel row={row} />}
            </span>
          </span>
          <span className={classes.second}>
            {kindLabel(row.kind)}
            {span && `, ${span}`}
            {row.organization && (
              <>
                {" · "}
                <b>{row.organization}</b>
              </>
            )}
          </span>
        </span>
      </button>
    </li>
  );
}
