import type { RecognisedWord, RecognitionPicture } from "../contract/generated";
import { wordsOf } from "./tsv";

/** What finds words on pictures of pages. */
export interface Engine {
  recognise(picture: RecognitionPicture): Promise<RecognisedWord[]>;
  /** Gives its memory back, also in the middle of a page. */
  end(): void;
}

/** Where the engine's files lie: part of the program, put there by the build. */
const FILES = "ocr/";

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/**
 * Starts tesseract in a worker of its own. Nothing is fetched from elsewhere: the worker, its program and the English
 * data come from the program's own files, and the data is not kept a second time by the browser.
 */
export async function startEngine(): Promise<Engine> {
  const { createWorker, OEM, PSM } = await import("tesseract.js");
  const files = new URL(FILES, document.baseURI);
  const at = (name: string) => new URL(name, files).href;
  const worker = await createWorker("eng", OEM.LSTM_ONLY, {
    workerPath: at("worker.min.js"),
    corePath: at("tesseract-core-simd-lstm.js"),
    langPath: files.href.replace(/\/$/, ""),
    // A worker from a blob: address would need a looser content policy.
    workerBlobURL: false,
    cacheMethod: "none",
    gzip: true,
  });
  // As the command line has it: looks for blocks, and makes fewer words of stamps and signatures than one block would.
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: "300" });
  return {
    async recognise({ png }) {
      const { data } = await worker.recognize(new Blob([bytesOf(png)], { type: "image/png" }), {}, { text: false, blocks: false, tsv: true });
      return wordsOf(data.tsv ?? "");
    },
    end: () => void worker.terminate(),
  };
}
