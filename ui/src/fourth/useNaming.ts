import { useWrite } from "../api";
import { showDone } from "../shared";

/** Says what is of one party; each can be taken back. */
export function useNaming() {
  const merge = useWrite("fourth_parties_merge");
  const split = useWrite("fourth_party_split");
  const apart = useWrite("fourth_parties_apart");
  return {
    busy: merge.isPending || split.isPending || apart.isPending,
    /** The name goes into the party. */
    merge: (name: string, into: { key: string; name: string }, done?: () => void) =>
      merge.mutate({ name, into: into.key }, {
        onSuccess: (merged) => {
          showDone(`One party: ${into.name}`, () => split.mutate({ name: merged.name }));
          done?.();
        },
      }),
    /** The name is a party of its own again. */
    split: (name: { key: string; name: string }, from: string) => split.mutate({ name: name.key }, { onSuccess: () => showDone(`A party of its own: ${name.name}`, () => merge.mutate({ name: name.key, into: from })) }),
    /** The names are of two parties and are not proposed again. */
    apart: (name: string, other: string) => apart.mutate({ name, other, apart: true }, { onSuccess: () => showDone("Two parties", () => apart.mutate({ name, other, apart: false })) }),
  };
}
