import { count, Icon } from "../../shared";
import classes from "./DropOverlay.module.css";

const promises = ["Kind, vendor, period and opinion are filled in for you", "Every fact keeps the page it was read on", "Nothing is filed until you confirm it"];

/** Shown over the window while files hang over it. */
export function DropOverlay({ files, allowed }: { files: number; allowed: boolean }) {
  if (files === 0) return null;
  return (
    <div className={classes.overlay} role="status">
      <div className={allowed ? classes.inner : `${classes.inner} ${classes.refused}`}>
        <div className={classes.stack} aria-hidden="true">
          <span /><span />
          <span><Icon name={allowed ? "page" : "lock"} /></span>
          <b>{files}</b>
        </div>
        {allowed ? (
          <>
            <h2>Let go to read {count(files, "file")}</h2>
            <p>{files === 1 ? "It is" : "They are"} read on this computer and nowhere else.</p>
            <ul>{promises.map((promise) => <li key={promise}><Icon name="check" size={14} />{promise}</li>)}</ul>
          </>
        ) : (
          <>
            <h2>Documents cannot be added now</h2>
            <p>You may only read here, or the workspace cannot be changed. Settings shows who may.</p>
          </>
        )}
      </div>
    </div>
  );
}
