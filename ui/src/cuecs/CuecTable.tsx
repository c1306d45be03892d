import { SegmentedControl } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useWorkspace } from "../api";
import type { AppliesName, CuecBook, CuecRow, CuecSide } from "../contract/generated";
import { PageChip } from "../page/PageChip";
import { Badge, formatDay, StateLabel, useKeys } from "../shared";
import classes from "./cuecs.module.css";
import type { Cuecs } from "./useCuecs";
import { appliesLabel, changeLabel, sideState } from "./words";

interface CuecTableProps {
  book: CuecBook;
  cuecs: Cuecs;
  /** What the earlier report is called: its year. */
  before: string;
  onPage: (page: number) => void;
}

/** The controls of the report in dense rows. */
export function CuecTable({ book, cuecs, before, onPage }: CuecTableProps) {
  const body = useRef<HTMLTableSectionElement>(null);
  // Where somebody came for one control, it is brought into view at once.
  const walked = useRef(cuecs.at > 0);
  const row = book.rows[cuecs.at];
  useEffect(() => {
    if (!walked.current) return;
    walked.current = false;
    body.current?.querySelector<HTMLElement>(`tr[data-at="${cuecs.at}"]`)?.focus();
  }, [cuecs.at]);
  const step = (by: number): void => {
    walked.current = true;
    cuecs.focus(Math.max(0, Math.min(book.rows.length - 1, cuecs.at + by)));
  };
  const apply = (applies: AppliesName) => () => row && cuecs.apply(row, applies);
  const may = book.may_answer && row !== undefined;
  useKeys("CUECs", [
    { keys: "j", does: "Next control", run: () => step(1) },
    { keys: "k", does: "Control before", run: () => step(-1) },
    { keys: "y", does: "Applies to us", run: apply("yes"), enabled: may },
    { keys: "p", does: "Applies in part …", run: apply("partly"), enabled: may },
    { keys: "n", does: "Does not apply …", run: apply("no"), enabled: may },
    { keys: "enter", does: "Confirm what was carried over, or answer", run: () => row && (row.carried ? cuecs.confirm(row) : cuecs.edit(row)), enabled: may },
    { keys: "o", does: "Open the page", run: () => row?.citations[0] && onPage(row.citations[0].page) },
  ]);
  return (
    <table className={classes.table} aria-label="Complementary user entity controls">
      <colgroup>
        <col style={{ width: "2.25rem" }} />
        <col />
        <col style={{ width: "10rem" }} />
        <col style={{ width: "18%" }} />
        <col style={{ width: "9.5rem" }} />
        <col style={{ width: "14%" }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">No.</th>
          <th scope="col">Text in the report</th>
          <th scope="col">Applies to us</th>
          <th scope="col">Our control, owner</th>
          <th scope="col">Status</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {book.rows.map((one, at) => (
          <tr key={one.entry} data-at={at} data-now={at === cuecs.at || undefined} tabIndex={at === cuecs.at ? 0 : -1} onFocus={() => cuecs.focus(at)} onClick={() => cuecs.focus(at)}>
            <td className={classes.number}>{one.number}</td>
            <td>
              <Words row={one} />
              <span className={classes.under}>
                {one.criteria.length > 0 && <span>{one.criteria.join(", ")}</span>}
                {one.citations.slice(0, 1).map((citation) => (
                  <PageChip key={citation.page} citation={citation} about={`Control ${one.number}`} onShow={() => onPage(citation.page)} />
                ))}
                <Change row={one} before={before} />
              </span>
            </td>
            <td>
              <SegmentedControl
                size="xs"
                aria-label={`Control ${one.number} applies to us`}
                disabled={!book.may_answer || cuecs.busy}
                value={one.side?.applies ?? ""}
                onChange={(applies) => cuecs.apply(one, applies as AppliesName)}
                data={(["yes", "partly", "no"] as const).map((value) => ({ value, label: appliesLabel[value] }))}
              />
            </td>
            <Side row={one} onEdit={book.may_answer ? () => cuecs.edit(one) : undefined} onConfirm={book.may_answer ? () => cuecs.confirm(one) : undefined} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Words({ row }: { row: CuecRow }) {
  if (row.change.change !== "reworded") return <span className={classes.words}>{row.text}</span>;
  return (
    <span className={classes.words}>
      {row.change.words.map(({ text, standing }, at) => {
        const key = `${at}${text}`;
        if (standing === "gone") return <del key={key}>{`${text} `}</del>;
        return standing === "new" ? <ins key={key}>{`${text} `}</ins> : <span key={key}>{`${text} `}</span>;
      })}
    </span>
  );
}

function Change({ row, before }: { row: CuecRow; before: string }) {
  const label = changeLabel(row.change, before);
  if (label === null) return null;
  const { change } = row;
  if (change.change === "same") return <span className={classes.faint}>{label}</span>;
  return (
    <span title={change.change === "part" ? change.of : undefined}>
      <Badge tone={change.change === "new" ? "accent" : "warn"}>{label}</Badge>
    </span>
  );
}

interface SideProps {
  row: CuecRow;
  onEdit: (() => void) | undefined;
  onConfirm: (() => void) | undefined;
}

function Side({ row, onEdit, onConfirm }: SideProps) {
  const { side, carried } = row;
  const shown = side ?? carried;
  const { state, label } = sideState(side);
  return (
    <>
      <td data-carried={(!side && carried !== null) || undefined}>
        <button type="button" className={classes.edit} disabled={!onEdit} aria-label={`Answer control ${row.number}`} onClick={onEdit}>
          {ours(shown) ?? <i>{side?.applies === "no" ? "" : "Name our control …"}</i>}
        </button>
        <span className={classes.under}>{shown?.answerable ?? (shown?.applies && shown.applies !== "no" ? "No owner" : "")}</span>
      </td>
      <td>
        {!side && carried ? (
          <>
            <StateLabel state="unknown">{sideState(carried).label}</StateLabel>
            <button type="button" className={classes.confirm} disabled={!onConfirm} aria-label={`Confirm the answer carried over to control ${row.number}`} onClick={onConfirm}>
              Confirm
            </button>
          </>
        ) : (
          <>
            {side?.applies === "no" ? <span className={classes.faint}>{label}</span> : <StateLabel state={state}>{label}</StateLabel>}
            <Days side={side} />
          </>
        )}
      </td>
      <td data-carried={(!side && carried !== null) || undefined}>
        <span className={classes.evidence}>{shown?.evidence ?? shown?.proof?.file_name ?? (shown?.has_evidence ? "With our control" : "")}</span>
        {shown?.evidence && shown.proof && <span className={classes.under}>{shown.proof.file_name}</span>}
      </td>
    </>
  );
}

/** Our controls by name; why, where it does not apply. */
function ours(side: CuecSide | null): string | null {
  if (!side) return null;
  if (side.applies === "no") return side.why;
  return side.controls.length > 0 ? side.controls.map(({ name }) => name).join(", ") : null;
}

function Days({ side }: { side: CuecSide | null }) {
  const { today } = useWorkspace();
  if (!side || side.applies === null || side.applies === "no") return null;
  const past = (day: string): true | undefined => day < today || undefined;
  if (side.recheck_on) return <span className={classes.under} data-past={past(side.recheck_on)} title={`Verified ${side.verified_on ? formatDay(side.verified_on) : ""} by ${side.verified_by ?? ""}`}>{`again by ${formatDay(side.recheck_on)}`}</span>;
  if (side.due && side.progress !== "implemented") return <span className={classes.under} data-past={past(side.due)}>{`due ${formatDay(side.due)}`}</span>;
  return null;
}
