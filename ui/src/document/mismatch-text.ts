import type { Mismatch } from "../contract/generated";
import type { State } from "../shared";

/** How grave it is: another company is an alarm, another name of the system a question. */
export function mismatchState(mismatch: Mismatch): State {
  if (mismatch.mismatch === "product") return "unknown";
  return mismatch.akin ? "warn" : "fail";
}

/** The sentence, with what to do. */
export function mismatchText(mismatch: Mismatch, vendor: string): string {
  switch (mismatch.mismatch) {
    case "company": {
      const names = `This document names ${mismatch.named}, which is none of the names of ${vendor}.`;
      if (mismatch.other) return `${names} ${mismatch.other.name} of the register has this name: file it there if it is theirs.`;
      return mismatch.akin
        ? `${names} If both belong together, enter it as another name or as a company of the group.`
        : `${names} A report about another company says nothing about this one: file it elsewhere, or enter the company among the names if it is the same.`;
    }
    case "product":
      return `It examined “${mismatch.named}”; what we buy is ${mismatch.services.join(", ")}. Say in the review whether the one contains the other.`;
  }
}
