import classes from "./region.module.css";

/** Says quietly that an answer is on its way; shows only after a moment, so that quick answers do not flicker. */
export function Loading({ what }: { what: string }) {
  return (
    <div className={classes.loading} role="status" aria-label={`${what}: loading`}>
      <span /><span /><span />
    </div>
  );
}
