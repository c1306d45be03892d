import { Button, Group } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { Answered, useRead, useWorkspace } from "../../api";
import type { PacketView } from "../../contract/generated";
import { paperLabel } from "../../packet/paper";
import { type Column, count, DataTable, EmptyState, formatMoment, Icon, PageHeader, useCrumbs } from "../../shared";
import classes from "./PacketsView.module.css";

/** Every packet that was made, newest first. */
export function PacketsView() {
  useCrumbs({ label: "Packets" });
  const packets = useRead("packets", {});
  return (
    <Answered of={packets} what="Packets">
      {(rows) => (rows.length === 0 ? <Empty /> : <List rows={rows} />)}
    </Answered>
  );
}

function CheckLink() {
  return (
    <Button component={Link} to="/packets/check" leftSection={<Icon name="check" />}>
      Check a packet …
    </Button>
  );
}

function Empty() {
  return (
    <EmptyState icon="packet" title="No packet yet" action={<Group gap="sm"><Button component={Link} to="/vendors">Choose a vendor</Button><CheckLink /></Group>}>
      A packet is what is printed and signed: the decision on a vendor, the reason, the conditions, and every fact it rests on with its page. Record a decision on a vendor and its packet is made.
    </EmptyState>
  );
}

const numberCell = (row: PacketView): ReactNode => <b className={classes.number}>{row.number}</b>;
const codeCell = (row: PacketView): ReactNode => <span className={classes.code}>{row.short_code}</span>;

function standing(row: PacketView): string {
  if (row.superseded_by !== null) return `Superseded by decision ${row.superseded_by}`;
  return row.later_version === null ? "Current" : `Version ${row.later_version} made since`;
}

function List({ rows }: { rows: readonly PacketView[] }) {
  const { today } = useWorkspace();
  const navigate = useNavigate();
  const columns = useMemo<Column<PacketView>[]>(
    () => [
      { id: "number", header: "Packet", width: "9rem", cell: numberCell, sortBy: (row) => row.number },
      { id: "vendor", header: "Vendor", cell: (row) => row.vendor_name, sortBy: (row) => row.vendor_name },
      { id: "version", header: "Version", width: "5.5rem", align: "right", cell: (row) => row.version, sortBy: (row) => row.version, canHide: true },
      { id: "paper", header: "Paper", width: "5.5rem", cell: (row) => paperLabel[row.paper], sortBy: (row) => row.paper, canHide: true },
      { id: "pages", header: "Pages", width: "5rem", align: "right", cell: (row) => row.pages, sortBy: (row) => row.pages, canHide: true },
      { id: "code", header: "Short code", width: "11rem", cell: codeCell, canHide: true },
      { id: "standing", header: "Standing", width: "13rem", cell: standing, sortBy: standing, canHide: true },
      { id: "made", header: "Made", width: "11rem", align: "right", cell: (row) => formatMoment(row.made_at, today), sortBy: (row) => row.made_at },
    ],
    [today],
  );
  return (
    <div className={classes.screen}>
      <PageHeader title="Packets" sub={count(rows.length, "packet")} actions={<CheckLink />} />
      <DataTable name="Packets" rows={rows} columns={columns} rowKey={(row) => row.id} onOpen={(row) => void navigate({ to: "/packets/$packet", params: { packet: row.id } })} />
    </div>
  );
}
