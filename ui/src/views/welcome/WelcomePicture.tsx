import { Icon, StateLabel } from "../../shared";
import classes from "./WelcomeView.module.css";

/** Short lines of a drawn page: x, y, width. */
const lines: [y: number, width: number][] = [[62, 152], [74, 146], [86, 152], [98, 98], [176, 152], [188, 140], [200, 152], [212, 64]];
const marked: [y: number, width: number][] = [[124, 152], [135, 152], [146, 104]];

/** Shows in one picture what the program does: a sentence on a page becomes a fact with its page number. */
export function WelcomePicture() {
  return (
    <figure className={classes.figure} role="img" aria-label="A sentence on a report page becomes a fact with its page number">
      <svg className={classes.art} viewBox="0 0 520 300" aria-hidden="true">
        <rect x="18" y="14" width="196" height="254" rx="3" className={classes.paper} />
        <rect x="40" y="38" width="84" height="6" rx="2" className={classes.ink} />
        {lines.map(([y, width]) => <rect key={y} x="40" y={y} width={width} height="4" rx="2" className={classes.line} />)}
        <rect x="36" y="118" width="160" height="38" className={classes.marker} />
        {marked.map(([y, width]) => <rect key={y} x="40" y={y} width={width} height="4" rx="2" className={classes.ink} />)}
        <path d="M40 240c7-15 12-20 16-18 5 3-6 17 0 19 5 2 10-11 16-9" className={classes.signature} />
        <path d="M198 137H262" className={classes.thread} />
        <circle cx="198" cy="137" r="3" className={classes.end} />
        <circle cx="262" cy="137" r="3" className={classes.end} />
      </svg>
      <div className={classes.card} aria-hidden="true">
        <p className={classes.cardName}>Period</p>
        <p className={classes.cardValue}>1 Jan – 31 Dec 2025</p>
        <p className={classes.cardSource}>
          <span className={classes.chip}><Icon name="page" size={12} />p. 5</span>
          <StateLabel state="pass">12 months</StateLabel>
        </p>
      </div>
      <div className={`${classes.card} ${classes.second}`} aria-hidden="true">
        <p className={classes.cardName}>Opinion</p>
        <p className={classes.cardValue}>Unqualified</p>
        <p className={classes.cardSource}>
          <span className={classes.chip}><Icon name="page" size={12} />p. 5</span>
          <StateLabel state="pass">confirmed</StateLabel>
        </p>
      </div>
    </figure>
  );
}
