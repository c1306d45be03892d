import { memo, useEffect, useMemo, useRef } from "react";
import type { CiteFrom, PageView } from "../contract/generated";
import type { PageMark } from "./marks";
import { columnLetters, isIn, rowsOf, type SheetRow } from "./sheet";
import { rangeOf } from "./selection-range";
import classes from "./SheetRows.module.css";

interface SheetRowsProps {
  view: PageView;
  marks: readonly PageMark[];
  /** The mark that the eye should find. */
  focus: string | null;
  zoom: number;
  /** Hears of words that a person selects as a citation. */
  onMarked?: ((from: CiteFrom) => void) | undefined;
}

/** The sheet of a workbook, which has no picture: its rows as they were read, the cited ones marked. */
export function SheetRows({ view, marks, focus, zoom, onMarked }: SheetRowsProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = useMemo(() => rowsOf(view), [view]);
  const columns = useMemo(() => Array.from({ length: rows.reduce((most, row) => Math.max(most, ...row.cells.map((cell) => cell.column + 1)), 0) }, (_, column) => column), [rows]);
  const [cited, strong] = useMemo(() => {
    const of = (some: readonly PageMark[]): ReadonlySet<number> => new Set(view.words.flatMap((word, index) => (some.some((mark) => isIn(word.rect, mark.rects)) ? [index] : [])));
    return [of(marks), of(marks.filter((mark) => mark.id === focus || mark.now))];
  }, [view, marks, focus]);
  useEffect(() => {
    body.current?.querySelector("tr[data-strong]")?.scrollIntoView({ block: "center" });
  }, [view, focus]);

  return (
    <div className={classes.sheet} style={{ fontSize: `${zoom}em` }}>
      <p className={classes.about}>{`Rows of ${view.label ? `the sheet “${view.label}”` : "the sheet"} as they were read. A workbook has no printed page.`}</p>
      <table className={classes.rows}>
        <thead>
          <tr>
            <td aria-label="Row" />
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnLetters(column)}
              </th>
            ))}
          </tr>
        </thead>
        {/* Words are selected with the mouse, as on a page; the editor's fields do not need it. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <tbody
          ref={body}
          onMouseUp={() => {
            const range = onMarked && body.current && rangeOf(body.current);
            if (range) onMarked({ from: "words", page: view.page, first: range.first, last: range.last });
          }}
        >
          {rows.map((row) => (
            <Row key={row.row} row={row} columns={columns.length} page={view} cited={held(row, cited)} strong={held(row, strong)} single={onMarked !== undefined} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The marked columns of a row, as text: a row that stays as it is is not drawn again. */
function held(row: SheetRow, words: ReadonlySet<number>): string {
  return row.cells
    .filter((cell) => cell.words.some((word) => words.has(word)))
    .map((cell) => cell.column)
    .join(",");
}

interface RowProps {
  row: SheetRow;
  columns: number;
  page: PageView;
  cited: string;
  strong: string;
  /** Whether words can be selected one by one. */
  single: boolean;
}

const Row = memo(function Row({ row, columns, page, cited, strong, single }: RowProps) {
  const [some, found] = [cited.split(","), strong.split(",")];
  const cells = new Map(row.cells.map((cell) => [cell.column, cell.words]));
  const text = (word: number): string => page.words[word]?.text ?? "";
  return (
    <tr data-cited={cited !== "" || undefined} data-strong={strong !== "" || undefined}>
      <th scope="row">{row.row + 1}</th>
      {Array.from({ length: columns }, (_, column) => {
        const words = cells.get(column) ?? [];
        return (
          // A cell's place is its name.
          // oxlint-disable-next-line react/no-array-index-key
          <td key={column} data-cited={some.includes(String(column)) || undefined} data-strong={found.includes(String(column)) || undefined}>
            {single
              ? words.map((word) => (
                  <span key={word} data-word={word}>
                    {text(word)}{" "}
                  </span>
                ))
              : words.map(text).join(" ")}
          </td>
        );
      })}
    </tr>
  );
});
