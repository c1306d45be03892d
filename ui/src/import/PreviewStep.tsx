import { Button, Modal, SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import type { DateOrder, ImportOutcome, ImportPreview, ImportRow } from "../contract/generated";
import { type Column, count, DataTable, FilterChip, StateLabel } from "../shared";
import classes from "./import.module.css";
import { RowDetail, rowText } from "./RowDetail";
import { dateOrders, outcomeLabel, outcomeOrder, outcomeState } from "./words";

interface Props {
  preview: ImportPreview;
  dateOrder: DateOrder | null;
  onDateOrder: (order: DateOrder) => void;
  /** Whether another preview is on its way. */
  stale: boolean;
  writing: boolean;
  onBack: () => void;
  onImport: () => void;
}

const columns: Column<ImportRow>[] = [
  { id: "row", header: "Row", width: "4.5rem", align: "right", cell: ({ row }) => row, sortBy: ({ row }) => row },
  { id: "name", header: "Vendor", width: "14rem", cell: ({ name }) => name || <span className={classes.faint}>no name</span>, sortBy: ({ name }) => name },
  { id: "outcome", header: "Becomes", width: "7.5rem", cell: ({ outcome }) => <StateLabel state={outcomeState[outcome]}>{outcomeLabel[outcome]}</StateLabel>, sortBy: ({ outcome }) => outcomeOrder.indexOf(outcome) },
  { id: "what", header: "What", cell: (row) => <span className={classes.what}>{rowText(row)}</span> },
];

/** What the import would do, row by row. Nothing is written yet. */
export function PreviewStep({ preview, dateOrder, onDateOrder, stale, writing, onBack, onImport }: Props) {
  const [only, setOnly] = useState<readonly ImportOutcome[]>([]);
  const [opened, setOpened] = useState<ImportRow | null>(null);
  const counts: Record<ImportOutcome, number> = { added: preview.added, changed: preview.changed, unchanged: preview.unchanged, problem: preview.problems };
  const shown = useMemo(() => (only.length === 0 ? preview.rows : preview.rows.filter(({ outcome }) => only.includes(outcome))), [preview, only]);
  const toggle = (outcome: ImportOutcome): void => setOnly(only.includes(outcome) ? only.filter((each) => each !== outcome) : [...only, outcome]);
  const written = preview.added + preview.changed;

  return (
    <div className={classes.step}>
      <div className={classes.filters}>
        {outcomeOrder.map((outcome) => (
          <FilterChip key={outcome} on={only.includes(outcome)} onToggle={() => toggle(outcome)} count={counts[outcome]}>
            {outcomeLabel[outcome]}
          </FilterChip>
        ))}
        {(preview.ambiguous_dates > 0 || dateOrder !== null) && (
          <span className={classes.order}>
            <span id="date-order">
              {dateOrder === null ? <StateLabel state="warn">{`${count(preview.ambiguous_dates, "date")} such as 03/04/2026: which comes first?`}</StateLabel> : "Dates such as 03/04/2026"}
            </span>
            <SegmentedControl size="xs" aria-labelledby="date-order" value={dateOrder ?? ""} data={[...dateOrders]} onChange={(value) => onDateOrder(value as DateOrder)} />
          </span>
        )}
      </div>
      <DataTable name="Rows of the import" rows={shown} columns={columns} rowKey={({ row }) => String(row)} onOpen={setOpened} empty={<p className={classes.none}>No row of this kind.</p>} />
      <div className={classes.foot}>
        <span className={classes.faint}>{preview.problems > 0 ? `${count(preview.problems, "row")} with problems ${preview.problems === 1 ? "is" : "are"} left out; all others are imported.` : "Nothing is written yet."}</span>
        <Button variant="subtle" onClick={onBack}>
          Back
        </Button>
        <Button variant="filled" disabled={written === 0 || stale} loading={writing} onClick={onImport}>
          {written === 0 ? "Nothing to import" : `Import ${count(written, "vendor")}`}
        </Button>
      </div>
      <Modal opened={opened !== null} onClose={() => setOpened(null)} title={opened ? `Row ${opened.row}: ${opened.name || "no name"}` : ""} size="40rem">
        {opened && <RowDetail row={opened} />}
      </Modal>
    </div>
  );
}
