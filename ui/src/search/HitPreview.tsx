import { usePlatform, useRead } from "../api";
import type { SearchHit } from "../contract/generated";
import { kindLabel } from "../fact/words";
import { foundOn } from "../page/found-words";
import { bounds, place } from "../page/geometry";
import { Definitions } from "../shared";
import classes from "./search.module.css";

/** Shows what is current in the list before it is opened: of a page its picture, with the words marked that were `typed`. */
export function HitPreview({ hit, typed }: { hit: SearchHit | null; typed: string }) {
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
      <Sheet key={`${hit.document}-${page}`} document={hit.document} page={page} typed={hit.hit === "page" ? typed : ""} />
      <Definitions
        label="5rem"
        items={hit.hit === "document" ? [["Document", kindLabel(hit.kind)], ["About", hit.organization ?? "not stated"], ["File", hit.file_name]] : [["File", hit.file_name]]}
      />
    </aside>
  );
}

/** Where on the sheet the first word found stands, so far from the top that what is before it can be read too. */
const lead = 90;

function Sheet({ document, page, typed }: { document: string; page: number; typed: string }) {
  const platform = usePlatform();
  const width = Math.round(336 * Math.min(2, window.devicePixelRatio || 1));
  const view = useRead("page", { document, page }, { enabled: typed !== "" }).data;
  const marks = foundOn(view, typed);
  const first = view && marks[0] && bounds(marks[0].rects);
  // A page is longer than the preview: it is moved up until the first word found is in it.
  const up = view && first ? (Math.min(Math.max(0, first[1] - lead), Math.max(0, view.height - view.width)) / view.height) * 100 : 0;
  return (
    <div className={classes.sheet}>
      <div className={classes.paper} style={{ transform: `translateY(-${up}%)` }}>
        <img src={platform.pagePicture("document", document, page, width)} alt="" />
        {view && (
          <div className={classes.found}>
            {marks.flatMap((mark) => mark.rects.map((rect) => <i key={mark.id} style={place(rect, view, 1.2)} />))}
          </div>
        )}
      </div>
    </div>
  );
}
