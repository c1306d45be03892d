import { useCallback } from "react";
import { useKept } from "../kept/useKept";
import type { Column, Sorting } from "./columns";

interface Kept {
  sorting: Sorting | null;
  /** Columns whose visibility a person turned around. */
  turned: string[];
}

/** A table's sorting and columns, kept on this computer under the table's name. */
export function useTableState<Row>(name: string, columns: readonly Column<Row>[]) {
  const [kept, setKept] = useKept<Kept>(`table.${name}`, { sorting: null, turned: [] });
  const isHidden = useCallback(
    (id: string) => (columns.find((column) => column.id === id)?.hidden ?? false) !== kept.turned.includes(id),
    [columns, kept.turned],
  );
  const setSorting = useCallback((sorting: Sorting | null) => setKept((before) => ({ ...before, sorting })), [setKept]);
  const toggleHidden = useCallback(
    (id: string) => setKept((before) => ({ ...before, turned: before.turned.includes(id) ? before.turned.filter((other) => other !== id) : [...before.turned, id] })),
    [setKept],
  );
  return { sorting: kept.sorting, setSorting, isHidden, toggleHidden };
}
