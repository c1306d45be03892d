import { useState } from "react";
import { fieldError, useMay, useWrite } from "../../api";
import type { DocumentView, FactValue, FactView, VerdictInput } from "../../contract/generated";
import { placesOf } from "../../fact/places";
import { firstFact, neighbour, nextOpen, openStated, turnCitation } from "../../fact/walk";
import { toldQuestion } from "../../fact/words";
import type { Citing } from "../../page/useCiting";
import { count, showDone } from "../../shared";
import { citationOf, type Place, placeOf } from "./place";

/** What the lower part of the facts pane is for. */
export type Mode = "look" | "correct" | "reject";

/** Where a reader stands in a document, and what they do about its facts. */
export function useReview(view: DocumentView, wantedPage: number | undefined, citing: Citing) {
  const { facts } = view;
  const document = view.row.id;
  const find = (key: string | null): FactView | undefined => facts.find((fact) => fact.key === key);
  const start = (): Place => (wantedPage ? { page: wantedPage, mark: null } : placeOf(find(firstFact(facts)), 0, { page: 1, mark: null }));

  const [focus, setFocus] = useState<string | null>(() => firstFact(facts));
  const [place, setPlace] = useState<Place>(start);
  const [mode, setModeOnly] = useState<Mode>("look");
  const setMode = (next: Mode): void => {
    if (next === "correct") citing.begin();
    else citing.end();
    setModeOnly(next);
  };
  const [last, setLast] = useState<string | null>(null);
  // Another hit of the search in the same document only changes the address.
  const [seen, setSeen] = useState(wantedPage);
  if (seen !== wantedPage) {
    setSeen(wantedPage);
    if (wantedPage) setPlace({ page: wantedPage, mark: null });
  }

  const judge = useWrite("fact_judge", { handles: (failure) => failure.code === "invalid" });
  const confirmAll = useWrite("facts_confirm");
  const mayJudge = useMay("judge_facts");
  const fact = find(focus);

  const focusOn = (key: string | null): void => {
    judge.reset();
    setMode("look");
    setFocus(key);
    setPlace((now) => placeOf(find(key), 0, now));
  };
  const say = (key: string, verdict: VerdictInput, reason: string | null, then?: () => void): void => {
    judge.mutate(
      { document, key, verdict, cite: citing.from, reason },
      {
        onSuccess: () => {
          setLast(verdict.verdict === "withdraw" ? null : key);
          setMode("look");
          then?.();
        },
      },
    );
  };
  const goOn = (key: string): void => {
    const next = nextOpen(facts, key);
    if (next) focusOn(next);
  };

  return {
    document,
    fact,
    focus,
    place,
    mode,
    mayJudge,
    busy: judge.isPending || confirmAll.isPending,
    citation: fact ? citationOf(fact, place.mark) : 0,
    error: fieldError(judge.error, "value"),
    reasonError: fieldError(judge.error, "reason"),
    setMode,
    focusOn,
    show: setPlace,
    showPage: (page: number) => setPlace({ page, mark: null }),
    showCitation: (index: number) => setPlace((now) => placeOf(fact, index, now)),
    turnCitation: (step: 1 | -1) => fact && setPlace((now) => placeOf(fact, turnCitation(placesOf(fact).length, citationOf(fact, now.mark), step), now)),
    walk: (step: 1 | -1) => focusOn(neighbour(facts, focus, step)),
    /** Confirms the fact in focus and goes on to the next open one; what is judged already only goes on. */
    confirm: () => {
      if (!fact) return;
      // What only a person can tell is answered, not confirmed.
      if (fact.standing.standing === "open" && fact.value === null && toldQuestion(fact.key)) setMode("correct");
      else if (fact.standing.standing === "open") say(fact.key, { verdict: "confirm" }, null, () => goOn(fact.key));
      else goOn(fact.key);
    },
    correct: (value: FactValue, reason: string | null) => fact && say(fact.key, { verdict: "correct", value }, reason, () => goOn(fact.key)),
    reject: (reason: string | null) => fact && say(fact.key, { verdict: "reject" }, reason, () => goOn(fact.key)),
    keep: (of: FactView) => say(of.key, { verdict: "keep" }, null),
    take: (of: FactView) => say(of.key, { verdict: "confirm" }, null),
    withdraw: () => fact && fact.standing.standing !== "open" && say(fact.key, { verdict: "withdraw" }, null),
    undoLast: () => {
      if (!last) return;
      focusOn(last);
      say(last, { verdict: "withdraw" }, null);
    },
    confirmAll: () => {
      const open = openStated(facts).map((each) => each.key);
      const takeBack = async (): Promise<void> => {
        for (const key of open) {
          // One after the other: each answer is the document after it.
          // oxlint-disable-next-line no-await-in-loop
          await judge.mutateAsync({ document, key, verdict: { verdict: "withdraw" }, cite: [], reason: null });
        }
      };
      confirmAll.mutate({ document }, { onSuccess: () => showDone(`${count(open.length, "stated fact")} confirmed`, () => void takeBack().catch(() => undefined)) });
    },
  };
}

export type Review = ReturnType<typeof useReview>;
