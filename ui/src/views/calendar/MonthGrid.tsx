import { type KeyboardEvent, useEffect, useRef } from "react";
import type { AttentionView } from "../../contract/generated";
import { count, formatDay } from "../../shared";
import { weeksOf } from "../../today/month";
import { kindLabel } from "../../today/words";
import { dayNumber, isoDay } from "../../vendor/timeline";
import classes from "./CalendarView.module.css";

interface Props {
  month: string;
  day: string;
  today: string;
  days: ReadonlyMap<string, readonly AttentionView[]>;
  onDay: (day: string) => void;
}

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/** How far the arrow keys go, in days. */
const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
/** So many fit a cell; the rest is counted. */
const FIT = 3;

/** A month as a grid of days; the chosen day has the focus of the grid. */
export function MonthGrid({ month, day, today, days, onDay }: Props) {
  const chosen = useRef<HTMLButtonElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  useEffect(() => {
    // Only where the grid has the focus already: the keys work from everywhere, and must not pull it away.
    if (grid.current?.contains(document.activeElement)) chosen.current?.focus();
  }, [day]);
  const walk = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onDay(isoDay(dayNumber(day) + step));
  };
  return (
    <table ref={grid} className={classes.grid} aria-label="Month, walked with the arrow keys">
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week[0]?.day}>
            {week.map(({ day: each, inside }) => {
              const items = days.get(each) ?? [];
              return (
                <td key={each} data-outside={!inside || undefined} data-past={each < today || undefined}>
                  <button
                    ref={each === day ? chosen : undefined}
                    type="button"
                    className={classes.cell}
                    tabIndex={each === day ? 0 : -1}
                    aria-pressed={each === day}
                    aria-current={each === today ? "date" : undefined}
                    aria-label={`${formatDay(each)}, ${items.length === 0 ? "nothing" : count(items.length, "item")}`}
                    onClick={() => onDay(each)}
                    onKeyDown={walk}
                  >
                    <span className={classes.number}>{Number(each.slice(8))}</span>
                    {items.slice(0, items.length > FIT ? FIT - 1 : FIT).map((item) => (
                      <span key={item.key} className={classes.entry} data-late={item.group === "overdue" || undefined} title={`${item.vendor_name ?? ""} ${kindLabel[item.kind]}`}>
                        {item.vendor_name ?? kindLabel[item.kind]}
                      </span>
                    ))}
                    {items.length > FIT && <span className={classes.rest}>{`${items.length - FIT + 1} more`}</span>}
                  </button>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
