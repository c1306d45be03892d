import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { VerdictMark } from "../../acceptance/VerdictMark";
import { stateLabel } from "../../assessment/words";
import type { ReviewRow } from "../../contract/generated";
import { dayOf, EmptyState, formatDay, formatMoment } from "../../shared";
import classes from "./VendorReviews.module.css";

/** The guided reviews of a vendor, the latest first. */
export function VendorReviews({ reviews, onReview }: { reviews: readonly ReviewRow[]; onReview: (() => void) | undefined }) {
  if (reviews.length === 0) {
    return (
      <EmptyState icon="review" title="Not reviewed yet" action={<Button disabled={!onReview} onClick={onReview}>Start review</Button>}>
        A review walks through what the report says, with the page beside each question and an answer suggested where one can be. It is signed, read again where much depends on the vendor, and then never changes.
      </EmptyState>
    );
  }
  return (
    <table className={classes.reviews}>
      <thead>
        <tr>
          <th>Review</th>
          <th>State</th>
          <th>Verdict</th>
          <th>Reviewer</th>
          <th>Second reader</th>
          <th>Started</th>
        </tr>
      </thead>
      <tbody>
        {reviews.map((row) => (
          <tr key={row.id}>
            <td>
              <Link to="/reviews/$review" params={{ review: row.id }}>{`Review ${row.number}`}</Link>
              {row.corrects !== null && <em>{`corrects review ${row.corrects}: ${row.reason ?? ""}`}</em>}
            </td>
            <td>
              {stateLabel[row.state]}
              {row.finished_at && <em title={row.frozen_sha256 ? `SHA-256 ${row.frozen_sha256}` : undefined}>{formatMoment(row.finished_at)}</em>}
            </td>
            <td>{row.verdict ? <VerdictMark verdict={row.verdict} /> : "–"}</td>
            <td>{row.signed?.name ?? "–"}</td>
            <td>{row.second_read?.name ?? "–"}</td>
            <td>
              {formatDay(dayOf(row.started_at))}
              <em>{row.started_by}</em>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
