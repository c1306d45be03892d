import { Popover } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { InsightView, TrendView } from "../contract/generated";
import { IconButton } from "../shared";
import { Bars } from "./Bars";
import classes from "./InsightCard.module.css";
import { Line } from "./Line";
import { Stacked } from "./Stacked";
import { saidOf, wayOf } from "./words";

/** A figure: what it says, its way over the months, how it divides, of whom and how it was counted. */
export function InsightCard({ view, trend, asOf }: { view: InsightView; trend: TrendView | undefined; asOf: string | null }) {
  const { number, beside, nothing } = saidOf(view.figure);
  const way = wayOf(trend, view.metric, view.figure.kind);
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <h3>
          <Link to="/insights/$metric" params={{ metric: view.metric }} search={asOf ? { as_of: asOf } : {}}>
            {view.title}
          </Link>
        </h3>
        <HowCounted view={view} />
      </div>
      <div className={classes.figure}>
        <p className={nothing ? classes.nothing : undefined}>
          {nothing ? "Nothing to count yet" : <><b>{number}</b> <span>{beside}</span></>}
        </p>
        {way.length > 0 && <Line title={`${view.title} over the months`} points={way} />}
      </div>
      {!nothing && <Parts view={view} />}
      {!nothing && view.notes.length > 0 && <p className={classes.notes}>{view.notes.join(" · ")}</p>}
      <p className={classes.population}>{`Of ${view.population}`}</p>
    </li>
  );
}

/** How a figure divides, where it does. */
export function Parts({ view }: { view: InsightView }) {
  const groups = view.groups.filter(({ count, of, parts }) => count > 0 || of !== null || parts.length > 0);
  if (groups.length === 0) return null;
  const title = `${view.title} by part`;
  return groups.some(({ parts }) => parts.length > 0) ? <Stacked title={title} groups={groups} /> : <Bars title={title} groups={groups} />;
}

/** The formula, on demand. */
export function HowCounted({ view }: { view: InsightView }) {
  return (
    <Popover width={300} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <IconButton icon="info" name={`How ${view.title} is counted`} size="xs" />
      </Popover.Target>
      <Popover.Dropdown aria-label={`How ${view.title} is counted`}>
        <p className={classes.formula}>
          {view.formula}.
        </p>
        <p className={classes.population}>{`Counted of ${view.population}.`}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
