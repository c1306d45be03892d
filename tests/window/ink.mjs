// How much of a picture is dark: whether a page was painted, and not only fetched.

import { inflateSync } from "node:zlib";

/** The bytes a pixel takes, by the colour types of PNG that drivers write. */
const BYTES = { 2: 3, 6: 4 };

/** Darker than any grey that stands in for a page. */
const DARK = 90;

/** Counts the dark pixels within an area of a PNG of eight bits a channel, not interlaced. */
export function ink(png, area) {
  let [width, height, bytes] = [0, 0, 0];
  const packed = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const kind = png.toString("latin1", at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (kind === "IHDR") {
      [width, height, bytes] = [body.readUInt32BE(0), body.readUInt32BE(4), BYTES[body[9]]];
      if (body[8] !== 8 || !bytes || body[12] !== 0) throw new Error(`a PNG of another kind: ${body.toString("hex")}`);
    }
    if (kind === "IDAT") packed.push(body);
    at += length + 12;
  }
  return count(inflateSync(Buffer.concat(packed)), { width, height, bytes }, area);
}

function count(rows, { width, height, bytes }, { left, top, right, bottom }) {
  const stride = width * bytes;
  let above = new Uint8Array(stride);
  let dark = 0;
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const row = unfiltered(rows[start], rows.subarray(start + 1, start + 1 + stride), above, bytes);
    for (let pixel = Math.ceil(left); y >= top && y < bottom && pixel < Math.min(right, width); pixel += 1) {
      const x = pixel * bytes;
      if (row[x] < DARK && row[x + 1] < DARK && row[x + 2] < DARK) dark += 1;
    }
    above = row;
  }
  return dark;
}

/** Undoes a row's filter, which says each byte by its difference from its neighbours. */
function unfiltered(filter, source, above, bytes) {
  const row = new Uint8Array(source.length);
  for (let x = 0; x < source.length; x += 1) {
    const left = x < bytes ? 0 : row[x - bytes];
    const corner = x < bytes ? 0 : above[x - bytes];
    row[x] = source[x] + [0, left, above[x], (left + above[x]) >> 1, nearest(left, above[x], corner)][filter];
  }
  return row;
}

/** Of three neighbours the one nearest to what a slope would give. */
function nearest(left, up, corner) {
  const [toLeft, toUp, toCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}
