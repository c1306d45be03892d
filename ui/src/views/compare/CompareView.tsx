import { Select, Switch } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { Fragment, useState } from "react";
import { Answered, useRead } from "../../api";
import classes from "../../comparison/Comparison.module.css";
import { DifferenceRow } from "../../comparison/DifferenceRow";
import { continuityText, spanOf, subjects } from "../../comparison/words";
import type { ComparedDocument, ComparedSubject, ComparisonView, DifferenceView } from "../../contract/generated";
import { spanText } from "../../document/describe";
import { kindLabel } from "../../fact/words";
import { EmptyState, FilterChip, Page, PageHeader, StateLabel, useCrumbs, useKeys } from "../../shared";

/** Two reports side by side: what is new, what is gone, what says something else, each with both pages. */
export function CompareView({ first, second }: { first: string; second: string }) {
  const answer = useRead("comparison", { first, second });
  return (
    <Answered of={answer} what="Comparison">
      {(view) => <Loaded view={view} />}
    </Answered>
  );
}

function Loaded({ view }: { view: ComparisonView }) {
  const { before, after } = view;
  const home = after.vendor && after.vendor_name ? [{ label: "Vendors", to: "/vendors" }, { label: after.vendor_name, to: `/vendors/${after.vendor}` }] : [];
  useCrumbs(...home, { label: "Two reports compared" });
  const [only, setOnly] = useState<ComparedSubject | null>(null);
  const [all, setAll] = useState(false);
  const [open, setOpen] = useState<number | null>(null);
  const differs = (one: DifferenceView): boolean => one.change !== "same";
  const shown = view.differences.filter((one) => (only === null || one.subject === only) && (all || differs(one)));
  const walk = (step: 1 | -1): void => {
    const at = open === null ? -1 : shown.findIndex((one) => one === view.differences[open]);
    const next = shown[Math.min(shown.length - 1, Math.max(0, at + step))];
    if (next) setOpen(view.differences.indexOf(next));
  };
  useKeys("Comparison", [
    { keys: "j", does: "Next difference, with its pages", run: () => walk(1) },
    { keys: "k", does: "Previous difference", run: () => walk(-1) },
    { keys: "a", does: "Show what is the same, or only what differs", run: () => setAll(!all) },
    { keys: "esc", does: "Close the pages", run: () => setOpen(null), enabled: open !== null },
  ]);
  const continuity = continuityText(view);
  const total = view.differences.filter(differs).length;
  return (
    <Page>
      <PageHeader title="What changed between two reports" sub="By what was read and confirmed. A control is matched by its number and words, or by its words alone; whether a change matters is for a person to say." />
      <div className={classes.reports}>
        <Report of={before} other={after} which="Older report" />
        <Report of={after} other={before} which="Newer report" />
      </div>
      <p className={classes.continuity}>
        <StateLabel state={continuity.state}>{continuity.text}</StateLabel>
      </p>
      <div className={classes.filters} role="group" aria-label="Shown">
        <FilterChip on={only === null} onToggle={() => setOnly(null)} count={total}>
          All
        </FilterChip>
        {subjects.map(([subject, label]) => {
          const of = view.differences.filter((one) => one.subject === subject);
          return of.length === 0 ? null : (
            <FilterChip key={subject} on={only === subject} onToggle={() => setOnly(only === subject ? null : subject)} count={of.filter(differs).length}>
              {label}
            </FilterChip>
          );
        })}
        <Switch size="xs" label="What is the same, too" checked={all} onChange={(event) => setAll(event.currentTarget.checked)} />
      </div>
      {shown.length === 0 ? (
        <EmptyState icon="check" title="No difference">
          Both reports say the same of this, as far as they were read.
        </EmptyState>
      ) : (
        <table className={classes.table}>
          <colgroup>
            <col />
            <col />
            <col />
            <col />
          </colgroup>
          <thead>
            <tr>
              <th>Change</th>
              <th>What</th>
              <th>{`Older: ${spanOf(before)}`}</th>
              <th>{`Newer: ${spanOf(after)}`}</th>
            </tr>
          </thead>
          <tbody>
            {subjects.map(([subject, label]) => {
              const of = shown.filter((one) => one.subject === subject);
              const same = view.differences.filter((one) => one.subject === subject && !differs(one)).length;
              if (of.length === 0) return null;
              return (
                <Fragment key={subject}>
                  <tr className={classes.subject}>
                    <th colSpan={4} scope="rowgroup">
                      {label}
                      <span>{same > 0 && `${same} the same`}</span>
                    </th>
                  </tr>
                  {of.map((one) => {
                    const at = view.differences.indexOf(one);
                    return <DifferenceRow key={at} difference={one} before={before} after={after} open={open === at} onToggle={() => setOpen(open === at ? null : at)} />;
                  })}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      )}
    </Page>
  );
}

/** One of both, with its period; another report of the vendor can be put in its place. */
function Report({ of, other, which }: { of: ComparedDocument; other: ComparedDocument; which: string }) {
  const navigate = useNavigate();
  const vendor = useRead("vendor", { vendor: of.vendor ?? "" }, { enabled: of.vendor !== null });
  const others = (vendor.data?.documents ?? []).filter((row) => row.id !== other.document && row.to !== null && row.opinion !== null);
  return (
    <div>
      <h2>{which}</h2>
      <p>{spanOf(of)}</p>
      <Link to="/documents/$document" params={{ document: of.document }}>{`${kindLabel(of.kind)}, ${of.file_name}`}</Link>
      {others.length > 1 && (
        <Select
          mt="xs"
          size="xs"
          aria-label={`${which}: choose another`}
          allowDeselect={false}
          value={of.document}
          data={others.map((row) => ({ value: row.id, label: `${spanText(row) ?? "not dated"}, ${row.file_name}` }))}
          onChange={(chosen) => chosen && void navigate({ to: "/compare/$first/$second", params: { first: other.document, second: chosen } })}
        />
      )}
    </div>
  );
}
