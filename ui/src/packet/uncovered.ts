import { count } from "../shared";
import { codePoint } from "./paper";

/** What is said of characters of a paper that no font draws; nothing where there are none. */
export function uncoveredText(characters: readonly string[]): string {
  if (characters.length === 0) return "";
  const codes = characters.map((character) => `${character} (${codePoint(character)})`).join(", ");
  return `No font here draws ${count(characters.length, "character")}; each is printed as its code: ${codes}`;
}
