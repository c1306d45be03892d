import type { GapView } from "../contract/generated";
import type { Editor } from "./parts";

/** Where a gap is closed: an editor of the register, or another place on the vendor's page. */
export type GapPlace = { readonly editor: Editor } | { readonly place: "vendor" | "tier" | "documents" | "decisions" | "decide" | "checklists" | "offboarding" };

/** Says where to close a gap. */
export function gapPlace({ gap, item }: GapView): GapPlace {
  switch (gap) {
    case "owner":
      return { place: "vendor" };
    case "service":
    case "purpose":
    case "data":
    case "access":
    case "dependence":
      return { editor: { part: "service", item } };
    case "tier":
      return { place: "tier" };
    case "nda":
      return { editor: { part: "nda", item: null } };
    case "evidence":
      return { place: "documents" };
    case "contract":
    case "contract_term":
      return { editor: { part: "contract", item } };
    case "signature":
    case "go_live":
      return { place: "decisions" };
    case "next_review":
    case "declined":
      return { place: "decide" };
    case "exit_plan":
    case "export_test":
      return { editor: { part: "continuity", item: null } };
    case "offboarding":
      return { place: "offboarding" };
    case "exit_item":
    case "post_exit_check":
      return { place: "checklists" };
  }
}
