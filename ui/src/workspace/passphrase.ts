/** A passphrase that is being typed anew: twice, because nobody can read it back. */
export interface NewPassphrase {
  first: string;
  second: string;
}

export const noPassphrase: NewPassphrase = { first: "", second: "" };

/** Whether the two agree; how long it must be is for the application to say. */
export function agrees({ first, second }: NewPassphrase): boolean {
  return first.length > 0 && first === second;
}

/** What to say at the second field: nothing while it is still being typed. */
export function disagreement({ first, second }: NewPassphrase, left: boolean): string | undefined {
  if (second.length === 0 || first === second) return undefined;
  return left || !first.startsWith(second) ? "The two do not agree." : undefined;
}
