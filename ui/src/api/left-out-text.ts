import { count } from "../shared";

/** Says what was not taken of the folders that were dropped or chosen, and what to do. */
export function leftOutText(taken: number, files: number, folders: number): { title: string; text: string } {
  const notEntered = folders > 0 ? `${count(folders, "folder")} could not be read or lay too deep.` : "";
  if (files === 0) return { title: `${count(folders, "folder")} not looked into`, text: "They could not be read or lay too deep. Drop them by themselves." };
  return {
    title: `${count(files, "file")} left out`,
    text: `${count(taken, "file")} are read, which is as many as are taken at once. Drop the others folder by folder when these are done. ${notEntered}`.trim(),
  };
}
