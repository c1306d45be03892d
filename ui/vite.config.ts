import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** The engine that recognises text on pictures, by the names under which its own worker looks for its parts. */
const engine: Readonly<Record<string, string>> = {
  "worker.min.js": "tesseract.js/dist/worker.min.js",
  "tesseract-core-simd-lstm.js": "tesseract.js-core/tesseract-core-simd-lstm.js",
  "tesseract-core-simd-lstm.wasm": "tesseract.js-core/tesseract-core-simd-lstm.wasm",
  "eng.traineddata.gz": "@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz",
};

/** Texts that are to be handed on with the engine, by what they are of. */
const licences: readonly (readonly [string, string])[] = [
  ["tesseract.js", "tesseract.js/LICENSE.md"],
  ["tesseract.js-core: Tesseract, and the English data made for it", "tesseract.js-core/LICENSE"],
  ["Inside the worker of tesseract.js", "tesseract.js/dist/worker.min.js.LICENSE.txt"],
];

/** Puts the engine's files beside the program's own: nothing of it is fetched from elsewhere. */
function engineFiles(): Plugin {
  const read = (path: string) => readFileSync(fileURLToPath(new URL(`node_modules/${path}`, import.meta.url)));
  const texts = () => licences.map(([title, path]) => `${title}\n\n${read(path).toString()}`).join("\n\n\n");
  return {
    name: "engine-files",
    configureServer(server) {
      server.middlewares.use("/ocr", (request, response, next) => {
        const name = (request.url ?? "").slice(1);
        if (name === "licences.txt") return response.setHeader("content-type", "text/plain; charset=utf-8").end(texts());
        const path = engine[name];
        if (!path) return next();
        response.setHeader("content-type", path.endsWith(".wasm") ? "application/wasm" : path.endsWith(".js") ? "text/javascript" : "application/octet-stream");
        response.end(read(path));
      });
    },
    generateBundle() {
      for (const [name, path] of Object.entries(engine)) this.emitFile({ type: "asset", fileName: `ocr/${name}`, source: read(path) });
      this.emitFile({ type: "asset", fileName: "ocr/licences.txt", source: texts() });
    },
  };
}

export default defineConfig({
  // Relative, so that the same files work under the desktop scheme and under the development bridge.
  base: "./",
  plugins: [react(), engineFiles()],
  clearScreen: false,
  server: { port: 5173, strictPort: true, proxy: { "/bridge": "http://127.0.0.1:4780" } },
  build: {
    target: ["es2022", "safari16.4"],
    // No data: URLs: the content security policy allows fonts and pictures from the program only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    css: { include: [/tokens\.css/] },
    restoreMocks: true,
    // Every core works: left alone, two cores run one file at a time.
    maxWorkers: "100%",
    // A worker loads the document, React and Mantine once. What a test leaves behind is taken away in `setup.ts`, between files as
    // between the tests of one file; nothing of ours keeps state in a module but caches of what is always the same.
    isolate: false,
    // A busy machine is slow, and no test says anything about speed.
    testTimeout: 60_000,
  },
});
