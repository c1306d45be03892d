import { Button } from "@mantine/core";
import { useRouter } from "@tanstack/react-router";
import { Icon, KeyCaps } from "../../shared";
import { useShownCrumbs } from "../../shared/layout/crumbs";
import classes from "./Frame.module.css";

interface Props {
  onSearch: () => void;
  /** `null` where the person may not add documents now. */
  onAdd: (() => void) | null;
}

/** Where we are, and what can be done from everywhere. */
export function TopBar({ onSearch, onAdd }: Props) {
  const crumbs = useShownCrumbs();
  const router = useRouter();
  return (
    <header className={classes.top}>
      <nav aria-label="Where you are" style={{ minWidth: 0 }}>
        <ol className={classes.crumbs}>
          {crumbs.map(({ label, to }) => (
            <li key={label} aria-current={to ? undefined : "page"}>
              {to ? <a href={router.history.createHref(to)}>{label}</a> : <span>{label}</span>}
              {to && <Icon name="chevron-right" size={12} />}
            </li>
          ))}
        </ol>
      </nav>
      <button type="button" className={classes.find} onClick={onSearch} aria-label="Find anything" aria-keyshortcuts="Control+K">
        <Icon name="search" />
        <span>Find anything</span>
        <span><KeyCaps keys="mod+k" /></span>
      </button>
      <Button className={classes.add} leftSection={<Icon name="upload" />} onClick={onAdd ?? undefined} disabled={!onAdd} aria-label="Add documents">
        <span className={classes.addText}>Add documents</span>
      </Button>
    </header>
  );
}
