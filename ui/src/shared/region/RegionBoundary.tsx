import { Button } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { StateMark } from "../state/StateMark";
import classes from "./region.module.css";

interface Props {
  /** What the region shows: "the page". */
  what: string;
  children: ReactNode;
  /** Another value gives the region another chance. */
  resetOn?: unknown;
}

/** Catches what breaks while drawing one region, so that the rest of the screen works. */
export class RegionBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidUpdate(before: Props) {
    if (this.state.broken && before.resetOn !== this.props.resetOn) this.setState({ broken: false });
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <div className={classes.broken} role="alert">
        <StateMark state="fail" size="lg" label="" />
        <div>
          <p className={classes.brokenTitle}>This part cannot be shown: {this.props.what}</p>
          <p className={classes.dim}>Nothing was lost. Everything else keeps working.</p>
          <Button size="xs" mt="sm" onClick={() => this.setState({ broken: false })}>Show it again</Button>
        </div>
      </div>
    );
  }
}
