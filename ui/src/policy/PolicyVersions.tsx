import type { PolicyVersion } from "../contract/generated";
import { count, EmptyState, formatMoment } from "../shared";
import classes from "./Policy.module.css";

/** Every version of the policy, the latest first, with what differs from the one before. */
export function PolicyVersions({ versions }: { versions: readonly PolicyVersion[] }) {
  if (versions.length === 0) {
    return (
      <EmptyState icon="history" title="The standard policy is in force">
        It goes on record as version 1 with the first decision, or when another version is saved.
      </EmptyState>
    );
  }
  return (
    <ol className={classes.versions} aria-label="Versions">
      {versions.map((version) => (
        <li key={version.version}>
          <h3>{`Version ${version.version}`}</h3>
          <p className={classes.dim}>{`${formatMoment(version.saved_at)} by ${version.saved_by}, ${count(version.changes.length, "change")}, hash ${version.sha256.slice(0, 12)}`}</p>
          <p>{version.reason}</p>
          <ul className={classes.lines}>
            {version.changes.map((change) => (
              <li key={change.path}>
                <span>{change.label}</span>
                <span>
                  <s>{change.before}</s> <b>{change.after}</b>
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  );
}
