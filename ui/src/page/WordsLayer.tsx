import { type ClipboardEvent, type CSSProperties, memo, useRef } from "react";
import type { PageView, PageWord } from "../contract/generated";
import { place } from "./geometry";
import { widthOf, wordFont } from "./measure";
import { reach, selectedText } from "./selection";
import { rangeOf } from "./selection-range";
import classes from "./PageSheet.module.css";

interface WordsLayerProps {
  page: PageView;
  /** Hidden over a picture; faint while it is drawn; plain where it could not be drawn. */
  visible: "hidden" | "waiting" | "plain";
  /** Hears of words that were selected; without it they are only copied. */
  onSelected?: ((first: number, last: number) => void) | undefined;
}

/** The words of a page over its picture, so that they can be selected, copied and read aloud. */
export const WordsLayer = memo(function WordsLayer({ page, visible, onSelected }: WordsLayerProps) {
  const layer = useRef<HTMLDivElement>(null);
  const copy = (event: ClipboardEvent): void => {
    const range = layer.current && rangeOf(layer.current);
    if (!range) return;
    event.clipboardData.setData("text/plain", selectedText(page.words, range));
    event.preventDefault();
  };
  return (
    // Words are selected with the mouse; the rectangle beside it and the editor's fields do not need it.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={layer}
      className={classes.words}
      data-visible={visible}
      onCopy={copy}
      onMouseUp={() => {
        const range = onSelected && layer.current && rangeOf(layer.current);
        if (range) onSelected(range.first, range.last);
      }}
    >
      {page.words.map((word, index) => (
        // A word's place in the reading order is its name.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={index} data-word={index} style={styleOf(page, word, index)}>
          {word.text}{" "}
        </span>
      ))}
    </div>
  );
});

function styleOf(page: PageView, word: PageWord, index: number): CSSProperties {
  const height = word.rect[3] - word.rect[1];
  const width = reach(page.words, index) - word.rect[0];
  const natural = widthOf(word.text);
  const stretch = natural && height > 0 ? (word.rect[2] - word.rect[0]) / (natural * height) : 1;
  const share = place(word.rect, page);
  return {
    left: share.left,
    top: share.top,
    width: `${(width / page.width / stretch) * 100}%`,
    fontFamily: wordFont,
    fontSize: `${(height / page.width) * 100}cqw`,
    transform: stretch === 1 ? undefined : `scaleX(${stretch.toFixed(4)})`,
  };
}
