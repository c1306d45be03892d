import type { ResponseView } from "../contract/generated";
import classes from "./finding.module.css";
import { responsePoints } from "./words";

/** How credible a response is: a dot for each of its four points. */
export function ResponseDots({ response }: { response: ResponseView }) {
  const given = responsePoints.filter(([point]) => response[point]).length;
  return (
    <span className={classes.dots} role="img" aria-label={`Response: ${given} of 4 points`} title={responsePoints.map(([point, words]) => `${response[point] ? "✓" : "–"} ${words}`).join("\n")}>
      {responsePoints.map(([point], at) => (
        <i key={point} data-on={at < given || undefined} />
      ))}
    </span>
  );
}
