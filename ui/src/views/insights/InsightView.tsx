import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Answered, useMay, useRead, useWrite } from "../../api";
import type { ImportFile, InsightDetail, InsightRow, InsightsQuery, MetricName } from "../../contract/generated";
import { type Column, count, DataTable, formatDay, formatNumber, Icon, PageHeader, showDone, useCrumbs } from "../../shared";
import { queryOf, useInsightFilter } from "../../insight/filter";
import { Parts } from "../../insight/InsightCard";
import { InventoryDialog } from "../../insight/InventoryDialog";
import { Line } from "../../insight/Line";
import { saidOf, wayOf } from "../../insight/words";
import classes from "./InsightsView.module.css";

/** One figure with everything of which it was counted. */
export function InsightView({ metric, asOf }: { metric: MetricName; asOf: string | null }) {
  const [filter] = useInsightFilter();
  const of = queryOf(filter, asOf);
  const detail = useRead("insight", { metric, of });
  useCrumbs({ label: "Insights", to: "/insights" }, { label: detail.data?.view.title ?? "Figure" });
  return (
    <Answered of={detail} what="Figure">
      {(known) => <Loaded metric={metric} detail={known} of={of} />}
    </Answered>
  );
}

function Loaded({ metric, detail, of }: { metric: MetricName; detail: InsightDetail; of: InsightsQuery }) {
  const trend = useRead("insights_trend", of).data;
  const save = useWrite("insight_save");
  const { view, rows, day } = detail;
  const { number, beside, nothing } = saidOf(view.figure);
  const way = wayOf(trend, metric, view.figure.kind);
  const store = (): void => save.mutate({ metric, of }, { onSuccess: ({ name }) => name && showDone(`Saved: ${name}`) });
  return (
    <div className={classes.screen}>
      <PageHeader
        title={view.title}
        sub={`Of ${view.population} · as of ${formatDay(day)}`}
        actions={
          <>
            {metric === "inventory_completeness" && <Inventory />}
            <Button leftSection={<Icon name="save" />} loading={save.isPending} disabled={rows.length === 0} onClick={store}>
              Save as .csv …
            </Button>
          </>
        }
      />
      <div className={classes.top}>
        <div>
          <p className={classes.said}>{nothing ? "Nothing to count yet" : <><b>{number}</b> <span>{beside}</span></>}</p>
          <p className={classes.dim}>{view.formula}.</p>
          {view.notes.map((note) => <p key={note}>{note}</p>)}
        </div>
        {!nothing && <Parts view={view} />}
      </div>
      {way.length > 0 && <Line title={`${view.title} over the months`} points={way} large />}
      <DataTable name={`${view.title}: ${count(rows.length, "row")}`} rows={rows} columns={columnsOf(rows)} rowKey={(row) => String(rows.indexOf(row))} empty={<p className={classes.none}>Nothing was counted.</p>} />
    </div>
  );
}

/** Takes the list with which the register is compared. */
function Inventory() {
  const may = useMay("keep_vendors");
  const choose = useWrite("import_choose");
  const [file, setFile] = useState<ImportFile | null>(null);
  return (
    <>
      <Button leftSection={<Icon name="upload" />} disabled={!may} loading={choose.isPending} onClick={() => void choose.mutateAsync({}).then(setFile, () => undefined)}>
        Take a list …
      </Button>
      <InventoryDialog file={file} onClose={() => setFile(null)} />
    </>
  );
}

/** The columns that the rows have something for. */
function columnsOf(rows: readonly InsightRow[]): Column<InsightRow>[] {
  const all: (Column<InsightRow> & { has: (row: InsightRow) => boolean })[] = [
    { id: "vendor", header: "Vendor", width: "15rem", has: (row) => row.vendor !== null, sortBy: (row) => row.vendor_name, cell: (row) => <span className={classes.name}>{row.vendor ? <Link to="/vendors/$vendor" params={{ vendor: row.vendor }}>{row.vendor_name}</Link> : row.vendor_name}</span> },
    { id: "what", header: "What", has: (row) => row.what !== "", sortBy: (row) => row.what, cell: (row) => <What row={row} /> },
    { id: "group", header: "Part", width: "10rem", has: (row) => row.group !== null, sortBy: (row) => row.group, cell: (row) => row.group },
    { id: "counted", header: "Counted", width: "6rem", has: (row) => row.counted !== null, sortBy: (row) => (row.counted === null ? null : Number(row.counted)), cell: (row) => (row.counted === null ? "" : row.counted ? "yes" : "no") },
    { id: "value", header: "Number", width: "6rem", align: "right", has: (row) => row.value !== null, sortBy: (row) => row.value, cell: (row) => (row.value === null ? "" : formatNumber(row.value)) },
    { id: "day", header: "Day", width: "8rem", align: "right", has: (row) => row.day !== null, sortBy: (row) => row.day, cell: (row) => (row.day ? formatDay(row.day) : "") },
  ];
  return all.filter(({ has }) => rows.some(has));
}

/** What is said of it, leading to the finding or the document. */
function What({ row }: { row: InsightRow }) {
  if (row.finding) return <Link to="/exceptions/one" search={{ key: row.finding }}>{row.what}</Link>;
  if (row.document) return <Link to="/documents/$document" params={{ document: row.document }}>{row.what || "the document"}</Link>;
  return row.what;
}
