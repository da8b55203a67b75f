import { imageFacts } from './imageFormats.js';

/** What a client says of a file of which it knows nothing: the same as not saying it. */
export const UNKNOWN_TYPE = 'application/octet-stream';

const BY_ENDING: Readonly<Record<string, string>> = {
  css: 'text/css',
  csv: 'text/csv',
  gif: 'image/gif',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  log: 'text/plain',
  md: 'text/markdown',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  wav: 'audio/wav',
  webm: 'video/webm',
  webp: 'image/webp',
  xml: 'application/xml',
  zip: 'application/zip',
};

/** The media type of a file: what pictures begin with, else what its name ends with; `undefined` where neither tells. */
export function mediaTypeOf(filename: string, data: Buffer): string | undefined {
  return imageFacts(data)?.type ?? BY_ENDING[/\.(\w+)$/.exec(filename)?.[1]?.toLowerCase() ?? ''];
}
