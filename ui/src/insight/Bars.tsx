import type { InsightGroup } from "../contract/generated";
import { formatNumber } from "../shared";
import classes from "./charts.module.css";

interface Props {
  /** What is shown, for screen readers. */
  title: string;
  groups: readonly InsightGroup[];
}

/** Horizontal bars, one for each part. The chart is a table whose bars are drawn beside the numbers, so that it reads the same without them. */
export function Bars({ title, groups }: Props) {
  const most = Math.max(1, ...groups.map(({ count, of }) => of ?? count));
  return (
    <table className={classes.bars}>
      <caption className={classes.unseen}>{title}</caption>
      <tbody>
        {groups.map(({ label, count, of }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className={classes.track}>
              <svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 10" className={classes.bar}>
                {of !== null && <rect className={classes.whole} width={(of * 100) / most} height="10" />}
                <rect className={classes.part} width={(count * 100) / most} height="10" />
              </svg>
            </td>
            <td className={classes.number}>{of === null ? formatNumber(count) : `${formatNumber(count)} of ${formatNumber(of)}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
