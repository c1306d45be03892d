import { createContext, type ReactNode, use, useEffect, useMemo, useState } from "react";

export interface Crumb {
  label: string;
  /** The screen's path, "/vendors"; the last crumb has none. */
  to?: string;
}

const Shown = createContext<readonly Crumb[]>([]);
const Show = createContext<(crumbs: readonly Crumb[]) => void>(() => undefined);

/** Keeps where we are for the top bar and the window's title. */
export function CrumbsProvider({ children }: { children: ReactNode }) {
  const [crumbs, setCrumbs] = useState<readonly Crumb[]>([]);
  useEffect(() => {
    document.title = [...crumbs.map(({ label }) => label).toReversed(), "Countersign"].join(" – ");
  }, [crumbs]);
  return (
    <Show value={setCrumbs}>
      <Shown value={crumbs}>{children}</Shown>
    </Show>
  );
}

export function useShownCrumbs(): readonly Crumb[] {
  return use(Shown);
}

/** A screen says where it stands: `useCrumbs({ label: "Vendors", to: "/vendors" }, { label: name })`. */
export function useCrumbs(...crumbs: Crumb[]) {
  const show = use(Show);
  const text = JSON.stringify(crumbs);
  const stable = useMemo(() => JSON.parse(text) as Crumb[], [text]);
  useEffect(() => {
    show(stable);
    return () => show([]);
  }, [show, stable]);
}
