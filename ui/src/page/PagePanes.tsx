import { SegmentedControl } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { RegionBoundary } from "../shared";
import classes from "./PagePanes.module.css";

/** Which part a narrow window shows, and the way of the keyboard between both. */
export interface Panes {
  /** Both, once they are on the screen. */
  readonly root: HTMLElement | null;
  readonly attach: (root: HTMLElement | null) => void;
  readonly shown: "page" | "beside";
  readonly show: (pane: "page" | "beside") => void;
  /** Moves the keyboard to the other pane. */
  readonly other: () => void;
}

/** Panes that start with what stands beside the page. */
export function usePanes(): Panes {
  const [root, attach] = useState<HTMLElement | null>(null);
  const [shown, show] = useState<"page" | "beside">("beside");
  const other = (): void => {
    const parts = [...(root?.querySelectorAll<HTMLElement>("[data-part]") ?? [])];
    const here = parts.findIndex((part) => part.contains(document.activeElement));
    parts[here === 1 ? 0 : 1]?.querySelector<HTMLElement>("[data-rest], [aria-current]")?.focus();
  };
  return { root, attach, shown, show, other };
}

interface Props {
  panes: Panes;
  page: ReactNode;
  /** What, when it changes, gives a page that could not be shown another try. */
  resetOn: unknown;
  /** What stands beside the page, in a word, where a narrow window shows one of both. */
  label: string;
  /** What the part beside the page is called for who hears it. */
  name: string;
  /** Sets `--panes`, the columns of both. */
  className?: string | undefined;
  children: ReactNode;
}

/** A document's page on one side and what is said or asked of it on the other; a narrow window shows one of both. */
export function PagePanes({ panes: { attach, shown, show }, page, resetOn, label, name, className, children }: Props) {
  return (
    <div ref={attach} className={`${classes.panes} ${className ?? ""}`} data-pane={shown}>
      <SegmentedControl
        className={classes.choose}
        aria-label="Shown part"
        size="xs"
        value={shown}
        onChange={(value) => show(value === "page" ? "page" : "beside")}
        data={[
          { value: "page", label: "Page" },
          { value: "beside", label },
        ]}
      />
      <div className={classes.page} data-part="page">
        <RegionBoundary what="the page" resetOn={resetOn}>
          {page}
        </RegionBoundary>
      </div>
      <section className={classes.beside} data-part="beside" aria-label={name}>
        {children}
      </section>
    </div>
  );
}
