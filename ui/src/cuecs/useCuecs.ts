import { useState } from "react";
import { useWrite } from "../api";
import type { AppliesName, CuecBook, CuecRow } from "../contract/generated";
import { showDone } from "../shared";
import { inputOf } from "./words";

/** The row in focus and what can be done with it. */
export interface Cuecs {
  readonly at: number;
  readonly focus: (at: number) => void;
  readonly editing: { readonly row: CuecRow; readonly applies?: AppliesName } | null;
  readonly edit: (row: CuecRow) => void;
  readonly close: () => void;
  /** Says whether it applies; what does not wholly apply needs a reason, so the editor opens. */
  readonly apply: (row: CuecRow, applies: AppliesName) => void;
  /** Confirms what was carried over. */
  readonly confirm: (row: CuecRow) => void;
  readonly busy: boolean;
}

/** `entry` names the row at which it begins. */
export function useCuecs(book: CuecBook, entry?: string): Cuecs {
  const [at, setAt] = useState(() => Math.max(0, book.rows.findIndex((row) => row.entry === entry)));
  const [editing, setEditing] = useState<Cuecs["editing"]>(null);
  const save = useWrite("cuec_save");
  const confirm = useWrite("cuecs_confirm");
  const { vendor } = book;
  const report = book.report?.document ?? null;
  const say = (row: CuecRow, side: Parameters<typeof save.mutate>[0]["side"], done: string): void => {
    const earlier = row.side ? inputOf(row) : null;
    save.mutateAsync({ vendor, report, entry: row.entry, side }).then(() => showDone(done, () => save.mutate({ vendor, report, entry: row.entry, side: earlier })), () => undefined);
  };
  return {
    at: Math.min(at, Math.max(0, book.rows.length - 1)),
    focus: setAt,
    editing,
    edit: (row) => setEditing({ row }),
    close: () => setEditing(null),
    apply: (row, applies) => {
      if (!book.may_answer || row.side?.applies === applies) return;
      if (applies === "yes") say(row, { ...inputOf(row), applies }, `No. ${row.number} applies to us`);
      else setEditing({ row, applies });
    },
    confirm: (row) => {
      if (!book.may_answer) return;
      confirm.mutateAsync({ vendor, report, entries: [row.entry] }).then(() => showDone(`No. ${row.number} confirmed as before`, () => save.mutate({ vendor, report, entry: row.entry, side: null })), () => undefined);
    },
    busy: save.isPending || confirm.isPending,
  };
}
