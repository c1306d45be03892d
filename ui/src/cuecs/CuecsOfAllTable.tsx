import { Button, Select, TextInput } from "@mantine/core";
import { useDeferredValue, useMemo, useRef } from "react";
import { useWorkspace } from "../api";
import type { CuecOfAll } from "../contract/generated";
import { DataTable, FilterChip, Icon, useKept, useKeys } from "../shared";
import classes from "./cuecs.module.css";
import { choicesOf, type CuecFilter, filterCuecs, isMissing, isUndecided, isUnverified, nobody, noFilter } from "./of-all";
import { cuecColumns } from "./of-all-columns";

/** The switches of the filter, each with the rows that it leaves. */
const chips: readonly [name: "undecided" | "missing" | "unverified" | "overdue", label: string, is: (row: CuecOfAll) => boolean][] = [
  ["undecided", "Undecided", isUndecided],
  ["missing", "Missing", isMissing],
  ["unverified", "Not verified", isUnverified],
  ["overdue", "Overdue", ({ overdue }) => overdue],
];

/** What the current reports of all vendors expect of us, to be filtered, sorted and opened. */
export function CuecsOfAllTable({ rows, onOpen }: { rows: readonly CuecOfAll[]; onOpen: (row: CuecOfAll) => void }) {
  const { actor } = useWorkspace();
  const [kept, setKept] = useKept<CuecFilter>("cuecs.filter", noFilter);
  const field = useRef<HTMLInputElement>(null);
  useKeys("CUECs", [{ keys: "/", does: "Filter", run: () => field.current?.focus() }]);
  // Typing stays fluent with tens of thousands of rows: the table follows a moment later.
  const filter = useDeferredValue(kept);
  const shown = useMemo(() => filterCuecs(rows, filter, actor.id), [rows, filter, actor.id]);
  const vendors = useMemo(() => choicesOf(rows, ({ vendor, vendor_name }) => [vendor, vendor_name]), [rows]);
  const owners = useMemo(() => [{ value: nobody, label: "Nobody" }, ...choicesOf(rows, ({ owner, owner_name }) => [owner, owner_name])], [rows]);
  const counts = useMemo(() => new Map(chips.map(([name, , is]) => [name, rows.filter(is).length])), [rows]);
  const set = (change: Partial<CuecFilter>): void => setKept({ ...kept, ...change });
  return (
    <>
      <div className={classes.filters}>
        <TextInput
          ref={field} className={classes.find} aria-label="Filter CUECs" placeholder="Filter by words, vendor, our control" leftSection={<Icon name="filter" />} value={kept.text}
          onChange={({ currentTarget }) => set({ text: currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === "Escape") set({ text: "" });
          }}
        />
        <Select className={classes.choose} aria-label="Vendor" placeholder="Any vendor" searchable clearable clearButtonProps={{ "aria-label": "Any vendor" }} limit={100} data={vendors} value={kept.vendor} onChange={(vendor) => set({ vendor })} />
        <Select className={classes.choose} aria-label="Owner" placeholder="Any owner" searchable clearable clearButtonProps={{ "aria-label": "Any owner" }} limit={100} data={owners} value={kept.owner} onChange={(owner) => set({ owner })} />
        <FilterChip on={kept.mine} onToggle={() => set({ mine: !kept.mine })} count={rows.filter(({ owner }) => owner === actor.id).length}>
          Mine
        </FilterChip>
        {chips.map(([name, label]) => (
          <FilterChip key={name} on={kept[name]} onToggle={() => set({ [name]: !kept[name] })} count={counts.get(name) ?? 0}>
            {label}
          </FilterChip>
        ))}
        {shown.length < rows.length && (
          <Button size="xs" variant="subtle" onClick={() => setKept(noFilter)}>
            {`Show all ${rows.length}`}
          </Button>
        )}
      </div>
      <DataTable name="CUECs of all vendors" rows={shown} of={rows} columns={cuecColumns} rowKey={(row) => `${row.document}/${row.entry}`} rowHeight={62} onOpen={onOpen} empty={<p className={classes.nothing}>No control passes the filter.</p>} />
    </>
  );
}
