import { kindLabel } from "../fact/words";
import { TermHelp } from "../fact/TermHelp";
import type { CoverageView, DocumentRow } from "../contract/generated";
import { formatDay, formatPeriod } from "../shared";
import classes from "./CoverageTimeline.module.css";
import { SpanBar } from "./SpanBar";
import { at, dayNumber, extent, lengthInWords, ticks, timelineRange } from "./timeline";

export interface CoverageTimelineProps {
  coverage: CoverageView;
  documents: readonly DocumentRow[];
  today: string;
  /** Opens the document behind a bar. */
  onOpen: (document: string) => void;
}

/** When the reports and letters of a vendor speak, what nothing speaks of, and until when it suffices by dates. */
export function CoverageTimeline({ coverage, documents, today, onOpen }: CoverageTimelineProps) {
  const until = coverage.evidence_until;
  const range = timelineRange([...coverage.spans, ...coverage.papers], today, coverage.hard_stop ?? until);
  const letters = coverage.spans.filter((span) => span.kind === "bridge_letter");
  const reports = coverage.spans.filter((span) => span.kind !== "bridge_letter");
  const nameOf = (id: string): string => documents.find((row) => row.id === id)?.file_name ?? "";
  const now = at(dayNumber(today), range);
  const flag = until ? at(dayNumber(until) + 1, range) : null;
  const stop = coverage.hard_stop && dayNumber(coverage.hard_stop) <= range.last && dayNumber(coverage.hard_stop) >= range.first ? at(dayNumber(coverage.hard_stop) + 1, range) : null;
  const past = until !== null && until < today;

  return (
    <figure className={classes.timeline} aria-label={summary(coverage)}>
      <div className={classes.axis}>
        <span className={classes.track}>
          {ticks(range).map((tick) => (
            <span key={tick.at} style={{ left: `${tick.at}%` }} data-year={tick.year || undefined} data-minor={tick.minor || undefined}>
              {tick.label}
            </span>
          ))}
        </span>
      </div>
      <div className={classes.rows}>
        <div className={classes.grid} aria-hidden="true">
          {ticks(range).map((tick) => (
            <i key={tick.at} style={{ left: `${tick.at}%` }} data-year={tick.year || undefined} />
          ))}
          <i className={classes.now} style={{ left: `${now}%` }}>
            <b data-flip={now > 88 || undefined}>Today</b>
          </i>
        </div>
        <div className={classes.row} data-tall>
          <span className={classes.name}>Reports</span>
          <span className={classes.track}>
            {uncovered(coverage, today).map((gap) => {
              const { left, width } = extent(gap.from, gap.to, range);
              return (
                <i
                  key={gap.from}
                  className={classes.gap}
                  data-open={gap.open || undefined}
                  style={{ left: `${left}%`, width: `${width}%` }}
                  title={`${gap.open ? "Nothing speaks of the time since" : "Nothing speaks of"} ${formatPeriod(gap.from, gap.to)} (${lengthInWords(gap.from, gap.to)})`}
                />
              );
            })}
            {reports.map((span) => (
              <SpanBar key={span.document} span={span} range={range} old={span.document !== coverage.report} name={nameOf(span.document)} onOpen={onOpen} />
            ))}
            {stop !== null && coverage.hard_stop && <i className={classes.stop} style={{ left: `${stop}%` }} title={`Hard stop ${formatDay(coverage.hard_stop)}: from then on the report is too old whatever else is held`} />}
            {flag !== null && until && (
              <i className={classes.flag} data-past={past || undefined} style={{ left: `${flag}%` }}>
                <b data-flip={flag > 72 || undefined}>{`Evidence until ${formatDay(until)}`}</b>
              </i>
            )}
          </span>
        </div>
        {letters.length > 0 && (
          <div className={classes.row}>
            <span className={classes.name}>
              Bridge letters <TermHelp term="bridge_letter" />
            </span>
            <span className={classes.track}>
              {letters.map((span) => (
                <SpanBar key={span.document} span={span} range={range} letter name={nameOf(span.document)} onOpen={onOpen} />
              ))}
            </span>
          </div>
        )}
        {coverage.papers.length > 0 && (
          <div className={classes.row}>
            <span className={classes.name}>Other papers</span>
            <span className={classes.track}>
              {coverage.papers.map((span) => (
                <SpanBar key={span.document} span={span} range={range} old name={nameOf(span.document)} onOpen={onOpen} />
              ))}
            </span>
          </div>
        )}
      </div>
      <figcaption className={classes.legend}>
        <span><i className={classes.keyBar} />the report that counts</span>
        {reports.length > 1 && <span><i className={classes.keyBar} data-old />earlier report</span>}
        {letters.length > 0 && <span><i className={classes.keyBar} data-letter />bridge letter, the vendor’s own word</span>}
        {coverage.papers.length > 0 && <span><i className={classes.keyBar} data-old />certificate or other paper, closes no gap</span>}
        <span><i className={classes.keyGap} />nothing speaks of this time</span>
        {stop !== null && coverage.hard_stop && <span><i className={classes.keyStop} />{`hard stop ${formatDay(coverage.hard_stop)}`}</span>}
      </figcaption>
    </figure>
  );
}

/** The times that nothing speaks of, the one that still goes on last. */
function uncovered({ gaps, uncovered_since: since }: CoverageView, today: string): { from: string; to: string; open: boolean }[] {
  const between = gaps.map((gap) => ({ ...gap, open: false }));
  return since === null ? between : [...between, { from: since, to: today, open: true }];
}

function summary(coverage: CoverageView): string {
  const spans = [...coverage.spans, ...coverage.papers].map((span) => `${kindLabel(span.kind)} ${formatPeriod(span.from, span.to)}`).join("; ");
  return `Coverage: ${spans}.${coverage.evidence_until ? ` Evidence until ${formatDay(coverage.evidence_until)}.` : ""}${coverage.hard_stop ? ` Hard stop ${formatDay(coverage.hard_stop)}.` : ""}`;
}
