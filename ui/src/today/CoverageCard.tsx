import { SegmentedControl } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useRead } from "../api";
import type { CoverageStanding, VendorCoverage } from "../contract/generated";
import { kindLabel } from "../fact/words";
import { formatDay, formatPeriod, type State, StateMark, useKept } from "../shared";
import { at, dayNumber, extent, ticks, type TimelineRange } from "../vendor/timeline";
import { TierMark } from "../vendor/TierMark";
import classes from "./CoverageCard.module.css";
import { pictureRange, type Years } from "./coverage-range";

const standingState: Readonly<Record<CoverageStanding, State | null>> = { current: "pass", runs_out: "warn", ran_out: "fail", nothing: "fail", not_needed: null };

/** The reports and letters of all vendors in use in one picture: periods, letters, time that nothing speaks of, last days. */
export function CoverageCard({ today }: { today: string }) {
  const coverage = useRead("coverage", {}).data;
  const [years, setYears] = useKept<Years>("today.years", 2);
  const range = useMemo(() => pictureRange(today, years), [today, years]);
  const lines = useMemo(() => ticks(range), [range]);
  if (!coverage || coverage.vendors.length === 0) return null;
  const now = at(dayNumber(today), range);
  const dense = coverage.vendors.length > 30;
  return (
    <section className={classes.card} aria-label="Coverage" data-dense={dense || undefined}>
      <header className={classes.head}>
        <h2>Coverage</h2>
        <span>{`${coverage.vendors.length} in use, by the day their evidence runs out`}</span>
        <SegmentedControl size="xs" aria-label="Years shown" value={String(years)} onChange={(value) => setYears(Number(value) as Years)} data={[{ value: "1", label: "1 y" }, { value: "2", label: "2 y" }, { value: "3", label: "3 y" }]} />
      </header>
      <div className={classes.picture}>
        <div className={classes.axis} aria-hidden="true">
          <span className={classes.track}>
            {lines.map((tick) => (
              <span key={tick.at} data-year={tick.year || undefined} data-minor={tick.minor || undefined} style={{ left: `${tick.at}%` }}>
                {tick.label}
              </span>
            ))}
            <b style={{ left: `${now}%` }} data-flip={now > 85 || undefined}>
              Today
            </b>
          </span>
          <span className={classes.untilHead}>Evidence until</span>
        </div>
        <div className={classes.body}>
          <div className={classes.grid} aria-hidden="true">
            {lines.map((tick) => (
              <i key={tick.at} data-year={tick.year || undefined} style={{ left: `${tick.at}%` }} />
            ))}
            <i className={classes.now} style={{ left: `${now}%` }} />
          </div>
          <ul className={classes.rows}>
            {coverage.vendors.map((vendor) => (
              <Row key={vendor.vendor} vendor={vendor} range={range} />
            ))}
          </ul>
        </div>
      </div>
      <Legend />
    </section>
  );
}

function Row({ vendor, range }: { vendor: VendorCoverage; range: TimelineRange }) {
  const { evidence_until: until, hard_stop: stop, next_report: next, gaps, standing } = vendor;
  const within = (day: string): boolean => dayNumber(day) >= range.first && dayNumber(day) <= range.last;
  const place = (day: string): string => `${at(dayNumber(day) + 1, range)}%`;
  const state = standingState[standing];
  return (
    <li className={classes.row}>
      <span className={classes.name}>
        <TierMark tier={vendor.tier} compact />
        <Link to="/vendors/$vendor" params={{ vendor: vendor.vendor }} title={vendor.name}>
          {vendor.name}
        </Link>
      </span>
      <span className={classes.track} role="img" aria-label={summary(vendor)}>
        {gaps.map((gap) => <Span key={gap.from} className={classes.gap} from={gap.from} to={gap.to} range={range} grade={gap.grade} title={`Nothing speaks of ${formatPeriod(gap.from, gap.to)}`} />)}
        {vendor.spans.map((span) => {
          const what = `${kindLabel(span.kind)}, ${formatPeriod(span.from, span.to)}`;
          if (span.from === span.to) return within(span.to) && <i key={span.document} className={classes.point} style={{ left: `${at(dayNumber(span.to), range)}%` }} title={what} />;
          const kind = span.kind === "bridge_letter" ? "letter" : span.kind === "iso27001_certificate" ? "certificate" : span.document === vendor.main ? "main" : "old";
          return <Span key={span.document} className={classes.bar} from={span.from} to={span.to} range={range} kind={kind} title={what} />;
        })}
        {next && within(next) && <i className={classes.next} style={{ left: place(next) }} title={`Next report expected ${formatDay(next)}`} />}
        {stop && within(stop) && <i className={classes.stop} style={{ left: place(stop) }} title={`Hard stop ${formatDay(stop)}`} />}
        {until && within(until) && <i className={classes.flag} data-standing={standing} style={{ left: place(until) }} title={`Evidence until ${formatDay(until)}`} />}
      </span>
      <span className={classes.until} data-standing={standing}>
        {vendor.in_review && !until ? "in review" : until ? formatDay(until) : standing === "not_needed" ? "not needed" : "nothing held"}
        {state && <StateMark state={state} size="sm" label="" />}
      </span>
    </li>
  );
}

function Span({ className, from, to, range, title, kind, grade }: { className: string | undefined; from: string; to: string; range: TimelineRange; title: string; kind?: string; grade?: string }) {
  const { left, width } = extent(from, to, range);
  return width <= 0 ? null : <i className={className} style={{ left: `${left}%`, width: `${width}%` }} title={title} data-kind={kind} data-grade={grade} />;
}

function summary(vendor: VendorCoverage): string {
  const spans = vendor.spans.map((span) => `${kindLabel(span.kind)} ${formatPeriod(span.from, span.to)}`);
  const gaps = vendor.gaps.map((gap) => `nothing speaks of ${formatPeriod(gap.from, gap.to)}`);
  const stop = vendor.hard_stop ? [`hard stop ${formatDay(vendor.hard_stop)}`] : [];
  const all = [...spans, ...gaps, ...stop];
  return all.length === 0 ? "Nothing dated is held" : all.join("; ");
}

function Legend() {
  return (
    <p className={classes.legend} aria-hidden="true">
      <span><i className={classes.bar} data-kind="main" />report that counts</span>
      <span><i className={classes.bar} data-kind="old" />earlier report</span>
      <span><i className={classes.bar} data-kind="letter" />bridge letter</span>
      <span><i className={classes.bar} data-kind="certificate" />certificate</span>
      <span><i className={classes.gap} data-grade="between" />uncovered between reports</span>
      <span><i className={classes.gap} data-grade="within" />uncovered, within limit</span>
      <span><i className={classes.gap} data-grade="letter_wanted" />letter wanted</span>
      <span><i className={classes.gap} data-grade="over" />over limit</span>
      <span><i className={classes.keyFlag} />evidence until</span>
      <span><i className={classes.keyStop} />hard stop</span>
      <span><i className={classes.keyNext} />next report expected</span>
    </p>
  );
}
