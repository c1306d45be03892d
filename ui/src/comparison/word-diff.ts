/** A run of words that both texts have, or only this one. */
export interface Run {
  /** Which word of the text it begins with. */
  readonly at: number;
  readonly text: string;
  readonly own: boolean;
}

/** Above this many words the whole text is shown without marks; nobody reads marks in it. */
const most = 400;

function wordsOf(text: string): string[] {
  return text.split(/\s+/u).filter((word) => word !== "");
}

const bare = (word: string): string => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/** The words of a text, with those marked that the other text does not have at that place; punctuation and case are no difference. */
export function wordDiff(text: string, other: string): Run[] {
  const [here, there] = [wordsOf(text), wordsOf(other)];
  if (here.length > most || there.length > most) return [{ at: 0, text, own: false }];
  const [a, b] = [here.map(bare), there.map(bare)];
  // The longest common run of words, from the end, so that the walk below goes forward.
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  const at = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    const row = longest[i];
    if (!row) continue;
    for (let j = b.length - 1; j >= 0; j--) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const runs: { at: number; text: string; own: boolean }[] = [];
  let [i, j] = [0, 0];
  while (i < a.length) {
    const skips = j < b.length && a[i] !== b[j] && at(i, j + 1) >= at(i + 1, j);
    if (skips) {
      j++;
      continue;
    }
    const own = j >= b.length || a[i] !== b[j];
    const last = runs.at(-1);
    const word = here[i] ?? "";
    if (last && last.own === own) last.text += ` ${word}`;
    else runs.push({ at: i, text: word, own });
    if (!own) j++;
    i++;
  }
  return runs;
}
