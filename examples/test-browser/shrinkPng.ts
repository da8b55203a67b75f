import { crc32, deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE_BYTES = 8;
const PALETTE_COLORS = 256;
/** The square of the distance under which two colours count as one. */
const ALIKE = 60;
/** So many of the colours that are there most are taken as they are: grounds and shadows differ by little. */
const GROUNDS = 96;

interface Picture {
  readonly bytesPerPixel: number;
  readonly height: number;
  readonly width: number;
}

/** Writes a PNG of a browser with a palette of 256 colours: a page has few, but for the edges of its letters. It is about a third as large then. */
export function shrinkPng(png: Buffer): Buffer {
  const { data, header } = readChunks(png);
  const picture = { width: header.readUInt32BE(0), height: header.readUInt32BE(4), bytesPerPixel: header[9] === 6 ? 4 : 3 };
  const colors = colorsOf(unfilter(inflateSync(data), picture), picture);
  const { indexOf, palette } = choosePalette(colors);
  const rows = Buffer.alloc((picture.width + 1) * picture.height);
  colors.forEach((color, at) => (rows[at + Math.floor(at / picture.width) + 1] = indexOf.get(color) ?? 0));
  const newHeader = Buffer.from(header);
  newHeader.set([8, 3], 8);
  return Buffer.concat([
    png.subarray(0, SIGNATURE_BYTES),
    chunk('IHDR', newHeader),
    chunk('PLTE', Buffer.from(palette.flatMap((color) => channelsOf(color)))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function readChunks(png: Buffer): { readonly data: Buffer; readonly header: Buffer } {
  const found = new Map<string, Buffer[]>();
  for (let at = SIGNATURE_BYTES; at < png.length;) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    found.set(type, [...(found.get(type) ?? []), png.subarray(at + 8, at + 8 + length)]);
    at += length + 12;
  }
  return { data: Buffer.concat(found.get('IDAT') ?? []), header: Buffer.concat(found.get('IHDR') ?? []) };
}

/** Undoes what each row was predicted with: see the PNG specification, https://www.w3.org/TR/png-3/#9Filters */
function unfilter(filtered: Buffer, { bytesPerPixel, height, width }: Picture): Buffer {
  const stride = width * bytesPerPixel;
  const plain = Buffer.alloc(stride * height);
  for (let at = 0; at < plain.length; at += 1) {
    const row = Math.floor(at / stride);
    const isFirst = at % stride < bytesPerPixel;
    const left = isFirst ? 0 : plain[at - bytesPerPixel]!;
    const up = row === 0 ? 0 : plain[at - stride]!;
    const upLeft = isFirst || row === 0 ? 0 : plain[at - stride - bytesPerPixel]!;
    plain[at] = filtered[at + row + 1]! + predicted(filtered[row * (stride + 1)]!, left, up, upLeft);
  }
  return plain;
}

function predicted(filter: number, left: number, up: number, upLeft: number): number {
  if (filter < 3) return [0, left, up][filter]!;
  if (filter === 3) return (left + up) >> 1;
  const [toLeft, toUp, toUpLeft] = [left, up, upLeft].map((value) => Math.abs(left + up - upLeft - value)) as [number, number, number];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

function colorsOf(pixels: Buffer, { bytesPerPixel, height, width }: Picture): Uint32Array {
  return Uint32Array.from({ length: width * height }, (_, at) => pixels.readUIntBE(at * bytesPerPixel, 3));
}

/** The colours that are there most and differ from one another, and for each other one the nearest of these. */
function choosePalette(colors: Uint32Array): { readonly indexOf: ReadonlyMap<number, number>; readonly palette: readonly number[] } {
  const counts = new Map<number, number>();
  for (const color of colors) counts.set(color, (counts.get(color) ?? 0) + 1);
  const byCount = [...counts.keys()].sort((one, other) => counts.get(other)! - counts.get(one)!);
  const palette: number[] = [];
  for (const color of byCount) {
    // The edges of letters are many, and much alike: without this there would be no room for a small red dot.
    const isWanted = palette.length < GROUNDS || nearestTo(color, palette).distance >= ALIKE;
    if (palette.length < PALETTE_COLORS && isWanted) palette.push(color);
  }
  return { palette, indexOf: new Map(byCount.map((color) => [color, nearestTo(color, palette).index])) };
}

function nearestTo(color: number, palette: readonly number[]): { readonly distance: number; readonly index: number } {
  const [red, green, blue] = channelsOf(color);
  let best = { distance: Infinity, index: 0 };
  for (const [index, other] of palette.entries()) {
    const [itsRed, itsGreen, itsBlue] = channelsOf(other);
    const distance = (red - itsRed) ** 2 + (green - itsGreen) ** 2 + (blue - itsBlue) ** 2;
    if (distance < best.distance) best = { distance, index };
  }
  return best;
}

function channelsOf(color: number): readonly [number, number, number] {
  return [color >> 16, (color >> 8) & 255, color & 255];
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
