import classes from "./people.module.css";

/** The first letters of the first and the last word of a name. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => [...(word ?? "")][0]?.toUpperCase() ?? "").join("");
}

/** A person's initials in a circle; silent, the name stands beside it. */
export function Avatar({ name, className }: { name: string; className?: string | undefined }) {
  return <span className={className ?? classes.avatar} aria-hidden="true">{initials(name)}</span>;
}
