// What the folders promise: imports go one way, only the platform talks to the host, files stay small.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname);
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => name.replaceAll("\\", "/"));

/** Lower tiers must not import higher ones. A folder that is not named is a concept. */
const tiers: Record<string, number> = { contract: 0, platform: 1, shared: 1, theme: 1, api: 2, views: 4, testing: 5 };
const CONCEPT = 3;
const folders = new Set(readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name));
/** The top folder of a file or of a folder that is imported by its index; "" for what stands beside main. */
const folder = (path: string) => {
  const first = path.split("/")[0] ?? "";
  return folders.has(first) ? first : "";
};
const tier = (file: string) => (folder(file) === "" ? 5 : (tiers[folder(file)] ?? CONCEPT));
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || folder(file) === "testing";

const imports = files.flatMap((file) =>
  [...readFileSync(join(root, file), "utf8").matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)].map(([, target = ""]) => ({ file, target })),
);
const own = imports
  .filter(({ target }) => target.startsWith("."))
  .map(({ file, target }) => ({ file, target: relative(root, resolve(root, dirname(file), target)).replaceAll("\\", "/") }));

describe("the source", () => {
  it("imports one way: contract, shared and platform, api, concepts, views", () => {
    const upward = own.filter(({ file, target }) => !isTest(file) && tier(target) > tier(file));
    expect(upward).toEqual([]);
  });
  it("keeps domain words out of shared: it imports nothing of ours but itself", () => {
    expect(own.filter(({ file, target }) => folder(file) === "shared" && folder(target) !== "shared" && !isTest(file))).toEqual([]);
  });
  it("talks to the host in platform only", () => {
    expect(imports.filter(({ file, target }) => target.startsWith("@tauri-apps") && folder(file) !== "platform")).toEqual([]);
  });
  it("invalidates answers in one place only", () => {
    const others = files.filter((file) => folder(file) !== "api" && !isTest(file) && /invalidateQueries|setQueryData|resetQueries/.test(readFileSync(join(root, file), "utf8")));
    expect(others).toEqual([]);
  });
  it("takes the day of a moment from the person's clock, not from the text of the moment, which is in UTC", () => {
    const cut = files.filter((file) => !isTest(file) && /formatDay\([^()]*\.slice\(/.test(readFileSync(join(root, file), "utf8")));
    expect(cut).toEqual([]);
  });
  it("has no file over 12 kB, the generated one aside", () => {
    expect(files.filter((file) => folder(file) !== "contract" && statSync(join(root, file)).size > 12_000)).toEqual([]);
  });
});
