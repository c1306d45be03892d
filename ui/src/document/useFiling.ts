import { useRef, useState } from "react";
import { useWrite } from "../api";
import type { DocumentView, FilingTarget } from "../contract/generated";
import { openStated } from "../fact/walk";
import { showDone } from "../shared";
import { askedCoverage } from "./CoverageQuestion";
import { mismatchState, mismatchText } from "./mismatch-text";

/** A vendor of the register that has the name under which a new one was to be entered. */
export interface Twin {
  readonly vendor: string;
  readonly name: string;
}

export interface Filing {
  /** Files it; with `confirm` every stated fact that nobody judged is confirmed before. */
  readonly file: (target: FilingTarget, confirm: boolean) => void;
  /** Judges it to be no evidence; tells when that is done. */
  readonly setAside: (done?: () => void) => void;
  readonly takeBack: () => void;
  readonly busy: boolean;
  /** Set when the new vendor is there already: the person chooses. */
  readonly twin: Twin | null;
  readonly forgetTwin: () => void;
}

/** Puts a document where it belongs; each way can be taken back. */
export function useFiling(document: DocumentView): Filing {
  const id = document.row.id;
  const [twin, setTwin] = useState<Twin | null>(null);
  const confirmFacts = useWrite("facts_confirm");
  const fileWrite = useWrite("document_file", { handles: (failure) => failure.code === "vendor_exists" });
  const asideWrite = useWrite("document_set_aside");
  const returnWrite = useWrite("document_return");
  const takeBack = useWrite("inbox_take_back");

  /** What was confirmed on the way, also where the filing itself took a second try: it is taken back with it. */
  const confirmed = useRef<string[]>([]);

  const putWith = (target: FilingTarget): void => {
    fileWrite.mutate(
      { document: id, vendor: target },
      {
        onSuccess: (filed) => {
          const facts = confirmed.current;
          confirmed.current = [];
          setTwin(null);
          const alarm = filed.mismatches.find((mismatch) => mismatchState(mismatch) === "fail");
          const asked = askedCoverage(filed) ? ". Say in the document which of our services it covers" : "";
          const done = `${document.row.file_name} filed with ${filed.vendor_name ?? "its vendor"}${asked}`;
          showDone(alarm ? `${done}. ${mismatchText(alarm, filed.vendor_name ?? "its vendor")}` : done, () => (facts.length > 0 ? takeBack.mutate({ documents: [{ document: id, facts }] }) : returnWrite.mutate({ document: id })));
        },
        onError: (failure) => {
          if (failure.code === "vendor_exists") setTwin({ vendor: failure.vendor, name: failure.name });
        },
      },
    );
  };

  return {
    file: (target, confirm) => {
      const stated = confirm ? openStated(document.facts).map((fact) => fact.key) : [];
      if (stated.length === 0) return putWith(target);
      confirmFacts.mutate(
        { document: id },
        {
          onSuccess: () => {
            confirmed.current = stated;
            putWith(target);
          },
        },
      );
    },
    setAside: (done) =>
      asideWrite.mutate(
        { document: id, reason: null },
        {
          onSuccess: () => {
            showDone(`${document.row.file_name} set aside as no evidence`, () => returnWrite.mutate({ document: id }));
            done?.();
          },
        },
      ),
    takeBack: () => returnWrite.mutate({ document: id }, { onSuccess: () => showDone(`${document.row.file_name} is back in the inbox`) }),
    busy: confirmFacts.isPending || fileWrite.isPending || asideWrite.isPending || returnWrite.isPending,
    twin,
    forgetTwin: () => setTwin(null),
  };
}

/** Where a document most likely belongs: the likeliest vendor, else a new one of the name it gives. */
export function likelyTarget(document: DocumentView): { target: FilingTarget; name: string; isNew: boolean } | null {
  const suggestion = document.suggestions[0];
  if (suggestion) return { target: { target: "existing", vendor: suggestion.vendor }, name: suggestion.name, isNew: false };
  const name = document.row.organization;
  return name ? { target: { target: "new", name }, name, isNew: true } : null;
}
