// Opens packets with pdf.js, which Firefox has, and with poppler: both must find as many pages, the same letters on each, and the same grey
// where they draw it. Usage: node tests/e2e/pdfjs.mjs FOLDER, with packets of today's design, such as those that
// `samples FOLDER sixth` prints, or `COUNTERSIGN_GOLDEN_PDF=FOLDER cargo test --workspace --test golden sixth_design`.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { Tally, check, startBrowser } from "./support.mjs";

const folder = process.argv[2];
if (!folder) throw new Error("name the folder with the packets");

/** Of each packet so many pages are drawn; letters are compared on all of them. */
const DRAWN = 16;
/** Greys are means of fields, as many beside and below each other. */
const FIELDS = [8, 11];
/** How far the mean of a field may differ, of 255: each smooths the edges of letters in its own way. */
const TOLERANCE = 6;

const poppler = (program, ...args) => execFileSync(program, args, { maxBuffer: 1 << 28 });

/** Letters without white space and marks of direction, sorted: each has an order of its own for what is read from right to left. */
const letters = (text) => [...text.normalize("NFKC").replace(/[\s\p{Cf}]/gu, "")].sort().join("");

/** Means of the fields of a picture of so many bytes for each pixel; the page has this function, too. */
const fields = ({ width, height, data, channels }, [columns, rows]) => {
  const sums = Array.from({ length: columns * rows }, () => [0, 0]);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const sum = sums[Math.floor((y * rows) / height) * columns + Math.floor((x * columns) / width)];
      const at = (y * width + x) * channels;
      sum[0] += (data[at] + data[at + 1] + data[at + 2]) / 3;
      sum[1] += 1;
    }
  }
  return sums.map(([sum, count]) => sum / count);
};

/** A picture as poppler writes it: `P6`, width, height, 255, then three bytes for each pixel. */
const ofPpm = (bytes) => {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString("latin1"));
  return { width: Number(head[1]), height: Number(head[2]), data: bytes.subarray(head[0].length), channels: 3 };
};

const browser = await startBrowser();
const page = await browser.newPage();
const complaints = [];
page.on("console", (message) => complaints.push(message.text()));
page.on("pageerror", (error) => complaints.push(error.message));
const build = join(dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json")), "build");
await page.route("https://packets.test/**", (route) => {
  const { pathname } = new URL(route.request().url());
  if (pathname === "/") return route.fulfill({ contentType: "text/html", body: "<!doctype html><title>pdf.js</title>" });
  const path = pathname.endsWith(".mjs") ? join(build, pathname) : join(folder, pathname);
  return route.fulfill({ path, contentType: pathname.endsWith(".mjs") ? "text/javascript" : "application/pdf" });
});
await page.goto("https://packets.test/");
await page.addScriptTag({ content: `window.fields = ${fields}` });
await page.evaluate(async () => {
  const pdfjs = await import("https://packets.test/pdf.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = "https://packets.test/pdf.worker.mjs";
  window.open_ = async (name) => {
    window.file = await pdfjs.getDocument({ url: `https://packets.test/${name}`, verbosity: pdfjs.VerbosityLevel.WARNINGS }).promise;
    const { Marked } = (await window.file.getMarkInfo()) ?? {};
    return { pages: window.file.numPages, tagged: Marked, attached: Object.keys((await window.file.getAttachments()) ?? {}) };
  };
  window.textOf = async (number) => {
    const { items } = await (await window.file.getPage(number)).getTextContent();
    return items.map((item) => item.str ?? "").join("");
  };
  window.tree = async (number) => (await (await window.file.getPage(number)).getStructTree())?.children.length ?? 0;
  window.drawn = async ([number, parts]) => {
    const shown = await window.file.getPage(number);
    const viewport = shown.getViewport({ scale: 1 });
    const canvas = Object.assign(document.createElement("canvas"), { width: Math.ceil(viewport.width), height: Math.ceil(viewport.height) });
    await shown.render({ canvas, viewport, background: "white" }).promise;
    const { width, height } = canvas;
    return window.fields({ width, height, data: canvas.getContext("2d").getImageData(0, 0, width, height).data, channels: 4 }, parts);
  };
});

const tally = new Tally();
const packets = readdirSync(folder).filter((name) => name.endsWith(".pdf"));
for (const name of packets) {
  const path = join(folder, name);
  await tally.step(`pdf.js and poppler agree on ${name}`, async () => {
    complaints.length = 0;
    const { pages, tagged, attached } = await page.evaluate((name) => window.open_(name), name);
    const counted = Number(/^Pages:\s+(\d+)$/m.exec(poppler("pdfinfo", path))[1]);
    check(pages === counted, `pdf.js counts ${pages} pages, poppler ${counted}`);
    check(tagged === true, "pdf.js takes it for tagged");
    check(attached.includes("decision.json"), `the data is inside: ${attached.join(", ")}`);
    const texts = poppler("pdftotext", "-raw", path, "-").toString().split("\f");
    for (let number = 1; number <= pages; number += 1) {
      const [ours, theirs] = [letters(await page.evaluate((number) => window.textOf(number), number)), letters(texts[number - 1])];
      check(ours.length > 0 && ours === theirs, `page ${number}: pdf.js reads ${ours.length} letters, poppler ${theirs.length}`);
      check((await page.evaluate((number) => window.tree(number), number)) > 0, `page ${number} says what its parts are`);
      if (number > DRAWN) continue;
      const one = ["-f", String(number), "-l", String(number), "-r", "72"];
      const drawn = await page.evaluate((asked) => window.drawn(asked), [number, FIELDS]);
      const expected = fields(ofPpm(poppler("pdftoppm", ...one, path)), FIELDS);
      const apart = Math.max(...drawn.map((mean, field) => Math.abs(mean - expected[field])));
      check(apart <= TOLERANCE, `page ${number}: the mean grey of a field differs by ${apart.toFixed(1)} of 255`);
    }
    check(complaints.length === 0, `pdf.js complains: ${complaints.slice(0, 3).join("; ")}`);
  });
}
await browser.close();
check(packets.length > 0, `no packet is in ${folder}`);
process.exit(tally.end());
