import { useState } from "react";
import { announceFailure, usePlatform } from "../api";
import type { CitationView, CiteFrom, Failure } from "../contract/generated";
import { type PageMark, markId } from "./marks";

/** A place that was marked, with what the application says stands there. */
export interface CitedPlace {
  readonly from: CiteFrom;
  readonly cited: CitationView;
}

/** The places that a person marks on pages while they enter something. */
export function useCiting(document: string) {
  const platform = usePlatform();
  const [active, setActive] = useState(false);
  const [tool, setTool] = useState<"words" | "area">("words");
  const [places, setPlaces] = useState<readonly CitedPlace[]>([]);
  return {
    active,
    tool,
    setTool,
    places,
    begin: () => {
      setPlaces([]);
      setActive(true);
    },
    end: () => {
      setPlaces([]);
      setActive(false);
    },
    remove: (index: number) => setPlaces((before) => before.filter((_, at) => at !== index)),
    add: (from: CiteFrom): void => {
      platform
        .call("words_at", { document, from })
        .then((cited) => setPlaces((before) => (before.some((place) => place.cited.page === cited.page && place.cited.quote === cited.quote) ? before : [...before, { from, cited }])))
        .catch((failure: unknown) => announceFailure(failure as Failure));
    },
    /** What is marked so far, to be shown on the page. */
    marks: places.map(({ cited }, index): PageMark => ({ id: markId("citing", index), page: cited.page, rects: cited.rects, label: "marked now", checked: false, now: true })),
    from: places.map((place) => place.from),
    words: places.map((place) => place.cited.quote).join(" "),
  };
}

export type Citing = ReturnType<typeof useCiting>;
