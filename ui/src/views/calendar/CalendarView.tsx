import { Button, SegmentedControl } from "@mantine/core";
import { useMemo, useState } from "react";
import { Answered, useRead, useWrite } from "../../api";
import type { AttentionView, TodayView } from "../../contract/generated";
import { count, EmptyState, formatDay, Icon, IconButton, PageHeader, showDone, useCrumbs, useKept, useKeys } from "../../shared";
import { AttentionList } from "../../today/AttentionList";
import { grouped } from "../../today/groups";
import { addMonths, byDay, monthOf, monthTitle } from "../../today/month";
import classes from "./CalendarView.module.css";
import { KeptCalendar } from "./KeptCalendar";
import { MonthGrid } from "./MonthGrid";
import { MonthList } from "./MonthList";

/** The dates of all vendors, by month or as a list; saved as a calendar that other programs read. */
export function CalendarView() {
  useCrumbs({ label: "Calendar" });
  const today = useRead("today", {});
  return (
    <Answered of={today} what="Calendar">
      {(view) => <Loaded view={view} />}
    </Answered>
  );
}

type Form = "month" | "list";

function Loaded({ view }: { view: TodayView }) {
  const [mine, setMine] = useKept("today.mine", false);
  const [form, setForm] = useKept<Form>("calendar.form", "month");
  const [day, setDay] = useState(view.today);
  const save = useWrite("calendar_save");
  const items = useMemo(() => view.items.filter((item) => item.date !== null && item.snoozed === null && (!mine || item.mine)), [view, mine]);
  const days = useMemo(() => byDay(items), [items]);
  const month = monthOf(day);
  const within = items.filter((item) => item.date !== null && monthOf(item.date) === month);
  const store = (): void => void save.mutateAsync({ mine }).then(({ name }) => name && showDone(`Saved: ${name}`), () => undefined);

  useKeys("Calendar", [
    { keys: "pageup", does: "The month before", run: () => setDay(addMonths(day, -1)) },
    { keys: "pagedown", does: "The next month", run: () => setDay(addMonths(day, 1)) },
    { keys: "t", does: "Today", run: () => setDay(view.today) },
    { keys: "l", does: "Month or list", run: () => setForm(form === "month" ? "list" : "month") },
  ]);

  return (
    <div className={classes.screen}>
      <PageHeader
        title="Calendar"
        sub={`${monthTitle(month)} · ${within.length === 0 ? "no date" : count(within.length, "date")}`}
        actions={
          <>
            <SegmentedControl size="xs" aria-label="Whose dates" value={mine ? "mine" : "all"} onChange={(value) => setMine(value === "mine")} data={[{ value: "all", label: "All" }, { value: "mine", label: "Mine" }]} />
            <SegmentedControl size="xs" aria-label="Form" value={form} onChange={(value) => setForm(value as Form)} data={[{ value: "month", label: "Month" }, { value: "list", label: "List" }]} />
            <Button leftSection={<Icon name="save" />} loading={save.isPending} onClick={store}>
              Save as .ics …
            </Button>
            <KeptCalendar mine={mine} />
          </>
        }
      />
      <div className={classes.bar}>
        <IconButton icon="chevron-left" name="The month before" onClick={() => setDay(addMonths(day, -1))} />
        <Button size="xs" variant="default" onClick={() => setDay(view.today)}>
          Today
        </Button>
        <IconButton icon="chevron-right" name="The next month" onClick={() => setDay(addMonths(day, 1))} />
        <h2>{monthTitle(month)}</h2>
      </div>
      {form === "month" ? (
        <div className={classes.columns}>
          <MonthGrid month={month} day={day} today={view.today} days={days} onDay={setDay} />
          <Day day={day} items={days.get(day) ?? []} view={view} />
        </div>
      ) : (
        <MonthList items={items} from={`${month}-01`} today={view.today} onDay={setDay} />
      )}
    </div>
  );
}

/** What falls on the chosen day. */
function Day({ day, items, view }: { day: string; items: readonly AttentionView[]; view: TodayView }) {
  const shown = useMemo(() => grouped(items, false, null), [items]);
  return (
    <section className={classes.day} aria-label={formatDay(day)} aria-live="polite">
      <h2>{formatDay(day)}</h2>
      {items.length === 0 ? <p className={classes.none}>Nothing falls on this day.</p> : <AttentionList shown={shown} today={view.today} where="Day" mayForAll={view.may_snooze_for_all} longest={view.longest_snooze} />}
      {view.items.every((item) => item.date === null) && (
        <EmptyState icon="calendar" title="No date yet">
          Dates come from what is on record: reports, letters, contracts, reviews, conditions.
        </EmptyState>
      )}
    </section>
  );
}
