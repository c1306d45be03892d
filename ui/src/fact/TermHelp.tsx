import { Popover } from "@mantine/core";
import { useRef, useState } from "react";
import { glossary, type TermKey } from "./glossary";
import classes from "./TermHelp.module.css";

/** How long the pointer rests on the mark before it is explained, in milliseconds. */
const REST_MS = 250;

/** The small mark beside a term that explains it: while the pointer rests on it, on a click, and by F1 on what stands beside it. */
export function TermHelp({ term }: { term: TermKey }) {
  const { term: name, text } = glossary[term];
  const [shown, setShown] = useState<"no" | "hover" | "pinned">("no");
  const timer = useRef<number | undefined>(undefined);
  const rest = (then: () => void): void => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(then, REST_MS);
  };
  const pinned = shown === "pinned";
  return (
    <Popover width={320} position="bottom-start" trapFocus={pinned} returnFocus={pinned} opened={shown !== "no"} onChange={(opened) => !opened && setShown("no")}>
      <Popover.Target>
        <button
          type="button"
          className={classes.mark}
          aria-label={`What is it: ${name}`}
          data-term={term}
          onMouseEnter={() => rest(() => setShown((now) => (now === "no" ? "hover" : now)))}
          onMouseLeave={() => rest(() => setShown((now) => (now === "hover" ? "no" : now)))}
          onClick={() => {
            window.clearTimeout(timer.current);
            setShown(pinned ? "no" : "pinned");
          }}
        >
          ?
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.text}>
        <h4>{name}</h4>
        {text.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}
