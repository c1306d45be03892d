import { useNavigate } from "@tanstack/react-router";
import { announceFailure, useMay, useWrite } from "../api";
import type { AttentionKindName, AttentionView } from "../contract/generated";
import type { FilterName } from "../finding/filter";

/** Which exceptions an item speaks of, where it speaks of several. */
const only: Partial<Record<AttentionKindName, FilterName>> = { findings_tested_clean: "tested_clean", findings_unjudged: "not_assessed" };

/** Does what settles an item: opens the place where it is done, or begins it. */
export function useRemedy(): { settle: (item: AttentionView) => void; busy: string | null } {
  const navigate = useNavigate();
  const mayReview = useMay("review");
  const letter = useWrite("vendor_letter_open", { handles: () => true });
  const start = useWrite("review_start");

  const tab = (vendor: string, name: string, entry: string | null = null): void => void navigate({ to: "/vendors/$vendor", params: { vendor }, search: entry ? { tab: name, entry } : { tab: name } });
  const settle = (item: AttentionView): void => {
    const { vendor, target } = item;
    switch (item.remedy) {
      case "open_inbox":
        return void navigate({ to: "/inbox" });
      case "open_document":
        return target ? void navigate({ to: "/documents/$document", params: { document: target } }) : undefined;
      case "continue_review":
        return target ? void navigate({ to: "/reviews/$review", params: { review: target } }) : undefined;
    }
    if (!vendor) return;
    switch (item.remedy) {
      case "ask_vendor":
        // Where there is nothing to ask for yet, or no mail program, the place where the letter stands is opened.
        return letter.mutate({ vendor }, {
          onError: (failure) => {
            if (failure.code !== "not_found") announceFailure(failure);
            tab(vendor, "policy");
          },
        });
      case "start_review":
        if (!mayReview) return tab(vendor, "reviews");
        return start.mutate({ vendor, correction: null }, { onSuccess: (begun) => void navigate({ to: "/reviews/$review", params: { review: begun.row.id } }) });
      case "decide":
        return void navigate({ to: "/vendors/$vendor/decision", params: { vendor } });
      case "check_evidence":
      case "open_acceptance":
        return tab(vendor, "policy");
      case "assign_tier":
        return tab(vendor, "overview");
      case "open_decision":
        return tab(vendor, "decisions", target);
      case "open_contracts":
        return tab(vendor, item.kind === "continuity" ? "continuity" : "contracts");
      case "open_exceptions":
        return target ? void navigate({ to: "/exceptions/one", search: { key: target } }) : tab(vendor, "exceptions", only[item.kind] ?? null);
      case "open_cuecs":
        if (item.entry === null) return tab(vendor, "cuecs");
        return void navigate({ to: "/vendors/$vendor", params: { vendor }, search: { tab: "cuecs", entry: item.entry, ...(target ? { report: target } : {}) } });
      case "open_subservice":
        return tab(vendor, "subservice");
      case "open_monitoring":
        return tab(vendor, "monitoring");
      case "open_exit":
        return tab(vendor, "checklists");
    }
  };
  return { settle, busy: letter.isPending ? letter.variables.vendor : start.isPending ? start.variables.vendor : null };
}
