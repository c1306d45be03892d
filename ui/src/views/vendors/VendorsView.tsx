import { Button, Group } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useCallback, useEffect, useMemo, useState } from "react";
import { Answered, useMay, useRead, useWorkspace } from "../../api";
import type { VendorRow } from "../../contract/generated";
import { count, DataTable, EmptyState, Icon, PageHeader, useCrumbs, useKept, useKeys } from "../../shared";
import { VendorDialog } from "../../vendor/VendorDialog";
import { vendorColumns } from "./columns";
import { RegisterMenu } from "./RegisterMenu";
import { filterVendors, noFilter, readAhead, type VendorFilter } from "./filter";
import { RegisterFilter } from "./RegisterFilter";
import classes from "./VendorsView.module.css";

/** The register of vendors. */
export function VendorsView() {
  useCrumbs({ label: "Vendors" });
  const vendors = useRead("vendors", {});
  const navigate = useNavigate();
  const may = useMay("keep_vendors");
  const [entering, setEntering] = useState(false);
  useKeys("Vendors", [{ keys: "n", does: "New vendor", run: () => setEntering(true), enabled: may }]);
  const open = (vendor: string): void => void navigate({ to: "/vendors/$vendor", params: { vendor } });
  const enter = (
    <Button variant="filled" leftSection={<Icon name="plus" />} disabled={!may} onClick={() => setEntering(true)}>
      New vendor
    </Button>
  );
  const actions = <><RegisterMenu />{enter}</>;
  return (
    <>
      <Answered of={vendors} what="Vendors">
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon="vendors" title="No vendor yet" action={<Group gap="sm">{enter}<RegisterMenu empty /></Group>}>
              The register holds the companies you buy from: what you buy, how much depends on it, what evidence you have and what was decided. Drop a report anywhere in the window and its vendor is entered with it, or enter one here; a list that you keep elsewhere can be imported.
            </EmptyState>
          ) : (
            <Register rows={rows} actions={actions} onOpen={open} />
          )
        }
      </Answered>
      <VendorDialog opened={entering} onClose={() => setEntering(false)} onSaved={(saved) => open(saved.row.id)} onExisting={open} />
    </>
  );
}

interface RegisterProps {
  rows: readonly VendorRow[];
  actions: ReactNode;
  onOpen: (vendor: string) => void;
}

function Register({ rows, actions, onOpen }: RegisterProps) {
  const { today } = useWorkspace();
  const [stored, setStored] = useKept<VendorFilter>("vendors.filter", noFilter);
  // Tags are words of the workspace: they are not kept outside of it.
  const [chosenTags, setChosenTags] = useState<readonly string[]>([]);
  const filter = useMemo(() => ({ ...noFilter, ...stored, tags: chosenTags }), [stored, chosenTags]);
  const change = useCallback(
    (part: Partial<VendorFilter>): void => {
      setStored((before) => ({ ...before, ...part, tags: [] }));
      if (part.tags) setChosenTags(part.tags);
    },
    [setStored],
  );
  const found = useRead("decisions_stale", {}).data;
  const stale = useMemo(() => new Map((found ?? []).map((one) => [one.vendor, one])), [found]);
  // Ten thousand are filtered within a part of a frame: the table follows each letter at once.
  const shown = useMemo(() => filterVendors(rows, filter, today, stale), [rows, filter, today, stale]);
  useEffect(() => readAhead(rows), [rows]);
  const columns = useMemo(() => vendorColumns(today, stale), [today, stale]);
  const filtered = shown.length < rows.length;
  return (
    <div className={classes.screen}>
      <PageHeader title="Vendors" sub={filtered ? `${count(shown.length, "vendor")} of ${rows.length}` : count(rows.length, "vendor")} actions={actions} />
      <RegisterFilter rows={rows} stale={stale} filter={filter} filtered={filtered} onChange={change} />
      <DataTable
        name="Vendors"
        rows={shown}
        of={rows}
        columns={columns}
        rowKey={(row) => row.id}
        rowHeight={50}
        onOpen={(row) => onOpen(row.id)}
        empty={<p className={classes.none}>No vendor passes the filter.</p>}
      />
    </div>
  );
}
