import { Popover } from "@mantine/core";
import type { ReactNode } from "react";
import type { FourthPartiesView } from "../contract/generated";
import classes from "./fourth.module.css";
import { indexText } from "./words";

/** How much rests on how few. Each figure says of whom it was counted. */
export function ConcentrationStrip({ view }: { view: FourthPartiesView }) {
  const { concentration: all, coverage, parties } = view;
  const [most] = parties;
  const gravest = parties.toSorted((a, b) => b.gravest - a.gravest)[0];
  return (
    <ul className={classes.strip} aria-label="Concentration">
      <Figure label="Most rest on" value={most?.vendors ?? 0} of={all.vendors} detail={most?.name ?? "nobody yet"}>
        {`Vendors whose current report names the party, of the ${all.vendors} in the register that are neither drafts nor left behind. ${all.naming} of them have a report that names anybody.`}
      </Figure>
      <Figure label="Of critical and high" value={gravest?.gravest ?? 0} of={all.gravest} detail={gravest && gravest.gravest > 0 ? gravest.name : "none of them rests on anybody"}>
        {`The same, of the ${all.gravest} vendors of the tiers critical and high.`}
      </Figure>
      <Figure label="Herfindahl index" value={indexText(all)} of={null} detail={`of ${all.dependences} dependences`}>
        {`Σ share²: the share of a party is its part of the ${all.dependences} dependences of ${all.naming} vendors. 1 where everything rests on one party, ${parties.length > 0 ? (1 / parties.length).toFixed(2) : "0"} where it is spread evenly over these ${parties.length}.`}
      </Figure>
      <Figure label="Carved out, with assurance" value={coverage.count} of={coverage.of} detail={coverage.of === 0 ? "nothing is carved out that matters" : coverage.count === coverage.of ? "all of them" : `${coverage.of - coverage.count} without`}>
        Dependences on parties that are not examined with the vendor and have our data; while nobody has said whether they have, those of critical and high vendors. Counted: the party’s own report is held and reviewed, or the vendor’s monitoring of it was tested without exception.
      </Figure>
    </ul>
  );
}

function Figure({ label, value, of, detail, children }: { label: string; value: ReactNode; of: number | null; detail: string; children: ReactNode }) {
  return (
    <li>
      <Popover width={320} position="bottom-start" withArrow trapFocus={false}>
        <Popover.Target>
          <button type="button" className={classes.figure}>
            <span>{label}</span>
            <span className={classes.value}>
              <b>{value}</b>
              {of !== null && <i>{`of ${of}`}</i>}
            </span>
            <span title={detail}>{detail}</span>
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <p className={classes.dim}>{children}</p>
        </Popover.Dropdown>
      </Popover>
    </li>
  );
}
