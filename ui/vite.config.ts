import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  // Relative, so that the same files work under the desktop scheme and under the development bridge.
  base: "./",
  plugins: [react()],
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
  },
});
