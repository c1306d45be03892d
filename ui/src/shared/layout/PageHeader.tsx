import type { ReactNode } from "react";
import classes from "./layout.module.css";

interface Props {
  title: ReactNode;
  /** One line under the title. */
  sub?: ReactNode;
  /** Beside the title: a badge, a second name. */
  beside?: ReactNode;
  /** Buttons at the right. */
  actions?: ReactNode;
}

/** A screen's title with its actions. */
export function PageHeader({ title, sub, beside, actions }: Props) {
  return (
    <header className={classes.head}>
      <div className={classes.titles}>
        <div className={classes.titleRow}>
          <h1>{title}</h1>
          {beside}
        </div>
        {sub && <p className={classes.sub}>{sub}</p>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}

/** A section's title with what is counted, and an action at the right. */
export function SectionTitle({ children, count, action }: { children: ReactNode; count?: ReactNode; action?: ReactNode }) {
  return (
    <div className={classes.section}>
      <h2>{children}</h2>
      {count !== undefined && <span className={classes.count}>{count}</span>}
      {action && <span className={classes.sectionAction}>{action}</span>}
    </div>
  );
}

/** A screen that scrolls, with the usual margins; `narrow` for forms and reading. */
export function Page({ children, narrow = false }: { children: ReactNode; narrow?: boolean }) {
  return <div className={narrow ? `${classes.page} ${classes.narrow}` : classes.page}>{children}</div>;
}

/** Names with their values. */
export function Definitions({ items, label = "8rem" }: { items: [name: ReactNode, value: ReactNode][]; label?: string }) {
  return (
    <dl className={classes.definitions} style={{ gridTemplateColumns: `${label} minmax(0, 1fr)` }}>
      {items.map(([name, value], at) => (
        // The order of the names is fixed where they are written.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={at} className={classes.definition}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
