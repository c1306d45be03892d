import { useEffect, useMemo, useState } from "react";
import { failureText, useMay, useRead, useWrite } from "../../api";
import type { EntryFields, EntryView, EntryVerdict } from "../../contract/generated";
import { turnCitation } from "../../fact/walk";
import { type EntryFilter, filtered, noFilter } from "../../lists/filter";
import { entryPlaces, marksOfList } from "../../lists/marks";
import { listWords } from "../../lists/words";
import { markId } from "../../page/marks";
import type { Citing } from "../../page/useCiting";
import { count, showDone } from "../../shared";
import type { Place } from "./place";

/** What the lower part of a list's pane is for. */
export type EntryMode = "look" | "correct" | "add" | "reject";

interface Options {
  document: string;
  /** The list that is shown; `null` while facts are. */
  name: string | null;
  show: (place: Place) => void;
  /** The mark that the page shows strongly now. */
  mark: string | null;
  citing: Citing;
}

/** Where a reader stands in a list of a document, and what they do about its entries. */
export function useEntries({ document, name, show, mark, citing }: Options) {
  const lists = useRead("document_lists", { document }, { enabled: name !== null });
  const list = lists.data?.lists.find((one) => one.list === name);
  const [filter, setFilter] = useState<EntryFilter>(noFilter);
  const [wanted, setWanted] = useState<string | null>(null);
  const [mode, setMode] = useState<EntryMode>("look");
  const [last, setLast] = useState<string | null>(null);
  /** The list that is to begin at its first open entry, as soon as it is there. */
  const [opening, setOpening] = useState<string | null>(null);
  const judge = useWrite("entry_judge", { handles: (failure) => failure.code === "invalid" });
  const confirmMany = useWrite("entries_confirm");
  const withdrawMany = useWrite("entries_withdraw");
  const mayJudge = useMay("judge_facts");

  const entries = useMemo(() => (list ? filtered(list.entries, filter) : []), [list, filter]);
  const marks = useMemo(() => marksOfList(list), [list]);
  const entry = entries.find((one) => one.entry === wanted) ?? entries[0];
  const at = entry ? entries.indexOf(entry) : -1;

  const look = (): void => {
    setMode("look");
    citing.end();
    judge.reset();
  };
  const showPlace = (of: EntryView | undefined, index: number): void => {
    const cited = of && entryPlaces(of)[index];
    if (of && cited) show({ page: cited.page, mark: markId(of.entry, index) });
  };
  const focusOn = (id: string | null): void => {
    look();
    setWanted(id);
    showPlace(list?.entries.find((one) => one.entry === id), 0);
  };
  useEffect(() => {
    if (!list || opening !== list.list) return;
    setOpening(null);
    const first = list.entries.find((one) => one.standing.standing === "open") ?? list.entries[0];
    setWanted(first?.entry ?? null);
    showPlace(first, 0);
    // Only the arrival of a list that was asked for begins it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [list, opening]);
  const goOn = (): void => {
    const next = [...entries.slice(at + 1), ...entries.slice(0, Math.max(0, at))].find((one) => one.standing.standing === "open");
    if (next) focusOn(next.entry);
  };
  const say = (of: EntryView | null, verdict: EntryVerdict, reason: string | null, then?: (named: string | undefined) => void): void => {
    if (name === null) return;
    judge.mutate(
      { document, list: name, entry: of?.entry ?? null, verdict, cite: citing.from, reason },
      {
        onSuccess: ({ entries: judged }) => {
          setLast(verdict.verdict === "withdraw" ? null : (judged[0] ?? null));
          look();
          then?.(judged[0]);
        },
      },
    );
  };
  const place = entry ? Math.max(0, entryPlaces(entry).findIndex((_, index) => markId(entry.entry, index) === mark)) : 0;

  return {
    list,
    entries,
    entry,
    marks,
    filter,
    mode,
    mayJudge,
    loading: lists.isPending,
    failure: lists.error,
    busy: judge.isPending || confirmMany.isPending,
    error: judge.error ? failureText(judge.error).title : undefined,
    /** What is filtered away gives the focus, and the page, to the first that is shown. */
    setFilter: (part: Partial<EntryFilter>) => {
      const next = { ...filter, ...part };
      const shown = list ? filtered(list.entries, next) : [];
      setFilter(next);
      if (!shown.some((one) => one.entry === entry?.entry)) focusOn(shown[0]?.entry ?? null);
    },
    /** Another list begins at its first open entry, with nothing filtered away. */
    open: (next: string) => {
      look();
      setFilter(noFilter);
      setWanted(null);
      setOpening(next);
    },
    focusOn,
    look,
    begin: (next: "correct" | "add" | "reject") => {
      citing.begin();
      setMode(next);
    },
    showPlace: (index: number) => showPlace(entry, index),
    turnPlace: (step: 1 | -1) => entry && showPlace(entry, turnCitation(entryPlaces(entry).length, place, step)),
    walk: (step: 1 | -1) => focusOn(entries[Math.min(entries.length - 1, Math.max(0, at + step))]?.entry ?? null),
    confirm: () => {
      if (!entry) return;
      if (entry.standing.standing === "open") say(entry, { verdict: "confirm" }, null, goOn);
      else goOn();
    },
    correct: (fields: EntryFields, reason: string | null) => entry && say(entry, { verdict: "correct", fields }, reason, goOn),
    add: (fields: EntryFields, reason: string | null) => say(null, { verdict: "add", fields }, reason, (named) => named && setWanted(named)),
    reject: (reason: string | null) => entry && say(entry, { verdict: "reject" }, reason, goOn),
    keep: () => entry && say(entry, { verdict: "keep" }, null),
    take: () => entry && say(entry, { verdict: "confirm" }, null),
    withdraw: () => entry && entry.standing.standing !== "open" && say(entry, { verdict: "withdraw" }, null),
    undoLast: () => {
      const of = list?.entries.find((one) => one.entry === last);
      if (of) say(of, { verdict: "withdraw" }, null);
    },
    /** Confirms every open entry that is shown. */
    confirmShown: () => {
      if (name === null) return;
      const open = entries.filter((one) => one.standing.standing === "open").map((one) => one.entry);
      confirmMany.mutate({ document, list: name, entries: open }, {
        onSuccess: ({ entries: judged }) => showDone(`${count(judged.length, listWords(name).one, listWords(name).many)} confirmed`, () => withdrawMany.mutate({ document, list: name, entries: judged })),
      });
    },
  };
}

export type Entries = ReturnType<typeof useEntries>;
