import { useRouterState } from "@tanstack/react-router";
import { useState } from "react";
import { useRead } from "../../api";
import { JobItem } from "../../document/JobItem";
import classes from "./JobsDock.module.css";

/** What becomes of files dropped on another screen than the inbox, which lists them itself: a drop is never silent. */
export function JobsDock() {
  const atInbox = useRouterState({ select: ({ location }) => location.pathname === "/inbox" });
  const jobs = useRead("inbox", {}).data?.jobs;
  // What was there at the start, or whenever the inbox was shown, has been seen.
  const [seen, setSeen] = useState<ReadonlySet<string> | null>(null);
  if (jobs && (seen === null || (atInbox && jobs.some(({ job }) => !seen.has(job))))) setSeen(new Set(jobs.map(({ job }) => job)));

  const shown = atInbox || !seen ? [] : (jobs ?? []).filter(({ job }) => !seen.has(job));
  if (shown.length === 0) return null;
  return (
    <aside className={classes.dock} aria-label="Files on their way in">
      <ul>
        {shown.map((job) => (
          <JobItem key={job.job} job={job} />
        ))}
      </ul>
    </aside>
  );
}
