import { Button, Select } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import type { InsightsView } from "../contract/generated";
import { FilterChip } from "../shared";
import { tierLabel, tierOrder } from "../vendor/words";
import classes from "./InsightFilters.module.css";
import { everybody, type InsightFilter } from "./filter";

interface Props {
  view: InsightsView;
  today: string;
  asOf: string | null;
  onAsOf: (day: string | null) => void;
  filter: InsightFilter;
  onFilter: (filter: InsightFilter) => void;
}

/** Of which vendors and as of which day figures are shown. */
export function InsightFilters({ view, today, asOf, onAsOf, filter, onFilter }: Props) {
  const filtered = filter.tier !== null || filter.owner !== null || filter.tag !== null || asOf !== null;
  return (
    <div className={classes.filters}>
      {tierOrder.map((tier) => (
        <FilterChip key={tier} on={filter.tier === tier} onToggle={() => onFilter({ ...filter, tier: filter.tier === tier ? null : tier })}>
          {tierLabel[tier]}
        </FilterChip>
      ))}
      <Select
        size="xs" className={classes.choice} aria-label="Owner" placeholder="Any owner" clearable clearButtonProps={{ "aria-label": "Any owner" }} searchable
        data={view.owners.map(({ person, name }) => ({ value: person, label: name }))} value={filter.owner} onChange={(owner) => onFilter({ ...filter, owner })}
      />
      {(view.tags.length > 0 || filter.tag !== null) && (
        <Select size="xs" className={classes.choice} aria-label="Group" placeholder="Any group" clearable clearButtonProps={{ "aria-label": "Any group" }} searchable data={view.tags} value={filter.tag} onChange={(tag) => onFilter({ ...filter, tag })} />
      )}
      <DateInput
        size="xs" className={classes.choice} aria-label="As of" placeholder="As of today" valueFormat="D MMM YYYY" clearable clearButtonProps={{ "aria-label": "As of today" }}
        {...(view.known_since ? { minDate: view.known_since } : {})} value={asOf} onChange={(day) => onAsOf(day === today ? null : day)}
      />
      {filtered && (
        <Button size="xs" variant="subtle" onClick={() => { onFilter(everybody); onAsOf(null); }}>
          Clear
        </Button>
      )}
    </div>
  );
}
