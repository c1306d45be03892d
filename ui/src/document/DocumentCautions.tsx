import { Link } from "@tanstack/react-router";
import type { DocumentView } from "../contract/generated";
import { clashKey } from "../fact/lines";
import { markId } from "../page/marks";
import { PageChip } from "../page/PageChip";
import { RecognitionNote } from "../recognition/RecognitionNote";
import { StateMark } from "../shared";
import { askedCoverage, CoverageQuestion } from "./CoverageQuestion";
import { readableDates } from "./describe";
import { MismatchCaution } from "./MismatchCaution";
import { relatedText } from "./related-text";
import classes from "./DocumentCautions.module.css";

interface CautionsProps {
  document: DocumentView;
  /** The mark that the page shows strongly now. */
  shown: string | null;
  onShow: (mark: string, page: number) => void;
}

/** What to know before relying on a document: what contradicts itself in it, and what the reader warns of. */
export function DocumentCautions({ document, shown, onShow }: CautionsProps) {
  const { contradictions } = document;
  const pictures = document.unread_pages.length + document.recognised_pages.length > 0;
  // What is done about pages that are pictures is told in one place, with the way to go on.
  const warnings = document.warnings.filter(({ code }) => !(pictures && code === "image_only_pages"));
  const unread = !document.row.has_text && !pictures;
  const { mismatches, related } = document;
  const coverage = askedCoverage(document);
  if (contradictions.length + warnings.length + mismatches.length + related.length === 0 && !unread && !pictures && !coverage) return null;
  return (
    <ul className={classes.cautions} aria-label="Before you rely on it">
      {unread && (
        <li data-state="warn">
          <StateMark state="warn" size="sm" label="Warning" />
          <p>Nothing in this file can be read as text: it is a scan. Ask for the original, or look at the pages and enter what they say.</p>
        </li>
      )}
      {mismatches.map((mismatch) => (
        <MismatchCaution key={mismatch.mismatch} mismatch={mismatch} vendor={document.vendor_name ?? ""} />
      ))}
      {coverage && <CoverageQuestion key={document.row.vendor} document={document} fact={coverage} />}
      {related.map((other) => (
        <li key={other.document} data-state="unknown">
          <StateMark state="unknown" size="sm" label="For information" />
          <p>
            {relatedText(other)} <Link to="/documents/$document" params={{ document: other.document }}>{other.file_name}</Link>
          </p>
        </li>
      ))}
      <RecognitionNote document={document} />
      {contradictions.map((clash, index) => (
        <li key={clashKey(index)} data-state="fail">
          <StateMark state="fail" size="sm" label="Contradiction" />
          <p>
            {readableDates(clash.message)}{" "}
            {clash.citations.map((citation, each) => {
              const mark = markId(clashKey(index), each);
              return <PageChip key={mark} citation={citation} about="Contradiction" shown={mark === shown} onShow={() => onShow(mark, citation.page)} />;
            })}
          </p>
        </li>
      ))}
      {warnings.map((warning) => (
        <li key={`${warning.code}:${warning.page ?? ""}:${warning.message}`} data-state="warn">
          <StateMark state="warn" size="sm" label="Warning" />
          <p>
            {readableDates(warning.message)}{" "}
            {warning.page !== null && <PageChip citation={{ page: warning.page, label: null, quote: "" }} about="Warning" onShow={() => onShow(`warning:${warning.code}`, warning.page ?? 1)} />}
          </p>
        </li>
      ))}
    </ul>
  );
}
