/** Text as it is searched and compared: without case and accents. */
export function folded(text: string): string {
  // Most texts are plain, and ten thousand are searched at each letter.
  const bare = /^[ -~]*$/u.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "");
  return bare.toLowerCase();
}

/** The typed words, each of which is to be found. */
export function typedWords(text: string): string[] {
  return folded(text).split(/\s+/u).filter((word) => word !== "");
}
