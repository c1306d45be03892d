import type { InsightGroup } from "../contract/generated";
import { formatNumber } from "../shared";
import classes from "./charts.module.css";

interface Props {
  title: string;
  groups: readonly InsightGroup[];
}

/** Bars that divide again: each part a shade, from light to dark in the order of the parts, with a gap between them, so that it reads in grey. */
export function Stacked({ title, groups }: Props) {
  const most = Math.max(1, ...groups.map(({ count }) => count));
  const labels = groups[0]?.parts.map(({ label }) => label) ?? [];
  return (
    <>
      <table className={classes.bars}>
        <caption className={classes.unseen}>{title}</caption>
        <thead className={classes.unseen}>
          <tr>
            <th scope="col">Part</th>
            {labels.map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
            <th scope="col">together</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ label, count, parts }) => {
            let from = 0;
            return (
              <tr key={label}>
                <th scope="row">{label}</th>
                {parts.map((part) => (
                  <td key={part.label} className={classes.unseen}>
                    {part.count}
                  </td>
                ))}
                <td className={classes.track} aria-hidden="true">
                  <svg preserveAspectRatio="none" viewBox="0 0 100 10" className={classes.bar}>
                    {parts.map((part, shade) => {
                      const width = (part.count * 100) / most;
                      const left = from;
                      from += width;
                      return part.count === 0 ? null : <rect key={part.label} data-shade={shade} className={classes.shade} x={left} width={Math.max(0.5, width - 0.6)} height="10" />;
                    })}
                  </svg>
                </td>
                <td className={classes.number}>{formatNumber(count)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={classes.legend} aria-hidden="true">
        {labels.map((label, shade) => (
          <span key={label}>
            <i data-shade={shade} className={classes.shade} />
            {label}
          </span>
        ))}
      </p>
    </>
  );
}
