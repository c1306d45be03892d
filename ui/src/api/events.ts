import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Event, Inbox, JobView } from "../contract/generated";
import { usePlatform } from "./PlatformContext";
import { showNotice } from "../shared";
import { leftOutText } from "./left-out-text";
import { everyTag, makeStale, queryKey } from "./tags";

/** Puts a file's progress into the inbox that is shown: asking again for every page read would be wasteful. */
function noteJob(client: QueryClient, job: JobView) {
  client.setQueryData<Inbox>(queryKey("inbox", {}), (inbox) => {
    if (!inbox) return inbox;
    const known = inbox.jobs.some(({ job: id }) => id === job.job);
    return { ...inbox, jobs: known ? inbox.jobs.map((other) => (other.job === job.job ? job : other)) : [...inbox.jobs, job] };
  });
}

/** Lets what the application says unasked reach the screens. Gives the number of files hanging over the window. */
export function useApplicationEvents(): number {
  const platform = usePlatform();
  const client = useQueryClient();
  const [dragged, setDragged] = useState(0);

  useEffect(() => {
    const hear = (event: Event) => {
      switch (event.event) {
        case "job":
          noteJob(client, event.job);
          break;
        case "stale":
          void makeStale(client, event.tags);
          break;
        case "left_out":
          showNotice({ state: "warn", ...leftOutText(event) });
          break;
        case "drag":
          setDragged(event.files);
          break;
      }
    };
    return platform.onEvent(hear);
  }, [platform, client]);

  return dragged;
}

/** Fetches everything again when the day changes: ages and due dates are counted from today. */
export function useNewDay() {
  const client = useQueryClient();
  useEffect(() => {
    let day = new Date().toDateString();
    const look = () => {
      const now = new Date().toDateString();
      if (now === day) return;
      day = now;
      void makeStale(client, everyTag);
    };
    const timer = window.setInterval(look, 60_000);
    window.addEventListener("focus", look);
    return () => {
      window.clearInterval(timer);
      window.removeEventListener("focus", look);
    };
  }, [client]);
}
