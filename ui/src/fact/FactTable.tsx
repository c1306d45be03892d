import { type ReactNode, useEffect, useRef } from "react";
import { PageChip } from "../page/PageChip";
import classes from "./FactTable.module.css";
import type { FactLine } from "./lines";
import { StandingMark } from "./StandingMark";
import { toldQuestion } from "./words";

export interface FactTableProps {
  lines: readonly FactLine[];
  /** The fact in focus. */
  focus: string | null;
  onFocus: (key: string) => void;
  /** What Enter does on the line in focus; without it a line is only focused. */
  onEnter?: (() => void) | undefined;
  /** The mark that the page shows strongly now. */
  shown: string | null;
  onShow: (line: FactLine, mark: string) => void;
  /** A line above the facts, e.g. whose document it seems to be. */
  head?: ReactNode;
}

/** More pages than this are only counted in a line; the fact itself lists them all. */
const mostChips = 3;

/** What was read, one line per fact, each with the pages where it stands. */
export function FactTable({ lines, focus, onFocus, onEnter, shown, onShow, head }: FactTableProps) {
  const current = useRef<HTMLLIElement>(null);
  const table = useRef<HTMLUListElement>(null);
  useEffect(() => {
    current.current?.scrollIntoView?.({ block: "nearest" });
    // Where the keyboard is in the table, it goes with the walk.
    if (table.current?.contains(document.activeElement)) current.current?.querySelector("button")?.focus({ preventScroll: true });
  }, [focus]);

  return (
    <ul ref={table} className={classes.table} aria-label="Facts">
      {head && <li className={classes.row}>{head}</li>}
      {lines.map((line) => {
        const here = focus !== null && line.keys.includes(focus);
        const pages = line.citations.filter((each, index) => line.citations.findIndex((other) => other.citation.page === each.citation.page) === index);
        return (
          <li key={line.key} ref={here ? current : undefined} className={classes.row} data-focus={here || undefined} data-clash={line.clash !== null || undefined}>
            <button type="button" className={classes.pick} aria-current={here || undefined} tabIndex={here || focus === null ? 0 : -1} onClick={() => onFocus(line.key)}
              onKeyDown={(event) => {
                if (event.key !== "Enter" || !onEnter || event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                onEnter();
              }}
            >
              <span className={classes.label}>{line.label}</span>{" "}
              <LineText line={line} />
            </button>
            <span className={classes.pages}>
              {pages.slice(0, mostChips).map(({ mark, citation, derived }) => (
                <PageChip key={mark} citation={citation} about={line.label} derived={derived} shown={line.citations.some((each) => each.mark === shown && each.citation.page === citation.page)} quiet onShow={() => onShow(line, mark)} />
              ))}
              {pages.length > mostChips && <span className={classes.more} title={`${pages.length - mostChips} more pages`}>{`+${pages.length - mostChips}`}</span>}
            </span>
            <StandingMark standing={line.standing} />
          </li>
        );
      })}
    </ul>
  );
}

function LineText({ line }: { line: FactLine }) {
  return (
    <span className={classes.value}>
      {line.text === null ? (
        <span className={classes.none}>{line.standing === "rejected" ? "not what the document says" : toldQuestion(line.key) ? "nobody has said" : "not stated"}</span>
      ) : (
        <span className={classes.text}>{line.text}</span>
      )}
      {line.hint && line.was === null && <span className={classes.hint}> {line.hint}</span>}
      {line.was !== null && (
        <span className={classes.was}>
          {" "}
          read: <s>{line.was}</s>
        </span>
      )}
      {line.clash && <span className={classes.clash}>contradicted, see above</span>}
    </span>
  );
}
