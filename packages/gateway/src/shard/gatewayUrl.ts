import type { TransportCompression } from '../transport/FrameDecoder.js';

/** The version of the gateway that aplomb speaks. */
export const GATEWAY_VERSION = 10;
/** Where `GET /gateway` has pointed for years. */
export const DEFAULT_GATEWAY_URL = 'wss://gateway.discord.gg';

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * The URL to connect to: the host that Discord named, with our query. The query belongs to every connect, resume URLs included, which come without one.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#connecting | Connecting}
 */
export function connectUrl(base: string, compression: TransportCompression): string {
  const url = new URL(base);
  url.searchParams.set('v', String(GATEWAY_VERSION));
  url.searchParams.set('encoding', 'json');
  if (compression === 'none') url.searchParams.delete('compress');
  else url.searchParams.set('compress', compression);
  return url.href;
}

/** Whether a token may be sent there at all: `wss:` anywhere, `ws:` on this machine. */
export function isSafeUrl(value: string): boolean {
  const url = parse(value);
  return url !== null && (url.protocol === 'wss:' || (url.protocol === 'ws:' && LOOPBACK.test(url.hostname)));
}

/**
 * Whether a `resume_gateway_url` may be trusted with the token: the same host as the gateway's own, or one under the same parent domain
 * (`gateway-us-east1-b.discord.gg` beside `gateway.discord.gg`); on this machine any port.
 */
export function isTrustedResumeUrl(value: string, mainUrl: string): boolean {
  const resume = parse(value);
  const main = parse(mainUrl);
  if (resume === null || main === null || !isSafeUrl(value)) return false;
  if (LOOPBACK.test(main.hostname)) return LOOPBACK.test(resume.hostname);
  const parent = parentDomain(main.hostname);
  return resume.hostname === main.hostname || (parent !== null && resume.hostname.endsWith(`.${parent}`));
}

/** `discord.gg` of `gateway.discord.gg`; `null` where taking a label off would leave a top-level domain or cut an address. */
function parentDomain(hostname: string): string | null {
  const labels = hostname.split('.');
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[')) return null;
  return labels.length >= 3 ? labels.slice(1).join('.') : hostname;
}

function parse(value: string): URL | null {
  return URL.canParse(value) ? new URL(value) : null;
}
