import type { RatingView, SeverityInputsView } from "../contract/generated";
import { formatDay } from "../shared";
import classes from "./finding.module.css";
import { SeverityMark } from "./SeverityMark";
import { exposureWords, impactWords, signed } from "./words";

const bare = (words: string): string => words.slice(words.indexOf("·") + 1).trim();

/** The severity as a sum, term by term with the reason of each. */
export function RatingSum({ rating, inputs }: { rating: RatingView; inputs: Pick<SeverityInputsView, "impact" | "exposure"> }) {
  const parts = [String(rating.base), ...rating.terms.filter(({ points }) => points !== 0).map(({ points }) => `${points > 0 ? "+" : "−"} ${Math.abs(points)}`)];
  return (
    <div className={classes.sum}>
      <div className={classes.base}>
        <div className={classes.factor}>
          <span>
            Impact<small>{bare(impactWords[inputs.impact])}</small>
          </span>
          <b>{rating.impact}</b>
        </div>
        <span className={classes.times}>×</span>
        <div className={classes.factor}>
          <span>
            Exposure<small>{bare(exposureWords[inputs.exposure])}</small>
          </span>
          <b>{rating.exposure}</b>
        </div>
        <span className={classes.times}>=</span>
        <div className={classes.factor}>
          <span>
            Base<small>of 16</small>
          </span>
          <b>{rating.base}</b>
        </div>
      </div>
      <table className={classes.terms} aria-label="How the severity adds up">
        <tbody>
          {rating.terms.map((term) => (
            <tr key={term.term}>
              <th scope="row">{term.title}</th>
              <td>{term.reason}</td>
              <td>{signed(term.points)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">
              <SeverityMark severity={rating.severity} />
            </th>
            <td>{parts.join(" ")}</td>
            <td>{rating.score}</td>
          </tr>
        </tfoot>
      </table>
      <p className={classes.dim}>{`${rating.bounds.length === 0 ? "No floor or ceiling applies." : `${rating.bounds.join(". ")}.`} To be treated by ${formatDay(rating.due)}.`}</p>
    </div>
  );
}
