import { usePlatform } from "../api";
import type { SearchHit } from "../contract/generated";
import { kindLabel } from "../fact/words";
import { Definitions } from "../shared";
import classes from "./search.module.css";

/** Shows what is current in the list before it is opened. */
export function HitPreview({ hit }: { hit: SearchHit | null }) {
  const platform = usePlatform();
  const width = Math.round(336 * Math.min(2, window.devicePixelRatio || 1));
  if (!hit) return <aside className={classes.preview} aria-hidden="true"><p className={classes.previewHint}>Vendors, documents and the text inside them are found as you type.</p></aside>;
  if (hit.hit === "vendor") {
    return (
      <aside className={classes.preview} aria-hidden="true">
        <p className={classes.previewTitle}>{hit.name}</p>
        <Definitions label="5rem" items={[["We buy", hit.service ?? "not entered"]]} />
      </aside>
    );
  }
  const page = hit.hit === "page" ? hit.page : 1;
  return (
    <aside className={classes.preview} aria-hidden="true">
      <p className={classes.previewTitle}>Page {page}</p>
      <div className={classes.sheet}>
        <img key={`${hit.document}-${page}`} src={platform.pagePicture("document", hit.document, page, width)} alt="" />
      </div>
      <Definitions
        label="5rem"
        items={hit.hit === "document" ? [["Document", kindLabel(hit.kind)], ["About", hit.organization ?? "not stated"], ["File", hit.file_name]] : [["File", hit.file_name]]}
      />
    </aside>
  );
}
