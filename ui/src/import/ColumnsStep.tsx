import { Button, Select } from "@mantine/core";
import type { ImportField, ImportFile } from "../contract/generated";
import { count, StateLabel } from "../shared";
import classes from "./import.module.css";

interface Props {
  file: ImportFile;
  sheet: number;
  columns: readonly (ImportField | null)[];
  onSheet: (sheet: number) => void;
  onColumns: (columns: (ImportField | null)[]) => void;
  onBack: () => void;
  onNext: () => void;
}

/** Says what each column of the table holds. */
export function ColumnsStep({ file, sheet, columns, onSheet, onColumns, onBack, onNext }: Props) {
  const shown = file.sheets[sheet];
  const named = columns.includes("name") || columns.includes("vendor_id");
  const matched = columns.filter((field) => field !== null).length;
  if (!shown) return null;
  const choose = (at: number, field: ImportField | null): void => {
    // A field stands in one column: choosing it here takes it away there.
    onColumns(columns.map((each, nth) => (nth === at ? field : field !== null && each === field ? null : each)));
  };
  const groups = [...new Set(file.fields.map(({ group }) => group))];
  const data = groups.map((group) => ({ group, items: file.fields.filter((each) => each.group === group).map(({ field, label }) => ({ value: field, label })) }));

  return (
    <div className={classes.step}>
      <div className={classes.about}>
        <p>
          <b>{file.file_name}</b>: {count(shown.rows, "row")}, headers in row {shown.header_row}. {file.read_as}.
        </p>
        {file.encoding_assumed && <StateLabel state="warn">The encoding was assumed: look whether letters such as é or ü are right.</StateLabel>}
        {shown.remembered && <p className={classes.faint}>Matched as you did for these headers before.</p>}
        {file.sheets.length > 1 && (
          <Select
            label="Sheet"
            className={classes.sheet}
            allowDeselect={false}
            data={file.sheets.map(({ name }, at) => ({ value: String(at), label: name ?? `Sheet ${at + 1}` }))}
            value={String(sheet)}
            onChange={(value) => onSheet(Number(value ?? 0))}
          />
        )}
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled with the keyboard */}
      <div className={classes.scroller} tabIndex={0} role="region" aria-label="Columns of the table">
        <table className={classes.columns}>
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">First values</th>
              <th scope="col">Holds</th>
            </tr>
          </thead>
          <tbody>
            {shown.columns.map((column, at) => (
              // Columns stand in the file's order and may have no header.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at}>
                <th scope="row">{column.header || <span className={classes.faint}>column {at + 1}, without a header</span>}</th>
                <td className={classes.samples}>{column.samples.length > 0 ? column.samples.join(" · ") : "–"}</td>
                <td>
                  <Select
                    aria-label={`What ${column.header || `column ${at + 1}`} holds`}
                    placeholder="left out"
                    clearable
                    searchable
                    clearButtonProps={{ "aria-label": "Leave out" }}
                    data={data}
                    value={columns[at] ?? null}
                    onChange={(value) => choose(at, file.fields.find(({ field }) => field === value)?.field ?? null)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.foot}>
        {named ? <span className={classes.faint}>{`${matched} of ${count(columns.length, "column")} taken. Empty cells change nothing.`}</span> : <StateLabel state="warn">Say which column holds the vendor.</StateLabel>}
        <Button variant="subtle" onClick={onBack}>
          Back
        </Button>
        <Button variant="filled" disabled={!named} onClick={onNext}>
          Preview
        </Button>
      </div>
    </div>
  );
}
