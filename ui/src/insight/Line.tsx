import { formatDay } from "../shared";
import classes from "./charts.module.css";
import { placed } from "./line";
import type { WayPoint } from "./words";

interface Props {
  title: string;
  points: readonly WayPoint[];
  /** Whether days and values stand beside it; without them it is a small one. */
  large?: boolean;
}

/** The way of a figure over the months. The points stand in a table too: seen where the line is large, else for screen readers. */
export function Line({ title, points, large = false }: Props) {
  const [width, height] = large ? [640, 120] : [120, 32];
  const places = placed(points, width, height);
  const joined = places.filter((place) => place !== null);
  const last = joined.at(-1);
  return (
    <figure className={large ? `${classes.line} ${classes.large}` : classes.line}>
      <svg aria-hidden="true" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio={large ? "none" : undefined}>
        <line className={classes.ground} x1="0" x2={width} y1={height - 1} y2={height - 1} />
        <polyline className={classes.way} points={joined.map(({ x, y }) => `${x},${y}`).join(" ")} />
        {last && <line className={classes.last} x1={last.x} x2={last.x} y1={last.y} y2={last.y} />}
      </svg>
      <table className={large ? classes.points : classes.unseen}>
        <caption className={classes.unseen}>{title}</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            {points.map(({ day }) => (
              <th key={day} scope="col">
                {formatDay(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Figure</th>
            {points.map(({ day, said }) => (
              <td key={day}>{said}</td>
            ))}
          </tr>
        </tbody>
      </table>
    </figure>
  );
}
