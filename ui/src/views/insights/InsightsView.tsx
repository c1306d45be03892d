import { useState } from "react";
import { Answered, useRead, useWorkspace } from "../../api";
import type { InsightsView as View } from "../../contract/generated";
import { EmptyState, formatDay, Page, PageHeader, SectionTitle, useCrumbs } from "../../shared";
import { queryOf, useInsightFilter } from "../../insight/filter";
import { BoardButton } from "../../insight/BoardButton";
import { InsightCard } from "../../insight/InsightCard";
import { InsightFilters } from "../../insight/InsightFilters";
import { familyLabel, familyOrder } from "../../insight/words";
import classes from "./InsightsView.module.css";

/** Figures of all vendors, with their way over the months. */
export function InsightsView() {
  useCrumbs({ label: "Insights" });
  const [filter, setFilter] = useInsightFilter();
  const [asOf, setAsOf] = useState<string | null>(null);
  const { today } = useWorkspace();
  const insights = useRead("insights", queryOf(filter, asOf));
  return (
    <Answered of={insights} what="Insights">
      {(view) => (
        <Page>
          <PageHeader title="Insights" sub={subtitle(view)} actions={<BoardButton asOf={asOf} />} />
          <InsightFilters view={view} today={today} asOf={asOf} onAsOf={setAsOf} filter={filter} onFilter={setFilter} />
          {view.of === 0 && view.metrics.every(({ figure }) => figure.kind !== "share" || figure.of === 0) ? (
            <EmptyState icon="insights" title="Nothing to count yet">
              Here stand figures of the vendors in use: who has current evidence, how long decisions take, which findings are open, and how that went over the months. They follow from the register, reports, reviews and decisions.
            </EmptyState>
          ) : (
            <Figures view={view} asOf={asOf} />
          )}
        </Page>
      )}
    </Answered>
  );
}

function subtitle({ day, counted, of, known_since }: View): string {
  const vendors = counted === of ? `${of} vendors in use` : `${counted} of ${of} vendors in use`;
  return `${vendors} · as of ${formatDay(day)}${known_since ? ` · followed since ${formatDay(known_since)}` : ""}`;
}

function Figures({ view, asOf }: { view: View; asOf: string | null }) {
  const [filter] = useInsightFilter();
  const trend = useRead("insights_trend", queryOf(filter, asOf)).data;
  return familyOrder.map((family) => (
    <section key={family} aria-label={familyLabel[family]}>
      <SectionTitle>{familyLabel[family]}</SectionTitle>
      <ul className={classes.cards}>
        {view.metrics.filter((metric) => metric.family === family).map((metric) => (
          <InsightCard key={metric.metric} view={metric} trend={trend} asOf={asOf} />
        ))}
      </ul>
    </section>
  ));
}
