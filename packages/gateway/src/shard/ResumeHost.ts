import type { ConnectionEnd } from '../transport/GatewayTransport.js';
import { isTrustedResumeUrl } from './gatewayUrl.js';

/** How often a resume host may time out or answer with a bad status before the main host is asked. */
const STRIKES = 2;

/** How a connect to a host failed, as far as trust in that host goes. */
export type HostFailure = 'gone' | 'unwell';

/** Whether the host is gone (refused, no DNS, bad certificate) or merely unwell (time-outs, bad statuses). */
export function hostFailureOf(end: ConnectionEnd): HostFailure {
  const isGone = end.type === 'connect-failed' && (end.reason === 'refused' || end.reason === 'dns' || end.reason === 'tls');
  return isGone ? 'gone' : 'unwell';
}

/**
 * Where to resume. READY names a host for it; when that host dies, the session is resumed at the main host, which Discord keeps working for it. So a
 * dead host costs its URL and never the session.
 *
 * @see {@link https://docs.discord.com/developers/events/gateway#ready-event | Ready event}
 */
export class ResumeHost {
  private resumeUrl: string | null = null;
  private strikes = 0;
  private readonly mainUrl: string;
  private readonly isFollowed: boolean;

  constructor(mainUrl: string, isFollowed: boolean) {
    this.mainUrl = mainUrl;
    this.isFollowed = isFollowed;
  }

  /** The URL that READY gave, unless its host was given up. */
  get url(): string | null {
    return this.resumeUrl;
  }

  /** Takes the URL that READY or a stored session gave; `false` when it is not one that may see the token. */
  set(url: unknown): boolean {
    this.strikes = 0;
    const isTrusted = typeof url === 'string' && isTrustedResumeUrl(url, this.mainUrl);
    this.resumeUrl = isTrusted ? url : null;
    return isTrusted || url === null || url === undefined;
  }

  /** Where to connect now. */
  target(hasSession: boolean): { readonly url: string; readonly isResumeHost: boolean } {
    if (hasSession && this.isFollowed && this.resumeUrl !== null)
      return { url: withQueryOf(this.mainUrl, this.resumeUrl), isResumeHost: true };
    return { url: this.mainUrl, isResumeHost: false };
  }

  /** Notes that the resume host failed; gives it up at once when it is gone, at the second strike when it is unwell. */
  failed(failure: HostFailure): void {
    this.strikes += 1;
    if (failure === 'gone' || this.strikes >= STRIKES) this.resumeUrl = null;
  }

  /** Notes that the host works. */
  worked(): void {
    this.strikes = 0;
  }
}

/** READY names a host without a query, but a connection without version and compression is another one than ours. */
function withQueryOf(mainUrl: string, resumeUrl: string): string {
  const url = new URL(resumeUrl);
  url.search = new URL(mainUrl).search;
  return url.href;
}
