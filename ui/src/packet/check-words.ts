import type { PacketCheckOutcome, PacketCheckVerdict, PacketPartName } from "../contract/generated";
import type { State } from "../shared";

/** What the checks of a file give together, in a few words. */
export const verdictLabel: Record<PacketCheckVerdict, string> = {
  whole: "Unchanged",
  unproved: "Not shown to be unchanged",
  changed: "Changed",
  document: "A document, unchanged",
  no_packet: "No packet",
  unreadable: "Cannot be read",
};

/** The same as a sentence. */
export const verdictSentence: Record<PacketCheckVerdict, string> = {
  whole: "It is what this workspace printed, unchanged.",
  unproved: "Nothing differs, but something that would have to hold could not be checked. See below what.",
  changed: "It is not what this workspace printed. See below where it differs.",
  document: "It is a document that was received here, byte for byte, and no packet.",
  no_packet: "It carries no decision. It is no packet, or it was changed so far that nothing of it is left. A scan of a signed packet is told apart by the short code on page 1.",
  unreadable: "The file cannot be opened. Check that it is there and is a PDF.",
};

export const verdictState: Record<PacketCheckVerdict, State> = {
  whole: "pass",
  unproved: "warn",
  changed: "fail",
  document: "pass",
  no_packet: "fail",
  unreadable: "fail",
};

/** What was checked, as a question. */
export const partLabel: Record<PacketPartName, string> = {
  content: "Does page 1 print the hash of the decision inside?",
  pages: "Do the pages say what that decision prints?",
  appendices: "Are the appended documents those behind the decision?",
  file: "Is the file one that this workspace made?",
  decision: "Is the decision the one recorded here?",
  audit: "Is the audit log whole, and does it tell of it?",
  documents: "Is the evidence stored, and are its hashes the same?",
};

export const outcomeLabel: Record<PacketCheckOutcome, string> = { holds: "Yes", differs: "No", not_checked: "Not checked" };

export const outcomeState: Record<PacketCheckOutcome, State> = { holds: "pass", differs: "fail", not_checked: "unknown" };
