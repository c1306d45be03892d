import type { SignedCopyView } from "../contract/generated";
import { StateLabel } from "../shared";
import { foreignText } from "./words";

/** What is to be known of the pages of a copy before somebody says who signed: pages of another packet, pages that were added to. */
export function CopyNotes({ copy }: { copy: SignedCopyView }) {
  const notes = [...copy.pages.foreign.map(foreignText), ...copy.documents.flatMap(({ file_name, notes }) => notes.map((note) => `${file_name}: ${note}`))];
  return notes.map((note) => (
    <StateLabel key={note} state="warn">
      {note}
    </StateLabel>
  ));
}
