import { VerdictMark } from "../../acceptance/VerdictMark";
import { verdictOrder } from "../../acceptance/words";
import type { StaleDecision, VendorRow } from "../../contract/generated";
import { staleText } from "../../decision/stale-text";
import { outcomeDone, outcomeState } from "../../decision/words";
import { formatDay, StateLabel } from "../../shared";
import type { Column } from "../../shared";
import { StageBadge } from "../../vendor/StageBadge";
import { TierMark } from "../../vendor/TierMark";
import { stageOrder, tierOrder } from "../../vendor/words";
import classes from "./VendorsView.module.css";

/** The columns of the register; `today` tells which evidence is past its day, `stale` whose decision rests on what has changed. */
export function vendorColumns(today: string, stale: ReadonlyMap<string, StaleDecision>): Column<VendorRow>[] {
  return [
    {
      id: "name",
      header: "Vendor",
      width: "12.5rem",
      cell: (row) => (
        <span className={classes.vendor}>
          <b>{row.name}</b>
          {row.service && <span>{row.service}</span>}
        </span>
      ),
      sortBy: (row) => row.name,
    },
    { id: "tier", header: "Tier", width: "6rem", cell: (row) => <TierMark tier={row.tier} />, sortBy: (row) => (row.tier ? tierOrder.indexOf(row.tier) : null), canHide: true },
    { id: "stage", header: "Stage", width: "11.75rem", cell: (row) => <Stage row={row} stale={stale.get(row.id)} />, sortBy: (row) => stageOrder.indexOf(row.stage), canHide: true },
    { id: "verdict", header: "Policy says", width: "11.25rem", cell: (row) => <VerdictMark verdict={row.verdict} />, sortBy: (row) => verdictOrder.indexOf(row.verdict), canHide: true },
    {
      id: "decision",
      header: "Last decision",
      width: "12.25rem",
      cell: (row) =>
        row.decision ? (
          <span className={classes.decision}>
            <StateLabel state={outcomeState[row.decision]}>{outcomeDone[row.decision]}</StateLabel>
          </span>
        ) : (
          <Nothing />
        ),
      sortBy: (row) => row.decided_on,
      canHide: true,
      hidden: true,
    },
    {
      id: "evidence_until",
      header: "Evidence until",
      width: "8.25rem",
      align: "right",
      cell: (row) => (row.evidence_until ? <Until day={row.evidence_until} today={today} /> : <Nothing />),
      sortBy: (row) => row.evidence_until,
      canHide: true,
    },
    { id: "owner", header: "Owner", width: "7.5rem", cell: (row) => row.owner ?? <Nothing />, sortBy: (row) => row.owner, canHide: true },
    { id: "documents", header: "Documents", width: "5.25rem", align: "right", cell: (row) => (row.documents === 0 ? <Nothing /> : row.documents), sortBy: (row) => row.documents, canHide: true, hidden: true },
    { id: "exceptions", header: "Open exceptions", width: "7rem", align: "right", cell: (row) => (row.open_exceptions === 0 ? <Nothing /> : row.open_exceptions), sortBy: (row) => row.open_exceptions, canHide: true },
    { id: "tags", header: "Tags", width: "9rem", cell: (row) => (row.tags.length === 0 ? <Nothing /> : row.tags.join(", ")), sortBy: (row) => row.tags[0] ?? null, canHide: true, hidden: true },
    { id: "next_review", header: "Next review", width: "7.5rem", align: "right", cell: (row) => (row.next_review ? formatDay(row.next_review) : <Nothing />), sortBy: (row) => row.next_review, canHide: true, hidden: true },
  ];
}

/** The stage, and under it what is the matter with it: at risk, a decision that is stale. */
function Stage({ row, stale }: { row: VendorRow; stale: StaleDecision | undefined }) {
  const reasons = row.at_risk.map(({ what }) => what);
  const risky = reasons.length > 0;
  // Of a vendor that is simply in use being at risk is where it stands.
  const instead = risky && (row.stage === "active" || row.stage === "review_due");
  return (
    <span className={classes.stage}>
      <span title={instead ? reasons.join("\n") : undefined}>
        <StageBadge stage={instead ? "at_risk" : row.stage} />
      </span>
      {risky && !instead ? (
        <span title={[...reasons, ...(stale?.stale.map(staleText) ?? [])].join("\n")}>
          <StateLabel state="fail">{stale ? "At risk, decision stale" : "At risk"}</StateLabel>
        </span>
      ) : (
        stale && (
          <span title={stale.stale.map(staleText).join("\n")}>
            <StateLabel state="warn">Decision stale</StateLabel>
          </span>
        )
      )}
    </span>
  );
}

function Nothing() {
  return <span className={classes.nothing}>–</span>;
}

function Until({ day, today }: { day: string; today: string }) {
  return day < today ? <StateLabel state="fail">{formatDay(day)}</StateLabel> : formatDay(day);
}
