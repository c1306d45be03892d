import { Tooltip } from "@mantine/core";
import { Link, type LinkProps } from "@tanstack/react-router";
import { useRead, useWorkspace } from "../../api";
import { ActorMenu } from "../../people/ActorMenu";
import { Icon, type IconName } from "../../shared";
import { count } from "../../shared/format/numbers";
import classes from "./Frame.module.css";

interface Item {
  to: LinkProps["to"];
  icon: IconName;
  label: string;
  /** How many there are. */
  number?: number;
  /** What is counted, for screen readers: "3 waiting". */
  counted?: string;
  /** Whether the number asks for something. */
  hot?: boolean;
}

function NavItem({ to, icon, label, number, counted, hot, railed }: Item & { railed: boolean }) {
  return (
    <Tooltip label={label} position="right" disabled={!railed}>
      <Link to={to} activeOptions={{ exact: to === "/" }} className={classes.link} aria-label={counted ? `${label}, ${counted}` : label}>
        <Icon name={icon} />
        <span className={classes.text}>{label}</span>
        {number !== undefined && <span className={hot && number > 0 ? `${classes.count} ${classes.hot}` : classes.count}>{number}</span>}
      </Link>
    </Tooltip>
  );
}

/** The screens there are, and who acts. */
export function Navigation({ railed }: { railed: boolean }) {
  const { organisation, label, waiting, vendors } = useWorkspace();
  const findings = useRead("findings_open", {}).data;
  return (
    <nav className={classes.nav} aria-label="Main">
      <div className={classes.workspace} title={`${organisation}, ${label}`}>
        <Icon name="brand" className={classes.brand} />
        <b>{organisation}</b>
      </div>
      <NavItem to="/" icon="contents" label="Today" railed={railed} />
      <NavItem to="/inbox" icon="inbox" label="Inbox" number={waiting} counted={`${waiting} waiting`} hot railed={railed} />
      <NavItem to="/vendors" icon="vendors" label="Vendors" number={vendors} counted={count(vendors, "vendor")} railed={railed} />
      <NavItem to="/exceptions" icon="diamond" label="Exceptions" railed={railed} {...(findings ? { number: findings.open, counted: `${findings.open} open${findings.overdue > 0 ? `, ${findings.overdue} past the date` : ""}`, hot: findings.overdue > 0 } : {})} />
      <NavItem to="/cuecs" icon="check" label="CUECs" railed={railed} />
      <NavItem to="/fourth-parties" icon="people" label="Fourth parties" railed={railed} />
      <NavItem to="/calendar" icon="calendar" label="Calendar" railed={railed} />
      <NavItem to="/insights" icon="insights" label="Insights" railed={railed} />
      <NavItem to="/policy" icon="review" label="Policy" railed={railed} />
      <p className={classes.group}>Record</p>
      <NavItem to="/packets" icon="packet" label="Packets" railed={railed} />
      <NavItem to="/history" icon="history" label="History" railed={railed} />
      <div className={classes.foot}>
        <NavItem to="/settings" icon="settings" label="Settings" railed={railed} />
        <ActorMenu className={`${classes.link} ${classes.me}`} avatarClassName={classes.avatar} textClassName={classes.text} />
      </div>
    </nav>
  );
}
