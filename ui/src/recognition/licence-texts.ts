/** The licences of the engine as its packages bring them along. */
export async function licenceTexts(): Promise<string> {
  const [interfaceOf, core, worker] = await Promise.all([import("../../node_modules/tesseract.js/LICENSE.md?raw"), import("../../node_modules/tesseract.js-core/LICENSE?raw"), import("../../node_modules/tesseract.js/dist/worker.min.js.LICENSE.txt?raw")]);
  return [
    ["tesseract.js", interfaceOf.default],
    ["tesseract.js-core: Tesseract, and the English data made with it", core.default],
    ["Inside the worker of tesseract.js", worker.default],
  ]
    .map(([title, text]) => `${title}\n\n${text}`)
    .join("\n\n\n");
}
