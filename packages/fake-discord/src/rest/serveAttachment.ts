import { isSigned } from '../world/attachments.js';
import type { World } from '../world/World.js';
import type { RestReply } from './RestRequest.js';

const PATH = /^\/attachments\/(\d+)\/(\d+)\/[^/]+$/;

/** True for a URL of the CDN, which is another server than the API: it asks for no token, and knows neither limits nor faults. */
export function isAttachmentUrl(url: string | undefined): boolean {
  return url?.startsWith('/attachments/') === true;
}

/** Answers with the bytes of an attachment, as long as its message is there and its URL works. */
export function serveAttachment(world: World, url: string): RestReply {
  const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
  const [, channelId = '', id = ''] = PATH.exec(pathname) ?? [];
  const record = world.channels.get(channelId)?.messages.holding(id);
  const upload = world.uploads.get(id);
  const data = record?.files.get(id) ?? upload?.data;
  const attachment = record?.payload.attachments.find((each) => each.id === id) ?? upload?.attachment;
  if (data === undefined || attachment === undefined || !isSigned(pathname, searchParams, world.clock.wallMs())) return gone();
  return { status: 200, headers: { via: undefined, 'content-type': attachment.content_type }, rawBody: data };
}

function gone(): RestReply {
  return { status: 404, headers: { via: undefined, 'content-type': 'text/plain' }, rawBody: 'This content is no longer available.' };
}
