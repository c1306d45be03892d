import { Modal } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { FigureVendor, FigureView, TodayView } from "../contract/generated";
import { formatDay, StateMark } from "../shared";
import classes from "./Figures.module.css";
import { figureState } from "./groups";
import { figureLabel, figurePopulation } from "./words";

interface Props {
  view: TodayView;
  /** The figure whose items the list is narrowed to. */
  chosen: string | null;
  onItems: (figure: FigureView | null) => void;
}

/** A few figures of all vendors. Each lists what it was counted from: vendors in a window of their own, items in the list. */
export function Figures({ view, chosen, onItems }: Props) {
  const [opened, setOpened] = useState<FigureView | null>(null);
  const click = (figure: FigureView): void => {
    if (isOfVendors(figure)) setOpened(figure);
    else onItems(chosen === figure.figure ? null : figure);
  };
  return (
    <>
      <ul className={classes.strip} aria-label="Figures">
        {view.figures.map((figure) => {
          const state = figureState(figure);
          return (
            <li key={figure.figure}>
              <button type="button" className={classes.figure} aria-pressed={isOfVendors(figure) ? undefined : chosen === figure.figure} onClick={() => click(figure)}>
                <span className={classes.label}>{figureLabel[figure.figure]}</span>
                <span className={classes.value}>
                  <b>{figure.count}</b>
                  {figure.of !== null && <i>{`of ${figure.of}`}</i>}
                  {state && <StateMark state={state} size="sm" label="" />}
                </span>
                <span className={classes.detail}>{detail(figure)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      <Modal opened={opened !== null} onClose={() => setOpened(null)} title={opened ? figureLabel[opened.figure] : ""} size="32rem">
        {opened && <Behind figure={opened} today={view.today} />}
      </Modal>
    </>
  );
}

const isOfVendors = ({ figure }: FigureView): boolean => figure === "critical_type2" || figure === "assured" || figure === "reviews_due" || figure === "at_risk";

function detail(figure: FigureView): string {
  const { count, of } = figure;
  switch (figure.figure) {
    case "critical_type2":
      return of === 0 ? "no critical vendor in use" : count === of ? "all of them" : `${(of ?? 0) - count} without`;
    case "assured":
      return of === 0 ? "no vendor in use needs evidence" : count === of ? "all of them" : `${(of ?? 0) - count} without`;
    case "at_risk":
      return count === 0 ? "none of those in use" : "of the vendors in use";
    case "overdue":
      return count === 0 ? "nothing is late" : chosenHint;
    case "reviews_due":
      return "of the vendors in use";
    case "conditions_overdue":
      return of === 0 ? "no condition is open" : "of the open conditions";
  }
}

const chosenHint = "items past their day";

function Behind({ figure, today }: { figure: FigureView; today: string }) {
  const due = figure.figure === "reviews_due";
  const risk = figure.figure === "at_risk";
  const first = due || risk;
  const lists = [
    { title: due ? "Due" : risk ? "At risk" : "Without", vendors: figure.vendors.filter((vendor) => vendor.counted === first) },
    { title: due ? "Not due yet" : risk ? "Not at risk" : "Counted", vendors: figure.vendors.filter((vendor) => vendor.counted !== first) },
  ];
  const said = (vendor: FigureVendor): string => {
    if (risk) return vendor.why ?? "";
    return vendor.day ? `${due ? "due" : "until"} ${formatDay(vendor.day)}` : due ? "none on record" : "nothing that counts";
  };
  return (
    <>
      <p className={classes.population}>{`Of ${figure.of ?? figure.count} ${figurePopulation[figure.figure]}. As of ${formatDay(today)}.`}</p>
      {lists.map(({ title, vendors }) =>
        vendors.length === 0 ? null : (
          <section key={title}>
            <h3 className={classes.list}>
              {title} <span>{vendors.length}</span>
            </h3>
            <ul className={classes.vendors}>
              {vendors.map((vendor) => (
                <li key={vendor.vendor}>
                  <Link to="/vendors/$vendor" params={{ vendor: vendor.vendor }}>
                    {vendor.name}
                  </Link>
                  <span>{said(vendor)}</span>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  );
}
