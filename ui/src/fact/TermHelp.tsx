import { Popover } from "@mantine/core";
import { glossary, type TermKey } from "./glossary";
import classes from "./TermHelp.module.css";

/** The small mark beside a term that explains it. */
export function TermHelp({ term }: { term: TermKey }) {
  const { term: name, text } = glossary[term];
  return (
    <Popover width={320} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className={classes.mark} aria-label={`What is it: ${name}`} title="What is this?">
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
