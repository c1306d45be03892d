import { Button } from "@mantine/core";
import type { Failure } from "../contract/generated";
import { StateMark } from "../shared/state/StateMark";
import { failureText } from "./failure-text";
import classes from "./FailurePanel.module.css";

/** Stands where an answer should stand; the rest of the screen keeps working. */
export function FailurePanel({ failure, onRetry }: { failure: Failure; onRetry?: (() => void) | undefined }) {
  const { title, hint } = failureText(failure);
  return (
    <div className={classes.panel} role="alert">
      <StateMark state="fail" size="lg" label="" />
      <div>
        <p className={classes.title}>{title}</p>
        {hint && <p className={classes.hint}>{hint}</p>}
        {onRetry && (
          <Button size="xs" mt="sm" onClick={onRetry}>
            Try again
          </Button>
        )}
      </div>
    </div>
  );
}
