import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { AttentionView } from "../../contract/generated";
import { count, formatDay } from "../../shared";
import { byDay, monthOf, monthTitle } from "../../today/month";
import { lineText } from "../../today/words";
import classes from "./CalendarView.module.css";

interface Props {
  items: readonly AttentionView[];
  /** The first day listed. */
  from: string;
  today: string;
  onDay: (day: string) => void;
}

/** So many days are listed until somebody asks for more. */
const STEP = 60;

/** Every dated item from a month on, day by day. */
export function MonthList({ items, from, today, onDay }: Props) {
  const [shown, setShown] = useState(STEP);
  const days = [...byDay(items)].filter(([day]) => day >= from).toSorted(([a], [b]) => a.localeCompare(b));
  if (days.length === 0) return <p className={classes.none}>{`No date from ${monthTitle(monthOf(from))} on.`}</p>;
  return (
    <div className={classes.list} role="group" aria-label="Dates">
      {days.slice(0, shown).map(([day, those], at) => (
        <section key={day}>
          {monthOf(day) !== monthOf(days[at - 1]?.[0] ?? "") && <h3>{monthTitle(monthOf(day))}</h3>}
          <div className={classes.line}>
            <button type="button" className={classes.date} data-late={day < today || undefined} onClick={() => onDay(day)}>
              {formatDay(day)}
            </button>
            <ul>
              {those.map((item) => (
                <li key={item.key}>
                  {item.vendor && (
                    <Link to="/vendors/$vendor" params={{ vendor: item.vendor }}>
                      {item.vendor_name}
                    </Link>
                  )}
                  <span>{lineText(item)}</span>
                </li>
              ))}
            </ul>
          </div>
        </section>
      ))}
      {days.length > shown && (
        <Button size="xs" variant="subtle" onClick={() => setShown(shown + STEP)}>
          {`Show ${count(days.length - shown, "more day")}`}
        </Button>
      )}
    </div>
  );
}
