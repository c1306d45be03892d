import type { HistoryEntry } from "../contract/generated";
import { count, formatDay, type IconName } from "../shared";

interface OpText {
  /** What was done, before the name of what it was done to. */
  done: string;
  icon: IconName;
}

// The vocabulary of the audit log. A name of a later version is shown as it is recorded.
const ops: Record<string, OpText> = {
  "workspace.create": { done: "Created the workspace", icon: "brand" },
  "workspace.settings": { done: "Changed the organisation", icon: "settings" },
  "workspace.protection": { done: "Changed the protection", icon: "lock" },
  "person.save": { done: "Saved a person", icon: "person" },
  "document.receive": { done: "Received a document", icon: "upload" },
  "document.file": { done: "Filed a document", icon: "folder" },
  "document.set_aside": { done: "Set a document aside", icon: "archive" },
  "document.return": { done: "Put a document back into the inbox", icon: "inbox" },
  "fact.judge": { done: "Judged a fact", icon: "check" },
  "document.read_again": { done: "Read a document again", icon: "refresh" },
  "entry.judge": { done: "Judged an entry", icon: "check" },
  "vendor.create": { done: "Entered a vendor", icon: "vendors" },
  "vendor.change": { done: "Changed a vendor", icon: "edit" },
  "vendor.move": { done: "Moved a vendor on", icon: "arrow" },
  "vendor.profile": { done: "Changed the register entry", icon: "edit" },
  "vendor.tier": { done: "Assigned a tier", icon: "vendors" },
  "vendor.checklist": { done: "Ticked a checklist", icon: "check" },
  "vendor.offboarding": { done: "Planned to leave a vendor", icon: "archive" },
  "cuec.answer": { done: "Said our side of a CUEC", icon: "check" },
  "cuec.import": { done: "Took answers on CUECs from a table", icon: "upload" },
  "cuec.import_undo": { done: "Undid a table of answers on CUECs", icon: "undo" },
  "own_control.save": { done: "Changed our own controls", icon: "check" },
  "fourth_party.name": { done: "Said which names are of one fourth party", icon: "people" },
  "fourth_party.record": { done: "Recorded what is known of a fourth party", icon: "people" },
  "monitoring.record": { done: "Noted something between reviews", icon: "clock" },
  "monitoring.close": { done: "Settled or opened again what was noted", icon: "check" },
  "workspace.checklists": { done: "Changed a checklist", icon: "settings" },
  "vendor.import": { done: "Imported vendors", icon: "upload" },
  "vendor.import_undo": { done: "Undid an import of vendors", icon: "undo" },
  "vendor.remove": { done: "Removed a vendor with its import", icon: "undo" },
  "inventory.take": { done: "Took a list to compare the register with", icon: "upload" },
  "decision.record": { done: "Recorded a decision", icon: "review" },
  "policy.save": { done: "Saved the acceptance policy", icon: "settings" },
  "firm.check": { done: "Checked a firm", icon: "check" },
  "alternative.record": { done: "Recorded the path without a SOC 2 report", icon: "edit" },
  "alternative.withdraw": { done: "Withdrew the path without a SOC 2 report", icon: "undo" },
  "acceptance.grant": { done: "Allowed a deviation", icon: "edit" },
  "acceptance.end": { done: "Ended a deviation", icon: "close" },
  "review.start": { done: "Started a review", icon: "review" },
  "review.answer": { done: "Answered a review", icon: "edit" },
  "review.sign": { done: "Signed a review", icon: "check" },
  "review.second_read": { done: "Read a review again", icon: "check" },
  "review.finish": { done: "Finished a review", icon: "lock" },
  "finding.record": { done: "Recorded an exception", icon: "edit" },
  "finding.assess": { done: "Assessed an exception", icon: "review" },
  "finding.move": { done: "Followed up an exception", icon: "arrow" },
  "finding.change": { done: "Changed an exception", icon: "edit" },
  "attention.snooze": { done: "Put something off", icon: "clock" },
  "attention.wake": { done: "Brought back what was put off", icon: "undo" },
  "decision.sign": { done: "Signed a decision", icon: "edit" },
  "condition.done": { done: "Met a condition", icon: "check" },
  "board.print": { done: "Printed the summary for the board", icon: "print" },
  "register.export": { done: "Exported the DORA register", icon: "save" },
  "packet.make": { done: "Made a packet", icon: "packet" },
  "packet.copy": { done: "Kept a signed copy of packet", icon: "packet" },
  "packet.copy_remove": { done: "Took a file off the signed copy of packet", icon: "undo" },
  "packet.signed": { done: "Said who signed on paper packet", icon: "edit" },
};

export function opText({ op, detail }: Pick<HistoryEntry, "op" | "detail">): OpText {
  const text = ops[op] ?? { done: op, icon: "info" };
  // Confirming all of a document at once is one entry for many facts.
  const facts = Object.keys(detail).length;
  return op === "fact.judge" && facts > 1 ? { ...text, done: `Judged ${count(facts, "fact")}` } : text;
}

const readable = (name: string) => {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function valueText(value: unknown): string {
  if (value === null || value === undefined) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.map(valueText).join(", ");
  if (typeof value === "object" && "was" in value && "became" in value) return `${valueText(value.was)} → ${valueText(value.became)}`;
  if (typeof value === "object") return Object.entries(value).map(([name, part]) => `${readable(name).toLowerCase()}: ${valueText(part)}`).join("; ");
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formatDay(text) : text;
}

/** The recorded details as names with values, for reading. */
export function detailLines(detail: Record<string, unknown>): [name: string, value: string][] {
  return Object.entries(detail).map(([name, value]) => [readable(name), valueText(value)]);
}
