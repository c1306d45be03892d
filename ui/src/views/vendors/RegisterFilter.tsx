import { Button, MultiSelect, TextInput } from "@mantine/core";
import { memo, useMemo, useRef } from "react";
import { useWorkspace } from "../../api";
import type { StaleDecision, TierName, VendorRow } from "../../contract/generated";
import { FilterChip, Icon, useKeys } from "../../shared";
import { tierLabel, tierOrder } from "../../vendor/words";
import { lacksEvidence, noFilter, type VendorFilter } from "./filter";
import { SavedFilters } from "./SavedFilters";
import classes from "./VendorsView.module.css";

interface RegisterFilterProps {
  /** The whole register. */
  rows: readonly VendorRow[];
  /** The decisions that rest on what has changed, by vendor. */
  stale: ReadonlyMap<string, StaleDecision>;
  filter: VendorFilter;
  /** Whether it leaves anything out. */
  filtered: boolean;
  onChange: (part: Partial<VendorFilter>) => void;
}

const tiers: readonly (TierName | "none")[] = [...tierOrder, "none"];

/** What of the register is shown: words, and switches that say how many vendors each stands for. */
export function RegisterFilter({ rows, stale, filter, filtered, onChange }: RegisterFilterProps) {
  const { today } = useWorkspace();
  const field = useRef<HTMLInputElement>(null);
  useKeys("Vendors", [{ keys: "/", does: "Filter", run: () => field.current?.focus() }]);
  const sizes = useMemo(
    () => ({
      tiers: new Map(tiers.map((tier) => [tier, rows.filter((row) => (row.tier ?? "none") === tier).length])),
      lacking: rows.filter((row) => lacksEvidence(row, today)).length,
      risky: rows.filter((row) => row.at_risk.length > 0).length,
    }),
    [rows, today],
  );
  const tags = useMemo(() => [...new Set(rows.flatMap((row) => row.tags))].toSorted((a, b) => a.localeCompare(b)), [rows]);
  const toggle = (tier: TierName | "none"): void => onChange({ tiers: filter.tiers.includes(tier) ? filter.tiers.filter((each) => each !== tier) : [...filter.tiers, tier] });
  return (
    <div className={classes.filters}>
      <TextInput
        ref={field}
        className={classes.find}
        aria-label="Filter vendors"
        placeholder="Filter by name, service, owner"
        leftSection={<Icon name="filter" />}
        value={filter.text}
        onChange={(event) => onChange({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === "Escape") onChange({ text: "" });
        }}
      />
      {tiers.map((tier) => {
        const size = sizes.tiers.get(tier) ?? 0;
        return size > 0 || filter.tiers.includes(tier) ? (
          <FilterChip key={tier} on={filter.tiers.includes(tier)} onToggle={() => toggle(tier)} count={size}>
            {tier === "none" ? "No tier" : tierLabel[tier]}
          </FilterChip>
        ) : null;
      })}
      <FilterChip on={filter.lacking} onToggle={() => onChange({ lacking: !filter.lacking })} count={sizes.lacking}>
        No current evidence
      </FilterChip>
      {(sizes.risky > 0 || filter.risky) && (
        <FilterChip on={filter.risky ?? false} onToggle={() => onChange({ risky: !filter.risky })} count={sizes.risky}>
          At risk
        </FilterChip>
      )}
      {(stale.size > 0 || filter.stale) && (
        <FilterChip on={filter.stale} onToggle={() => onChange({ stale: !filter.stale })} count={stale.size}>
          Stale decision
        </FilterChip>
      )}
      {(tags.length > 0 || filter.tags.length > 0) && <TagChoice tags={tags} chosen={filter.tags} onChange={onChange} />}
      <SavedFilters filter={filter} onChoose={onChange} />
      {filtered && (
        <Button size="xs" variant="subtle" onClick={() => onChange(noFilter)}>
          Clear
        </Button>
      )}
    </div>
  );
}

interface TagChoiceProps {
  tags: readonly string[];
  chosen: readonly string[];
  onChange: RegisterFilterProps["onChange"];
}

/** The tags of which a vendor has one; typing a word elsewhere does not draw them again. */
const TagChoice = memo(function TagChoice({ tags, chosen, onChange }: TagChoiceProps) {
  return <MultiSelect size="xs" className={classes.tags} aria-label="Only vendors with a tag" placeholder={chosen.length === 0 ? "Any tag" : undefined} data={tags} value={[...chosen]} onChange={(next) => onChange({ tags: next })} searchable clearable />;
});
