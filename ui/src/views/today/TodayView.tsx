import { SegmentedControl } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { Answered, useRead, useWorkspace } from "../../api";
import type { AttentionView, FigureView, TodayView as View } from "../../contract/generated";
import { count, EmptyState, formatDay, KeyHint, KeyHints, Page, PageHeader, useCrumbs, useKept } from "../../shared";
import { AttentionList } from "../../today/AttentionList";
import { CoverageCard } from "../../today/CoverageCard";
import { Figures } from "../../today/Figures";
import { grouped } from "../../today/groups";
import { kindLabel, whenText } from "../../today/words";
import classes from "./TodayView.module.css";

/** What needs attention, why, until when, with the button that settles it. */
export function TodayView() {
  useCrumbs({ label: "Today" });
  const today = useRead("today", {});
  return (
    <Answered of={today} what="Today">
      {(view) => <Loaded view={view} />}
    </Answered>
  );
}

function Loaded({ view }: { view: View }) {
  const { vendors } = useWorkspace();
  const [mine, setMine] = useKept("today.mine", false);
  const [chosen, setChosen] = useState<string | null>(null);
  const figure = view.figures.find((each) => each.figure === chosen) ?? null;
  const shown = useMemo(() => grouped(view.items, mine, figure ? new Set(figure.items) : null), [view, mine, figure]);
  const open = shown.groups.flatMap(({ items }) => items);
  const late = open.filter(({ group }) => group === "overdue").length;
  const near = open.filter(({ group }) => group !== "later").length;
  const narrow = (next: FigureView | null): void => setChosen(next?.figure ?? null);
  return (
    <Page>
      <PageHeader
        title="Today"
        sub={`${weekday(view.today)} ${formatDay(view.today)} · ${near === 0 ? "nothing needs attention" : `${count(near, "thing")} ${near === 1 ? "needs" : "need"} attention${late > 0 ? `, ${late} overdue` : ""}`}`}
        actions={<SegmentedControl size="xs" aria-label="Whose items" value={mine ? "mine" : "all"} onChange={(value) => setMine(value === "mine")} data={[{ value: "all", label: "All" }, { value: "mine", label: "Mine" }]} />}
      />
      {vendors > 0 && <Figures view={view} chosen={chosen} onItems={narrow} />}
      <div className={classes.columns} data-single={view.watched === 0 || undefined}>
        <div className={classes.left}>
          {near === 0 && <Quiet vendors={vendors} next={open[0] ?? null} today={view.today} mine={mine} />}
          {(open.length > 0 || shown.snoozed.length > 0) && (
            <>
              <AttentionList shown={shown} today={view.today} where="Today" mayForAll={view.may_snooze_for_all} longest={view.longest_snooze} />
              <KeyHints>
                <KeyHint keys="j">next</KeyHint>
                <KeyHint keys="enter">do it</KeyHint>
                <KeyHint keys="s">put off</KeyHint>
              </KeyHints>
            </>
          )}
        </div>
        <CoverageCard today={view.today} />
      </div>
    </Page>
  );
}

function Quiet({ vendors, next, today, mine }: { vendors: number; next: AttentionView | null; today: string; mine: boolean }) {
  if (vendors === 0) {
    return (
      <EmptyState icon="contents" title="Nothing needs you today" action={<Link to="/inbox">Open the inbox</Link>}>
        Here stands what runs out, falls due or waits: reports that grow too old, notice deadlines, reviews, conditions. Drop a report anywhere in the window to begin; its vendor is entered with it.
      </EmptyState>
    );
  }
  const coming = next ? `Next: ${next.vendor_name ? `${next.vendor_name}, ` : ""}${kindLabel[next.kind].toLowerCase()}, ${whenText(next, today)}.` : "Nothing with a date is ahead either.";
  return (
    <EmptyState icon="check" title={mine ? "Nothing needs you today" : "Nothing needs anybody today"}>
      {coming}
    </EmptyState>
  );
}

function weekday(day: string): string {
  return new Date(`${day}T00:00:00Z`).toLocaleDateString("en-GB", { weekday: "long", timeZone: "UTC" });
}
