import type { CopyFoundName, CopyPagesView, ForeignPageView, PaperSigner, SignedCopyView } from "../contract/generated";
import { count, formatDay } from "../shared";

/** By what a file was told to be a copy. */
export const foundText: Record<CopyFoundName, string> = {
  qr: "told by its QR code",
  short_code: "told by its short code",
  header: "told by the header of its pages",
  person: "said to be one by a person",
};

/** "3", "3 and 7", "3, 5 and 7", "2 to 11": three or more in a row are a range. */
export function listText(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs[runs.length - 1];
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  const texts = runs.flatMap(([first, last]) => (first === last ? [`${first}`] : last === first + 1 ? [`${first}`, `${last}`] : [`${first} to ${last}`]));
  return texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts[texts.length - 1]}`;
}

/** Which pages of the packet came; what cannot be told is said, not guessed. */
export function copyPagesText({ of, came, missing, untold }: CopyPagesView): string {
  if (missing.length === 0) return `${of} of ${count(of, "page")}`;
  const which = `${missing.length === 1 ? "page" : "pages"} ${listText(missing)} of ${of}`;
  if (untold === 0) return `${which} ${missing.length === 1 ? "is" : "are"} not in the copy`;
  return `${count(came, "page")} came for ${of}. The number of ${untold} cannot be read, so ${which} may be there or not`;
}

/** Which page belongs to another packet. */
export const foreignText = ({ file_name, page, number, version }: ForeignPageView): string =>
  `Page ${page} of ${file_name} names packet ${number}, version ${version}: it is none of these pages.`;

/** Whether everything is there, and nothing else. */
export const isComplete = ({ missing, foreign }: CopyPagesView): boolean => missing.length === 0 && foreign.length === 0;

/** Whether what was signed still holds; `null` where it does. */
export function laterText({ superseded_by, later_version }: Pick<SignedCopyView, "superseded_by" | "later_version">): string | null {
  if (superseded_by !== null) return `Decision ${superseded_by} took the place of the one that was signed here.`;
  return later_version === null ? null : `Version ${later_version} of the packet was made since, of the same decision.`;
}

/** Whether the signature of one person stands on the copy, and what it says. */
export function signerText({ name, said }: PaperSigner): string {
  if (!said?.signed) return `${name}: not confirmed`;
  const words = said.comment ? `: ${said.comment}` : "";
  return `${said.agrees === false ? "declined" : "signed"} by ${name} (${said.on ? formatDay(said.on) : "no day beside it"})${words}`;
}
