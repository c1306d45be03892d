import type { RefusalReason } from "../contract/generated";

/** What is said of a file that was not taken: what happened, and what to do. */
export interface RefusalText {
  readonly what: string;
  readonly hint: string | null;
}

/** Says why a file was not taken. */
export function refusalText(reason: RefusalReason): RefusalText {
  switch (reason) {
    case "not_found":
      return { what: "The file was gone before it could be read", hint: "Drop it again from where it is now." };
    case "folder":
      return { what: "This is a folder", hint: "Open it and drop the files in it." };
    case "not_a_pdf":
      return { what: "This is no PDF, no spreadsheet (.xlsx) and no picture (JPEG, PNG), whatever its name says", hint: "Ask for the document as PDF, or print it to PDF." };
    case "damaged":
      return { what: "The file is too damaged to be read, or its end is missing", hint: "Fetch or scan it once more; the transfer may have stopped early." };
    case "encrypted":
      return { what: "The PDF opens only with a password", hint: "Open it with the password, save a copy without it, drop the copy." };
    case "too_large":
      return { what: "The file is larger than this program takes", hint: "Split it, or ask for a smaller copy." };
    case "timed_out":
      return { what: "Reading took too long and was stopped", hint: "Print it to a new PDF and drop that one." };
    case "out_of_memory":
      return { what: "Reading needed too much memory and was stopped", hint: "Print it to a new PDF and drop that one." };
    case "crashed":
      return { what: "The file broke the reader; nothing else was harmed", hint: "Print it to a new PDF and drop that one." };
    case "disk_full":
      return { what: "There is no space left on the disk of the workspace", hint: "Free some space and drop it again." };
    case "read_only":
      return { what: "The workspace can only be read now", hint: "Close it where else it is open, then drop the file again." };
    case "not_allowed":
      return { what: "Your roles do not include receiving documents", hint: "Somebody with another role can, or an administrator can change yours." };
    case "unexpected":
      return { what: "Something went wrong that nobody expected", hint: "Drop it again; the program’s log says more." };
    default:
      return reason satisfies never;
  }
}
