// tokens.css is the one source of colours, type and space: it is read here, not typed twice.
import css from "./tokens.css?raw";

export type Scheme = "light" | "dark";

/** The declarations of tokens.css by selector, in the order of the file. */
function blocks(): { selector: string; values: Map<string, string> }[] {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, "");
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selector = "", body = ""]) => ({
    selector: selector.trim(),
    values: new Map([...body.matchAll(/(--cs-[\w-]+)\s*:\s*([^;]+)/g)].map(([, name = "", value = ""]) => [name, value.trim()])),
  }));
}

/** Every token as it holds in a scheme, references not yet followed. */
export function tokens(scheme: Scheme): Map<string, string> {
  const holding = blocks().filter(
    ({ selector }) => selector === ":root" || selector.startsWith(":root,") || (scheme === "dark" && selector.includes('"dark"')),
  );
  return new Map(holding.flatMap(({ values }) => [...values]));
}

/** The ten steps of a scale. */
export function scale(name: string): string[] {
  const all = tokens("light");
  return Array.from({ length: 10 }, (_, step) => {
    const value = all.get(`--cs-${name}-${step}`);
    if (!value) throw new Error(`tokens.css has no --cs-${name}-${step}`);
    return value;
  });
}
