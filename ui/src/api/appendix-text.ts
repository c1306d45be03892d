import type { AppendixRefusal } from "../contract/generated";

/** Why the pages of a document cannot be appended to a packet, and what to do instead. */
export function notAppendable(reason: AppendixRefusal): string {
  switch (reason) {
    case "password":
      return "Needs a password. Ask for a copy without one.";
    case "forbidden":
      return "Its protection forbids printing or copying. Hand it over as a file of its own.";
    case "no_pages":
      return "Is no PDF and has no pages to append. Hand it over as a file of its own.";
    case "damaged":
      return "Its pages cannot be taken out without doubt. Hand it over as a file of its own.";
    case "too_long":
      return "The packet would be too long or too large. Hand it over as a file of its own.";
    case "missing":
      return "The workspace does not hold its bytes as they came.";
  }
}
