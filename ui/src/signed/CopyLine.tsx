import { Link } from "@tanstack/react-router";
import type { CopyNews } from "../contract/generated";
import { copyPagesText, foreignText, laterText } from "./words";

/** What a drop of a signed copy answers: which pages came, whether it still holds, what to do next. */
export function CopyLine({ document, copy, link }: { document: string; copy: CopyNews; link: string | undefined }) {
  const later = laterText(copy);
  return (
    <>
      {`${copy.vendor_name}: ${copyPagesText(copy.pages)}. ${copy.pages.foreign.map((page) => `${foreignText(page)} `).join("")}${later ? `${later} ` : ""}`}
      <Link to="/vendors/$vendor" params={{ vendor: copy.vendor }} search={{ tab: "decisions" } as never} className={link}>
        Confirm who signed
      </Link>
      {" or "}
      <Link to="/documents/$document" params={{ document }} className={link}>
        look at it
      </Link>
    </>
  );
}
