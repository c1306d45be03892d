import type { Paper } from "../contract/generated";

/** What papers are called. */
export const paperLabel: Readonly<Record<Paper, string>> = { a4: "A4", letter: "Letter" };

/** What is said once a packet was to be printed, by who has it. */
export const printedText = {
  dialog: "Sent to the printer.",
  program: "It is open in your PDF program. Print it from there.",
} as const;

/** The paper in use where the person is, as far as the language of the window tells. */
export function usualPaper(language: string): Paper {
  return /-(?:US|CA|MX|PH|CL|CO)$/u.test(language) ? "letter" : "a4";
}

/** Height over width of a sheet. */
export const paperShape: Readonly<Record<Paper, number>> = { a4: 297 / 210, letter: 11 / 8.5 };

/** A hash in groups of four, as it is printed, for comparing by eye. */
export function grouped(hash: string): string {
  return hash.match(/.{1,4}/gu)?.join(" ") ?? hash;
}

/** A character as it is named on paper where no font has it. */
export function codePoint(character: string): string {
  return [...character].map((each) => `U+${(each.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`).join(" ");
}
