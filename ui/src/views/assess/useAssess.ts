import { useEffect, useMemo, useRef, useState } from "react";
import { useRead, useWrite } from "../../api";
import { isBlank, neighbour, nextOpen, openingAnswer, suggestedAnswer } from "../../assessment/answers";
import type { AnswerInput, QuestionView, ReviewView, RuleOutcomeName } from "../../contract/generated";
import { linesOf, marksOfFacts } from "../../fact/lines";
import { marksOfList } from "./evidence";

/** Where the page pane stands. */
export interface Place {
  document: string | null;
  page: number;
  mark: string | null;
}

const keepAfter = 350;

/** Where a reviewer stands in a review, and what they do. Every keystroke is kept. */
export function useAssess(view: ReviewView, wanted: string | undefined, may: boolean) {
  const { questions, open } = view;
  const review = view.row.id;
  const conclusion = "Z1";
  const [focus, setFocus] = useState<string>(() => questions.find(({ id }) => id === wanted)?.id ?? open[0] ?? questions[0]?.id ?? conclusion);
  const question = questions.find(({ id }) => id === focus);
  const main = view.documents.find((document) => document.main) ?? view.documents[0] ?? null;
  const editable = may && view.row.state === "open";

  // What is typed stands here until the question is left; the answer that comes back never overwrites the keyboard.
  const [typed, setTyped] = useState<{ id: string; answer: AnswerInput } | null>(null);
  const keep = useWrite("review_answer");
  const [unsent, setUnsent] = useState(false);
  const waiting = useRef<{ timer: number; send: () => void } | null>(null);
  const flush = (): void => {
    if (!waiting.current) return;
    window.clearTimeout(waiting.current.timer);
    const { send } = waiting.current;
    waiting.current = null;
    setUnsent(false);
    send();
  };
  const leaving = useRef(flush);
  useEffect(() => {
    leaving.current = flush;
  });
  useEffect(() => () => leaving.current(), []);

  const answer = question && (typed?.id === question.id ? typed.answer : openingAnswer(question));
  const write = (of: QuestionView, next: AnswerInput, at: "now" | "soon", then?: () => void): void => {
    setTyped({ id: of.id, answer: next });
    if (waiting.current) window.clearTimeout(waiting.current.timer);
    waiting.current = null;
    const send = (): void => keep.mutate({ review, question: of.id, answer: isBlank(next) ? null : next }, { onSuccess: () => then?.() });
    if (at === "now") send();
    setUnsent(at === "soon");
    if (at === "soon") waiting.current = { timer: window.setTimeout(() => flush(), keepAfter), send };
  };

  const shown = useRead("document", { document: main?.document ?? "" }, { enabled: main !== null });
  const lists = useRead("document_lists", { document: main?.document ?? "" }, { enabled: main !== null && (question?.list ?? null) !== null });
  const lines = useMemo(() => (shown.data ? linesOf(shown.data.facts, shown.data.contradictions).filter(({ key }) => question?.facts.includes(key)) : []), [shown.data, question]);
  const entries = useMemo(() => (question?.list && lists.data ? marksOfList(lists.data, question.list) : []), [lists.data, question]);
  const marks = useMemo(() => {
    const facts = shown.data ? marksOfFacts(shown.data.facts, shown.data.contradictions) : [];
    return [...facts, ...entries.flatMap((entry) => entry.marks)];
  }, [shown.data, entries]);
  /** The places that the question points to, in order: facts first, then entries of lists, then pages of the suggestion. */
  const places = useMemo((): Place[] => {
    const document = main?.document ?? null;
    const ofFacts = lines.flatMap((line) => line.citations.map(({ mark, citation }) => ({ document, page: citation.page, mark })));
    const ofLists = entries.flatMap((entry) => entry.marks.slice(0, 1).map((mark) => ({ document, page: mark.page, mark: mark.id })));
    const pages = (question?.citations ?? []).map((cited) => ({ document: cited.document, page: cited.page, mark: null }));
    const known = [...ofFacts, ...ofLists];
    return [...known, ...pages.filter((page) => !known.some((other) => other.document === page.document && other.page === page.page))];
  }, [lines, entries, question, main]);

  const [chosen, setChosen] = useState<{ id: string; place: Place } | null>(null);
  const [rest, setRest] = useState<Place>({ document: main?.document ?? null, page: 1, mark: null });
  const place = chosen?.id === focus ? chosen.place : (places[0] ?? rest);
  const show = (next: Place): void => {
    setChosen({ id: focus, place: next });
    setRest(next);
  };

  const goTo = (id: string): void => {
    flush();
    setTyped(null);
    setRest(place);
    setFocus(id);
  };
  const goOn = (): void => {
    if (!question) return;
    flush();
    goTo(nextOpen(questions, question.id, open.filter((id) => id !== question.id)) ?? (open.some((id) => id !== question.id) ? neighbour(questions, question.id, 1) : conclusion));
  };

  return {
    conclusion, question, answer, editable, places, place, marks, lines, entries, show, goTo, goOn,
    document: shown.data ?? null,
    focus,
    saving: keep.isPending || unsent,
    failed: keep.isError,
    walk: (step: 1 | -1) => goTo(neighbour(questions, focus, step)),
    change: (part: Partial<AnswerInput>) => question && answer && write(question, { ...answer, ...part }, "soon"),
    judge: (result: RuleOutcomeName) => question && answer && question.applies && write(question, { ...answer, result, value: answer.value === "" && question.suggested !== null && result === question.suggested_result ? question.suggested : answer.value }, "now"),
    /** Takes the suggestion and goes on; an answered question only goes on. */
    accept: () => {
      if (!question || !answer) return;
      const suggestion = question.answer?.done || (answer.value !== "" && answer.result !== null) ? null : suggestedAnswer(question, answer.note);
      if (suggestion && question.applies) write(question, suggestion, "now", goOn);
      else goOn();
    },
    turnPlace: (step: 1 | -1) => {
      const at = places.findIndex((other) => other.mark === place.mark && other.page === place.page);
      const next = places[(at + step + places.length) % Math.max(1, places.length)];
      if (next) show(next);
    },
    turnPage: (step: 1 | -1) => {
      const pages = view.documents.find(({ document }) => document === place.document)?.pages ?? 1;
      show({ ...place, mark: null, page: Math.min(pages, Math.max(1, place.page + step)) });
    },
  };
}

export type Assess = ReturnType<typeof useAssess>;
