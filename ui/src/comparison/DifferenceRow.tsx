import { useEffect, useMemo, useRef } from "react";
import type { ComparedDocument, DifferenceView, StatementView } from "../contract/generated";
import { PageChip } from "../page/PageChip";
import { PageExcerpt } from "../page/PageExcerpt";
import { marksOf } from "../page/marks";
import { Badge } from "../shared";
import classes from "./Comparison.module.css";
import { changes } from "./words";
import { wordDiff } from "./word-diff";

interface DifferenceRowProps {
  difference: DifferenceView;
  before: ComparedDocument;
  after: ComparedDocument;
  /** Whether both pages are shown below it. */
  open: boolean;
  onToggle: () => void;
}

/** One subject in both reports; opened, with the pages on which it stands. */
export function DifferenceRow({ difference, before, after, open, onToggle }: DifferenceRowProps) {
  const { change, name } = difference;
  const marked = change === "reworded" || change === "changed";
  const pages = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (open) pages.current?.scrollIntoView({ block: "nearest" });
  }, [open]);
  return (
    <>
      <tr aria-current={open || undefined} data-same={change === "same" || undefined}>
        <td>
          <Badge tone={changes[change].tone}>{changes[change].label}</Badge>
        </td>
        <td className={classes.name}>{name}</td>
        <td>
          <Said said={difference.before} other={marked ? difference.after : null} response={difference.subject === "exceptions"} about={`${name ?? changes[change].label}, older report`} open={open} onToggle={onToggle} />
        </td>
        <td>
          <Said said={difference.after} other={marked ? difference.before : null} response={difference.subject === "exceptions"} about={`${name ?? changes[change].label}, newer report`} open={open} onToggle={onToggle} />
        </td>
      </tr>
      {open && (
        <tr ref={pages} className={classes.pages}>
          <td colSpan={4}>
            <div>
              <Shown document={before} said={difference.before} which="older" />
              <Shown document={after} said={difference.after} which="newer" />
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

interface SaidProps {
  said: StatementView | null;
  other: StatementView | null;
  /** Whether what stands beside the words is management's response. */
  response: boolean;
  about: string;
  open: boolean;
  onToggle: () => void;
}

function Said({ said, other, response, about, open, onToggle }: SaidProps) {
  if (!said) return <span className={classes.none}>–</span>;
  const place = said.citations[0];
  return (
    <div className={classes.said}>
      <p>{other ? wordDiff(said.text, other.text).map((run) => (run.own ? <mark key={run.at}>{`${run.text} `}</mark> : `${run.text} `)) : said.text}</p>
      {said.detail && <em data-other={(other && other.detail !== said.detail) || undefined}>{response ? `Response: ${said.detail}` : said.detail}</em>}
      {place && <PageChip citation={place} about={about} shown={open} onShow={onToggle} />}
    </div>
  );
}

function Shown({ document, said, which }: { document: ComparedDocument; said: StatementView | null; which: string }) {
  const marks = useMemo(() => (said ? marksOf("compared", said.text.slice(0, 60), said.citations, true) : []), [said]);
  const first = marks[0];
  if (!first) return <p className={classes.nowhere}>{`The ${which} report does not have it.`}</p>;
  return (
    <figure>
      <figcaption>{`Page ${first.page} of ${document.file_name}`}</figcaption>
      <PageExcerpt document={document.document} page={first.page} marks={marks} focus={first.id} />
    </figure>
  );
}
