import { useWrite } from "../api";
import type { AttentionView } from "../contract/generated";
import { showDone } from "../shared";

/** Brings an item back that was put off. */
export function useWake(): (item: AttentionView) => void {
  const wake = useWrite("attention_wake");
  return (item) => {
    if (!item.snoozed?.may_wake) return;
    wake.mutate({ key: item.key, for_all: item.snoozed.for_all }, { onSuccess: () => showDone("It is on the list again") });
  };
}
