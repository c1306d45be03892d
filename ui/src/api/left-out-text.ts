import type { Event } from "../contract/generated";
import { count } from "../shared";

/** Says what was not taken of the folders that were dropped or chosen, and what to do. */
export function leftOutText({ taken, files, folders, links }: Extract<Event, { event: "left_out" }>): { title: string; text: string } {
  const notEntered = folders > 0 ? `${count(folders, "folder")} could not be read or lay too deep.` : "";
  const notFollowed = links > 0 ? `${count(links, "link or unreadable entry", "links or unreadable entries")} in folders not followed.` : "";
  const rest = [notEntered, notFollowed].filter(Boolean).join(" ");
  if (files > 0) {
    return {
      title: `${count(files, "file")} left out`,
      text: `${count(taken, "file")} are read, which is as many as are taken at once. Drop the others folder by folder when these are done. ${rest}`.trim(),
    };
  }
  const title = folders > 0 ? `${count(folders, "folder")} not looked into` : `${count(links, "entry", "entries")} not looked at`;
  return { title, text: `${rest} Drop by themselves what is meant.` };
}
