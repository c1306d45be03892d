import { describe, expect, it } from "vitest";
import { type Scheme, tokens } from "./tokens";

const grounds = ["canvas", "surface", "sunken", "raised", "hover", "selected"];
const states = ["pass", "warn", "fail", "unknown", "critical", "high", "medium", "low"];

const text: [string, string][] = [
  ...grounds.flatMap((ground) => ["text", "text-dim", "text-faint", "accent-text", ...states.map((state) => `${state}-text`)].map((front): [string, string] => [front, ground])),
  ...states.flatMap((state): [string, string][] => [[`${state}-text`, `${state}-soft`], ["text", `${state}-soft`]]),
  ["on-accent", "accent"], ["on-accent", "accent-hover"], ["accent-text", "accent-soft"], ["text", "accent-soft"],
  ["paper-text", "paper"], ["paper-dim", "paper"], ["paper-text", "marker"], ["paper-text", "marker-faint"],
];
const shapes: [string, string][] = [
  ...grounds.flatMap((ground) => [...states, "accent", "focus", "line-strong"].map((front): [string, string] => [front, ground])),
  ...states.flatMap((state): [string, string][] => [[state, `${state}-soft`], ["knock", state]]),
  ["period", "surface"], ["bridge", "surface"],
];

function colour(name: string, all: Map<string, string>): string {
  const value = all.get(name) ?? "";
  const reference = /^var\((--cs-[\w-]+)\)$/.exec(value);
  return reference?.[1] ? colour(reference[1], all) : value;
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(front: string, ground: string): number {
  const [light = 0, dark = 0] = [luminance(front), luminance(ground)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe.each<Scheme>(["light", "dark"])("colours in the %s scheme", (scheme) => {
  const all = tokens(scheme);
  const failing = (pairs: [string, string][], least: number) =>
    pairs.map(([front, ground]) => ({ pair: `${front} on ${ground}`, ratio: ratio(colour(`--cs-${front}`, all), colour(`--cs-${ground}`, all)) })).filter((pair) => !(pair.ratio >= least));

  it("lets every text be read (WCAG AA, 4.5 : 1)", () => expect(failing(text, 4.5)).toEqual([]));
  it("lets every shape be seen (3 : 1)", () => expect(failing(shapes, 3)).toEqual([]));
});
