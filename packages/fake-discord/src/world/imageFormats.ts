/** What the bytes of a picture tell of it. */
export interface ImageFacts {
  readonly type: string;
  readonly height?: number;
  readonly width?: number;
}

type Size = Pick<ImageFacts, 'height' | 'width'>;

/** A format of pictures: how it begins, and where it says how large it is. */
interface ImageFormat {
  readonly isIt: (data: Buffer) => boolean;
  readonly leastBytes: number;
  readonly size: (data: Buffer) => Size;
  readonly type: string;
}

const FORMATS: readonly ImageFormat[] = [
  {
    type: 'image/png',
    isIt: (data) => data.readUInt32BE(0) === 0x89504e47,
    leastBytes: 24,
    size: (data) => ({ width: data.readUInt32BE(16), height: data.readUInt32BE(20) }),
  },
  {
    type: 'image/gif',
    isIt: (data) => textAt(data, 0, 4) === 'GIF8',
    leastBytes: 10,
    size: (data) => ({ width: data.readUInt16LE(6), height: data.readUInt16LE(8) }),
  },
  { type: 'image/jpeg', isIt: (data) => data.readUIntBE(0, 3) === 0xffd8ff, leastBytes: 4, size: jpegSize },
  { type: 'image/webp', isIt: (data) => textAt(data, 0, 4) === 'RIFF' && textAt(data, 8, 4) === 'WEBP', leastBytes: 30, size: webpSize },
];

/** Recognizes PNG, GIF, JPEG and WebP by their first bytes; `undefined` for everything else. Of one that is cut off the size is not known. */
export function imageFacts(data: Buffer): ImageFacts | undefined {
  const format = data.length < 4 ? undefined : FORMATS.find(({ isIt }) => isIt(data));
  if (format === undefined) return undefined;
  const { leastBytes, size, type } = format;
  return { type, ...(data.length >= leastBytes && size(data)) };
}

/**
 * Goes from segment to segment until one that begins a frame, which has the size.
 *
 * @see {@link https://www.w3.org/Graphics/JPEG/itu-t81.pdf | ITU T.81, B.2.2}
 */
function jpegSize(data: Buffer): Size {
  for (let at = 2; at + 9 <= data.length && data[at] === 0xff; at += 2 + data.readUInt16BE(at + 2)) {
    if (beginsFrame(data[at + 1] ?? 0)) return { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
  }
  return {};
}

/** SOF0 to SOF15, among which DHT, JPG and DAC are something else. */
function beginsFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** @see {@link https://www.rfc-editor.org/rfc/rfc9649 | RFC 9649} */
function webpSize(data: Buffer): Size {
  switch (textAt(data, 12, 4)) {
    case 'VP8X':
      return { width: data.readUIntLE(24, 3) + 1, height: data.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = data.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: data.readUInt16LE(26) & 0x3fff, height: data.readUInt16LE(28) & 0x3fff };
    default:
      return {};
  }
}

function textAt(data: Buffer, at: number, length: number): string {
  return data.toString('latin1', at, at + length);
}
