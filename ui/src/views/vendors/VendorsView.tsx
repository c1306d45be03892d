import { Button, Group, MultiSelect, TextInput } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useDeferredValue, useMemo, useRef, useState } from "react";
import { Answered, useMay, useRead, useWorkspace } from "../../api";
import type { TierName, VendorRow } from "../../contract/generated";
import { count, DataTable, EmptyState, FilterChip, Icon, PageHeader, useCrumbs, useKept, useKeys } from "../../shared";
import { VendorDialog } from "../../vendor/VendorDialog";
import { tierLabel, tierOrder } from "../../vendor/words";
import { vendorColumns } from "./columns";
import { RegisterMenu } from "./RegisterMenu";
import { filterVendors, lacksEvidence, noFilter, type VendorFilter } from "./filter";
import { SavedFilters } from "./SavedFilters";
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
  return (
    <>
      <Answered of={vendors} what="Vendors">
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon="vendors" title="No vendor yet" action={<Group gap="sm">{enter}<RegisterMenu empty /></Group>}>
              The register holds the companies you buy from: what you buy, how much depends on it, what evidence you have and what was decided. Drop a report anywhere in the window and its vendor is entered with it, or enter one here; a list that you keep elsewhere can be imported.
            </EmptyState>
          ) : (
            <Register rows={rows} enter={enter} onOpen={open} />
          )
        }
      </Answered>
      <VendorDialog opened={entering} onClose={() => setEntering(false)} onSaved={(saved) => open(saved.row.id)} onExisting={open} />
    </>
  );
}

interface RegisterProps {
  rows: readonly VendorRow[];
  enter: ReactNode;
  onOpen: (vendor: string) => void;
}

const tiers: readonly (TierName | "none")[] = [...tierOrder, "none"];

function Register({ rows, enter, onOpen }: RegisterProps) {
  const { today } = useWorkspace();
  const [stored, setStored] = useKept<VendorFilter>("vendors.filter", noFilter);
  // Tags are words of the workspace: they are not kept outside of it.
  const [chosenTags, setChosenTags] = useState<readonly string[]>([]);
  const kept = useMemo(() => ({ ...noFilter, ...stored, tags: chosenTags }), [stored, chosenTags]);
  const setKept = (next: VendorFilter): void => {
    setStored({ ...next, tags: [] });
    setChosenTags(next.tags);
  };
  const field = useRef<HTMLInputElement>(null);
  useKeys("Vendors", [{ keys: "/", does: "Filter", run: () => field.current?.focus() }]);
  // Typing stays fluent with ten thousand rows: the table follows a moment later.
  const filter = useDeferredValue(kept);
  const found = useRead("decisions_stale", {}).data;
  const stale = useMemo(() => new Map((found ?? []).map((one) => [one.vendor, one])), [found]);
  const shown = useMemo(() => filterVendors(rows, filter, today, stale), [rows, filter, today, stale]);
  const tags = useMemo(() => [...new Set(rows.flatMap((row) => row.tags))].toSorted((a, b) => a.localeCompare(b)), [rows]);
  const columns = useMemo(() => vendorColumns(today, stale), [today, stale]);
  const toggle = (tier: TierName | "none"): void => setKept({ ...kept, tiers: kept.tiers.includes(tier) ? kept.tiers.filter((each) => each !== tier) : [...kept.tiers, tier] });
  const filtered = shown.length < rows.length;

  return (
    <div className={classes.screen}>
      <PageHeader title="Vendors" sub={filtered ? `${count(shown.length, "vendor")} of ${rows.length}` : count(rows.length, "vendor")} actions={<><RegisterMenu />{enter}</>} />
      <div className={classes.filters}>
        <TextInput
          ref={field}
          className={classes.find}
          aria-label="Filter vendors"
          placeholder="Filter by name, service, owner"
          leftSection={<Icon name="filter" />}
          value={kept.text}
          onChange={(event) => setKept({ ...kept, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === "Escape") setKept({ ...kept, text: "" });
          }}
        />
        {tiers.map((tier) => {
          const size = rows.filter((row) => (row.tier ?? "none") === tier).length;
          return size > 0 || kept.tiers.includes(tier) ? (
            <FilterChip key={tier} on={kept.tiers.includes(tier)} onToggle={() => toggle(tier)} count={size}>
              {tier === "none" ? "No tier" : tierLabel[tier]}
            </FilterChip>
          ) : null;
        })}
        <FilterChip on={kept.lacking} onToggle={() => setKept({ ...kept, lacking: !kept.lacking })} count={rows.filter((row) => lacksEvidence(row, today)).length}>
          No current evidence
        </FilterChip>
        {(rows.some((row) => row.at_risk.length > 0) || kept.risky) && (
          <FilterChip on={kept.risky ?? false} onToggle={() => setKept({ ...kept, risky: !kept.risky })} count={rows.filter((row) => row.at_risk.length > 0).length}>
            At risk
          </FilterChip>
        )}
        {(stale.size > 0 || kept.stale) && (
          <FilterChip on={kept.stale} onToggle={() => setKept({ ...kept, stale: !kept.stale })} count={stale.size}>
            Stale decision
          </FilterChip>
        )}
        {(tags.length > 0 || kept.tags.length > 0) && (
          <MultiSelect size="xs" className={classes.tags} aria-label="Only vendors with a tag" placeholder={kept.tags.length === 0 ? "Any tag" : undefined} data={tags} value={[...kept.tags]} onChange={(chosen) => setKept({ ...kept, tags: chosen })} searchable clearable />
        )}
        <SavedFilters filter={kept} onChoose={setKept} />
        {filtered && (
          <Button size="xs" variant="subtle" onClick={() => setKept(noFilter)}>
            Clear
          </Button>
        )}
      </div>
      <DataTable
        name="Vendors"
        rows={shown}
        columns={columns}
        rowKey={(row) => row.id}
        rowHeight={50}
        onOpen={(row) => onOpen(row.id)}
        empty={<p className={classes.none}>No vendor passes the filter.</p>}
      />
    </div>
  );
}
