import { createHash, timingSafeEqual } from 'node:crypto';

/** What of a request decides whether it may pass. */
export interface Visitor {
  readonly host: string | undefined;
  readonly method: string;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Mode`: what a browser fetches for. */
  readonly fetchMode?: string | undefined;
  /** `Sec-Fetch-Site`: whose page made a browser ask. */
  readonly fetchSite?: string | undefined;
}

const USUAL_PORT = 80;
/** Names of this machine that no DNS decides on. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Keeps strangers out. The server listens on loopback only, but every page that a browser of this machine shows can reach that: so a request must name
 * this machine as its host (a foreign name that was rebound to 127.0.0.1 does not), must not come from another page, and whatever acts or listens must
 * know the token of this run.
 */
export class Guard {
  private readonly hosts: ReadonlySet<string>;
  private readonly tokenDigest: Buffer;

  constructor(port: number, token: string) {
    // Browsers leave the usual port out.
    this.hosts = new Set(LOOPBACK.flatMap((name) => [`${name}:${String(port)}`, ...(port === USUAL_PORT ? [name] : [])]));
    this.tokenDigest = digest(token);
  }

  /** Why a request may not pass, as a sentence; `null` when it may. */
  refusal({ fetchMode, fetchSite, host = '', method, origin }: Visitor): string | null {
    if (!this.hosts.has(host.toLowerCase())) return `The playground is not at "${host}": open it at 127.0.0.1, as the terminal says.`;
    if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`)
      return `Pages of ${origin} may not use the playground.`;
    // Following a link to the page is harmless: it shows nothing without the token.
    const isVisit = method === 'GET' && fetchMode === 'navigate';
    if (fetchSite !== undefined && !['same-origin', 'none'].includes(fetchSite) && !isVisit)
      return 'Other pages may not use the playground.';
    return null;
  }

  /** Whether this is the token of this run. It takes the same time for every wrong one. */
  admits(token: string | null): boolean {
    return token !== null && timingSafeEqual(digest(token), this.tokenDigest);
  }
}

/** All digests are of one length, which `timingSafeEqual` wants. */
function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
