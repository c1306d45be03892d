import { onRail, type PageMark } from "./marks";
import classes from "./MarksRail.module.css";

interface MarksRailProps {
  marks: readonly PageMark[];
  pages: number;
  /** Height of a usual page in points. */
  pageHeight: number;
  page: number;
  focus: string | null;
  onMark: (mark: PageMark) => void;
}

/** The whole document as a strip: where its facts stand, and where the reader is. */
export function MarksRail({ marks, pages, pageHeight, page, focus, onMark }: MarksRailProps) {
  return (
    <div className={classes.rail} role="group" aria-label="Where the facts stand in the document">
      <div className={classes.here} style={{ top: `${((page - 1) / Math.max(1, pages)) * 100}%`, height: `${100 / Math.max(1, pages)}%` }} />
      {onRail(marks, pages, pageHeight).map(({ mark, at }) => (
        <button
          key={mark.id}
          type="button"
          tabIndex={-1}
          style={{ top: `${at}%` }}
          data-checked={mark.checked || undefined}
          data-focus={mark.id === focus || undefined}
          title={`${mark.label}: page ${mark.page}`}
          aria-label={`${mark.label}: page ${mark.page}`}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onMark(mark)}
        />
      ))}
    </div>
  );
}
