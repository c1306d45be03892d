import { Button, TextInput } from "@mantine/core";
import { useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { useMay } from "../api";
import type { FindingStepView, FindingView } from "../contract/generated";
import { count, DataTable, FilterChip, Icon, useKept, useKeys } from "../shared";
import { findingColumns } from "./columns";
import { filterFindings, type FindingFilter, isLate, isRepeated, isTestedClean, noFilter, severityOf } from "./filter";
import classes from "./finding.module.css";
import { OwnerAndDay } from "./RemarksForm";
import { StepDialog } from "./StepDialog";
import { severityLabel, severityOrder, stepLabel } from "./words";
import filters from "./filters.module.css";

interface FindingsTableProps {
  /** Names the table and keeps its state. */
  name: string;
  rows: readonly FindingView[];
  vendor: boolean;
  /** What is shown until somebody filters; without it, what was chosen before. */
  only?: FindingFilter | undefined;
  onOpen: (row: FindingView) => void;
}

const severities = [...severityOrder, "none"] as const;

/** Findings to compare: filtered, sorted, changed several at once. */
export function FindingsTable({ name, rows, vendor, only, onOpen }: FindingsTableProps) {
  const may = useMay("follow_findings");
  const [before, keep] = useKept<FindingFilter>(`${name}.filter`, noFilter);
  // What a screen led to does not replace what was chosen before, unless somebody filters on.
  const [led, setLed] = useState(only);
  const kept = led ?? before;
  const setKept = (filter: FindingFilter): void => {
    setLed(undefined);
    keep(filter);
  };
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const field = useRef<HTMLInputElement>(null);
  useKeys("Exceptions", [{ keys: "/", does: "Filter", run: () => field.current?.focus() }]);
  const filter = useDeferredValue(kept);
  const shown = useMemo(() => filterFindings(rows, filter), [rows, filter]);
  const choose = useCallback((key: string): void => setChosen((chosen) => (chosen.has(key) ? new Set([...chosen].filter((each) => each !== key)) : new Set([...chosen, key]))), []);
  const columns = useMemo(() => findingColumns({ vendor, chosen, may, onChoose: choose }), [vendor, chosen, may, choose]);
  const ofChosen = shown.filter(({ key }) => chosen.has(key));
  const live = rows.filter(({ settled }) => !settled);
  const toggle = (severity: (typeof severities)[number]): void => setKept({ ...kept, severities: kept.severities.includes(severity) ? kept.severities.filter((each) => each !== severity) : [...kept.severities, severity] });
  return (
    <>
      <div className={filters.filters}>
        <TextInput
          ref={field} className={filters.find} aria-label="Filter exceptions" placeholder="Filter by words, control, vendor, owner" leftSection={<Icon name="filter" />} value={kept.text}
          onChange={({ currentTarget }) => setKept({ ...kept, text: currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === "Escape") setKept({ ...kept, text: "" });
          }}
        />
        {severities.map((severity) => {
          const size = live.filter((row) => severityOf(row) === severity).length;
          return size > 0 || kept.severities.includes(severity) ? (
            <FilterChip key={severity} on={kept.severities.includes(severity)} onToggle={() => toggle(severity)} count={size}>
              {severity === "none" ? "Not assessed" : severityLabel[severity]}
            </FilterChip>
          ) : null;
        })}
        <FilterChip on={kept.late} onToggle={() => setKept({ ...kept, late: !kept.late })} count={live.filter(isLate).length}>
          Late
        </FilterChip>
        <FilterChip on={kept.repeated} onToggle={() => setKept({ ...kept, repeated: !kept.repeated })} count={live.filter(isRepeated).length}>
          Repeated
        </FilterChip>
        {(live.some(isTestedClean) || kept.clean) && (
          <FilterChip on={kept.clean ?? false} onToggle={() => setKept({ ...kept, clean: !kept.clean })} count={live.filter(isTestedClean).length}>
            Tested clean since
          </FilterChip>
        )}
        <FilterChip on={kept.settled} onToggle={() => setKept({ ...kept, settled: !kept.settled })} count={rows.length - live.length}>
          Settled too
        </FilterChip>
      </div>
      {ofChosen.length > 0 && <BulkBar rows={ofChosen} all={shown} onAll={() => setChosen(new Set(shown.map(({ key }) => key)))} onNone={() => setChosen(new Set())} />}
      <DataTable name={name} rows={shown} of={rows} columns={columns} rowKey={(row) => row.key} rowHeight={46} onOpen={onOpen} empty={<p className={filters.none}>{live.length === 0 ? "Nothing is open. “Settled too” shows what was closed." : "No exception passes the filter."}</p>} />
    </>
  );
}

/** What can be done with several at once: owner, day, and the steps that lead on from all of them. */
function BulkBar({ rows, all, onAll, onNone }: { rows: readonly FindingView[]; all: readonly FindingView[]; onAll: () => void; onNone: () => void }) {
  const [step, setStep] = useState<FindingStepView | null>(null);
  const oneVendor = rows.every(({ vendor }) => vendor === rows[0]?.vendor);
  const common = (rows[0]?.steps ?? []).filter((each) => (oneVendor || each.step !== "receive") && rows.every((row) => row.steps.some((other) => other.step === each.step && other.waits_for === null)));
  // Of several days the earliest is proposed: the policy allows none of them more.
  const withDay = (each: FindingStepView): FindingStepView => ({ ...each, day: rows.map((row) => row.steps.find((other) => other.step === each.step)?.day ?? null).toSorted()[0] ?? null });
  return (
    <section className={classes.bulk} aria-label="Chosen exceptions">
      <b>{count(rows.length, "exception")}</b>
      {rows.length < all.length && (
        <Button size="xs" variant="subtle" onClick={onAll}>
          {`Choose all ${all.length}`}
        </Button>
      )}
      <Button size="xs" variant="subtle" onClick={onNone}>
        Choose none
      </Button>
      {common.map((each) => (
        <Button key={each.step} size="xs" variant="default" onClick={() => setStep(withDay(each))}>
          {stepLabel[each.step]}
        </Button>
      ))}
      <OwnerAndDay key={rows.map(({ key }) => key).join()} findings={rows} onDone={onNone} />
      <StepDialog findings={rows} step={step} onClose={() => setStep(null)} onDone={onNone} />
    </section>
  );
}
