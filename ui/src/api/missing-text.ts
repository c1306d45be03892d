/** What is not there, by its name on the wire. */
export const missing: Record<string, string> = {
  vendor: "This vendor is not in the register any more",
  document: "This document is not in the workspace any more",
  page: "The document has no such page",
  decision: "This decision is not in the workspace",
  packet: "This packet is not in the workspace",
  person: "This person is not in the workspace",
  letter: "There is nothing to ask this vendor for any more",
  review: "This review is not in the workspace",
  condition: "This condition is not in the workspace",
  job: "This file is not being read any more",
  part: "This entry is not in the register any more",
  item: "This item is not on the list any more",
  place: "The file is not where it was",
  rule: "The policy has no such rule",
  acceptance: "This is not in force any more",
  finding: "This exception is not among those stated or recorded any more",
};
