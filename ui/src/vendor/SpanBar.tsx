import type { CoverageSpan } from "../contract/generated";
import { kindLabel } from "../fact/words";
import { formatPeriod } from "../shared";
import classes from "./CoverageTimeline.module.css";
import { extent, lengthInWords, type TimelineRange } from "./timeline";

interface SpanBarProps {
  span: CoverageSpan;
  range: TimelineRange;
  /** Another report counts now. */
  old?: boolean;
  letter?: boolean;
  /** The file behind it. */
  name: string;
  onOpen: (document: string) => void;
}

/** What one document covers: a bar for a period, a ring for a point in time. */
export function SpanBar({ span, range, old = false, letter = false, name, onOpen }: SpanBarProps) {
  const { left, width } = extent(span.from, span.to, range);
  const point = span.from === span.to;
  const what = `${kindLabel(span.kind)}, ${point ? "as of " : ""}${formatPeriod(span.from, span.to)}`;
  const word = kindLabel(span.kind).replace(/^SOC 2 /u, "");
  return (
    <button
      type="button"
      className={point ? classes.point : classes.bar}
      data-old={old || undefined}
      data-letter={letter || undefined}
      style={point ? { left: `${left}%` } : { left: `${left}%`, width: `${width}%` }}
      title={name ? `${what} · ${name}` : what}
      aria-label={`Open ${what}`}
      onClick={() => onOpen(span.document)}
    >
      {!point && !letter && <span>{`${word} · ${lengthInWords(span.from, span.to)}`}</span>}
    </button>
  );
}
