import { Checkbox } from "@mantine/core";
import type { FindingView } from "../contract/generated";
import { Badge, type Column, formatDay, StateLabel } from "../shared";
import classes from "./finding.module.css";
import { ResponseDots } from "./ResponseDots";
import { SeverityMark } from "./SeverityMark";
import { deviationText, findingLabel, responsePoints, severityOrder, shownResponse, statusLabel, statusOrder, statusTone } from "./words";

interface ColumnsOf {
  /** Whether the vendor has a column. */
  vendor: boolean;
  chosen: ReadonlySet<string>;
  onChoose: (key: string) => void;
  /** Whether rows can be chosen. */
  may: boolean;
}

/** The columns of a list of findings. */
export function findingColumns({ vendor, chosen, onChoose, may }: ColumnsOf): Column<FindingView>[] {
  const columns: Column<FindingView>[] = [];
  if (may) {
    columns.push({
      id: "choose", header: "Choose", width: "4rem",
      cell: (row) => (
        // The row opens by click; choosing it does not.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
        <span onClick={(event) => event.stopPropagation()}>
          <Checkbox size="xs" aria-label={`Choose ${row.title}`} checked={chosen.has(row.key)} onChange={() => onChoose(row.key)} />
        </span>
      ),
    });
  }
  columns.push(
    { id: "severity", header: "Severity", width: "7rem", cell: (row) => <SeverityMark severity={row.assessment?.rating.severity ?? null} score={row.assessment?.rating.score ?? null} />, sortBy: (row) => (row.assessment ? severityOrder.indexOf(row.assessment.rating.severity) * 100 - row.assessment.rating.score : 150) },
    {
      id: "title", header: "Exception",
      cell: (row) => (
        <span className={classes.name} title={row.result}>
          <b>{row.title}</b>
          <span>{`${findingLabel(row.number)}${row.repeat_of ? `, repeats ${findingLabel(row.repeat_of.number)}` : ""}${row.control_id ? ` · ${row.control_id}` : ""}${row.criteria[0] ? ` · ${row.criteria[0]}` : ""}`}</span>
        </span>
      ),
      sortBy: (row) => row.title,
    },
  );
  if (vendor) columns.push({ id: "vendor", header: "Vendor", width: "8.5rem", cell: (row) => row.vendor_name, sortBy: (row) => row.vendor_name });
  columns.push(
    { id: "criteria", header: "Criterion", width: "6rem", cell: (row) => row.criteria[0] ?? <Nothing />, sortBy: (row) => row.criteria[0] ?? null, canHide: true, hidden: true },
    { id: "deviation", header: "Deviation", width: "5.25rem", align: "right", cell: (row) => deviationText(row) ?? <Nothing />, sortBy: (row) => (row.deviating !== null && row.tested !== null ? row.deviating / row.tested : null), canHide: true },
    { id: "response", header: "Response", width: "5rem", cell: (row) => (row.source.source === "exception" ? <ResponseDots response={shownResponse(row)} /> : <Nothing />), sortBy: (row) => responsePoints.filter(([point]) => shownResponse(row)[point]).length, canHide: true },
    {
      id: "status", header: "Status", width: "8rem",
      cell: (row) => (
        <span>
          <Badge tone={statusTone[row.status]}>{statusLabel[row.status]}</Badge>
          {row.answer_due && <small className={classes.small}>{row.answer_late ? `late: ${formatDay(row.answer_due)}` : `by ${formatDay(row.answer_due)}`}</small>}
        </span>
      ),
      sortBy: (row) => statusOrder.indexOf(row.status),
    },
    { id: "owner", header: "Owner", width: "5.75rem", cell: (row) => row.owner_name ?? <Nothing />, sortBy: (row) => row.owner_name, canHide: true },
    { id: "due", header: "Due", width: "7rem", align: "right", cell: (row) => <Due row={row} />, sortBy: (row) => row.due ?? row.acceptance?.expires ?? null },
  );
  return columns;
}

function Due({ row }: { row: FindingView }) {
  if (row.status === "accepted" && row.acceptance) return <span className={classes.dim}>{`expires ${formatDay(row.acceptance.expires)}`}</span>;
  if (row.due === null) return <Nothing />;
  return row.overdue ? <StateLabel state="fail">{formatDay(row.due)}</StateLabel> : formatDay(row.due);
}

function Nothing() {
  return <span className={classes.faint}>–</span>;
}
