import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import type { FourthPartiesView } from "../contract/generated";
import { StateMark } from "../shared";
import { TierMark } from "../vendor/TierMark";
import classes from "./fourth.module.css";
import { layout, partyRow, pathOf, vendorRow } from "./layout";
import { methodText, shareText } from "./words";

/** The width in which lines are drawn; the picture is stretched to the room there is. */
const width = 100;

type Pointed = { side: "party" | "vendor"; key: string } | null;

/** Who rests on whom. What is pointed at or in focus keeps its lines; the arrow keys walk. The table says the same in words. */
export function WhoRests({ view }: { view: FourthPartiesView }) {
  const { parties, vendors, concentration } = view;
  const lines = useMemo(() => parties.flatMap((party) => [...new Set(party.dependants.map(({ vendor }) => vendor))].map((vendor) => ({ party: party.key, vendor }))), [parties]);
  const drawn = useMemo(() => layout({ parties, vendors: vendors.map(({ vendor }) => ({ key: vendor })), lines }), [parties, vendors, lines]);
  const [pointed, setPointed] = useState<Pointed>(null);
  const [current, setCurrent] = useState({ party: 0, vendor: 0 });
  const frame = useRef<HTMLDivElement>(null);
  const isOn = ({ party, vendor }: { party: string; vendor: string }): boolean => pointed === null || (pointed.side === "party" ? pointed.key === party : pointed.key === vendor);
  const near = (side: "party" | "vendor", key: string): boolean => pointed === null || (pointed.side === side ? pointed.key === key : lines.some((line) => line[side] === key && isOn(line)));
  const methodOf = (party: string, vendor: string): string => parties.find(({ key }) => key === party)?.dependants.find((one) => one.vendor === vendor)?.method ?? "unknown";

  const walk = (event: KeyboardEvent, side: "party" | "vendor", at: number): void => {
    const rows = side === "party" ? drawn.parties : drawn.vendors;
    const step: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -rows.length, End: rows.length };
    const other = (side === "party" && event.key === "ArrowRight") || (side === "vendor" && event.key === "ArrowLeft");
    const by = step[event.key];
    if (by === undefined && !other) return;
    event.preventDefault();
    const to = other ? (side === "party" ? "vendor" : "party") : side;
    const target = other ? nearest(side === "party" ? drawn.vendors : drawn.parties, rows[at]?.y ?? 0) : Math.max(0, Math.min(rows.length - 1, at + (by ?? 0)));
    setCurrent({ ...current, [side]: at, [to]: target });
    frame.current?.querySelector<HTMLElement>(`[data-side="${to}"][data-at="${target}"]`)?.focus();
  };
  const row = (side: "party" | "vendor", key: string, at: number) => ({
    "data-side": side,
    "data-at": at,
    "data-dim": !near(side, key) || undefined,
    className: classes.node,
    tabIndex: current[side] === at ? 0 : -1,
    onFocus: () => {
      setPointed({ side, key });
      setCurrent({ ...current, [side]: at });
    },
    onBlur: () => setPointed(null),
    onMouseEnter: () => setPointed({ side, key }),
    onMouseLeave: () => setPointed(null),
    onKeyDown: (event: KeyboardEvent) => walk(event, side, at),
  });

  return (
    <div className={classes.picture} ref={frame}>
      <ul className={classes.side} aria-label="Fourth parties" style={{ height: drawn.height }}>
        {drawn.parties.map(({ key, y }, at) => {
          const party = parties.find((one) => one.key === key);
          if (!party) return null;
          return (
            <li key={key} style={{ top: y - partyRow / 2, height: partyRow }}>
              <Link to="/fourth-parties/one" search={{ key }} {...row("party", key, at)} aria-label={`${party.name}: ${shareText(party, concentration)}${party.open > 0 ? `, ${party.open} to chase` : ""}`}>
                <b>{party.name}</b>
                <span>
                  {party.open > 0 && <StateMark state="warn" size="sm" label="" />}
                  {`${party.vendors} of ${concentration.vendors}`}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
      <svg viewBox={`0 0 ${width} ${drawn.height}`} preserveAspectRatio="none" style={{ height: drawn.height }} aria-hidden="true">
        {/* What is pointed at is drawn last, over the others. */}
        {[...drawn.lines].toSorted((a, b) => Number(isOn(a)) - Number(isOn(b))).map((line) => (
          <path key={`${line.party} ${line.vendor}`} d={pathOf(line, width)} data-method={methodOf(line.party, line.vendor)} data-on={(pointed !== null && isOn(line)) || undefined} data-dim={!isOn(line) || undefined} />
        ))}
      </svg>
      <ul className={classes.side} aria-label="Vendors" style={{ height: drawn.height }}>
        {drawn.vendors.map(({ key, y }, at) => {
          const vendor = vendors.find((one) => one.vendor === key);
          if (!vendor) return null;
          const named = parties.filter((party) => party.dependants.some((one) => one.vendor === key)).map((party) => `${party.name} (${methodText(party.dependants.find((one) => one.vendor === key)?.method ?? null).toLowerCase()})`);
          return (
            <li key={key} style={{ top: y - vendorRow / 2, height: vendorRow }}>
              <Link to="/vendors/$vendor" params={{ vendor: key }} search={{ tab: "subservice" }} {...row("vendor", key, at)} aria-label={`${vendor.name} rests on ${named.join(", ")}`}>
                <TierMark tier={vendor.tier} compact />
                <b>{vendor.name}</b>
              </Link>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The place of the row that stands nearest to a height. */
function nearest(rows: readonly { y: number }[], y: number): number {
  return rows.reduce((best, row, at) => (Math.abs(row.y - y) < Math.abs((rows[best]?.y ?? Number.POSITIVE_INFINITY) - y) ? at : best), 0);
}
