/** Text as it is searched and compared: without case and accents. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLocaleLowerCase();
}

/** The typed words, each of which is to be found. */
export function typedWords(text: string): string[] {
  return folded(text).split(/\s+/u).filter((word) => word !== "");
}
