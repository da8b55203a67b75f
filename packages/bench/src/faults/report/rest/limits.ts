import { systemClock } from '@aplomb/base';
import type { ServerResponse } from 'node:http';
import type { Figure } from '../Figure.js';
import { codeOf, endingOf, RestSubject } from './RestSubject.js';
import { answerJson, MESSAGE, type Script } from './ScriptedApi.js';

const GRACE_MS = 5;

/** What Discord says about limits, and says badly: the upper half of the peers' table. */
export const limitFigures: readonly (() => Promise<Figure>)[] = [
  (): Promise<Figure> =>
    requestsUnder({ name: '429 without Retry-After: requests in 6 s', lastsMs: 6_000, most: 4 }, (response) =>
      response.writeHead(429).end(),
    ),
  (): Promise<Figure> =>
    requestsUnder({ name: 'Retry-After: 0, requests in 6 s', lastsMs: 6_000, most: 6 }, (response) =>
      answerJson(response, 429, { message: 'You are being rate limited.', retry_after: 0, global: false }, { 'retry-after': '0' }),
    ),
  httpDate,
  hugeWait,
  globalLimit,
  cloudflare,
  sharedLimit,
  burst,
  brokenHeaders,
];

async function requestsUnder(
  { name, lastsMs, most }: { readonly name: string; readonly lastsMs: number; readonly most: number },
  refuse: (response: ServerResponse) => void,
): Promise<Figure> {
  await using subject = await RestSubject.start((_request, response) => {
    refuse(response);
  });
  await endingOf(subject.say(0, AbortSignal.timeout(lastsMs)));
  const sent = subject.api.requests.length;
  return { name, goal: `≤ ${most}`, measured: String(sent), isMet: sent >= 1 && sent <= most };
}

async function httpDate(): Promise<Figure> {
  const freeMs = Math.ceil(systemClock.wallMs() / 1_000) * 1_000 + 4_000;
  await using subject = await RestSubject.start((_request, response) => {
    if (systemClock.wallMs() >= freeMs) answerJson(response, 200, MESSAGE);
    else response.writeHead(429, { 'retry-after': new Date(freeMs).toUTCString() }).end();
  });
  const ending = await endingOf(subject.say());
  const sent = subject.api.requests.length;
  return {
    name: 'Retry-After as an HTTP date (4 s): requests',
    goal: '2',
    measured: `${sent}, ${codeOf(ending)}`,
    isMet: sent === 2 && ending.type === 'resolved',
  };
}

async function hugeWait(): Promise<Figure> {
  await using subject = await RestSubject.start((_request, response) => {
    answerJson(response, 429, { message: 'You are being rate limited.', retry_after: 66_271, global: false }, { 'retry-after': '66271' });
  });
  const beganMs = systemClock.nowMs();
  const code = codeOf(await endingOf(subject.say()));
  const tookMs = systemClock.nowMs() - beganMs;
  const sent = subject.api.requests.length;
  const measured = `${code} after ${tookMs.toFixed(0)} ms, ${sent} request`;
  return {
    name: 'Retry-After of 66,271 s',
    goal: 'rejects at the deadline (60 s)',
    measured,
    isMet: code === 'REST_RATE_LIMITED' && tookMs <= 60_000 && sent === 1,
  };
}

async function globalLimit(): Promise<Figure> {
  let heldUntilMs = Infinity;
  let refused = 0;
  await using subject = await RestSubject.start(({ atMs, index }, response) => {
    // The eleventh request finds the limit, as other processes of the bot would have it.
    if (index === 10) heldUntilMs = atMs + 1_500;
    if (heldUntilMs === Infinity || atMs >= heldUntilMs) {
      systemClock.after(20, () => {
        answerJson(response, 200, MESSAGE);
      });
      return;
    }
    refused += 1;
    const waitS = (heldUntilMs - atMs) / 1_000;
    const headers = { 'retry-after': String(Math.ceil(waitS)), 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' };
    answerJson(response, 429, { message: 'You are being rate limited.', retry_after: waitS, global: true }, headers);
  });
  const onTheWire = watchFirstRefusal(subject);
  const endings = await Promise.all(Array.from({ length: 40 }, (_, index) => endingOf(subject.say(index % 20))));
  const isDone = endings.every(({ type }) => type === 'resolved');
  return {
    name: 'global 429, 40 calls in parallel on 20 buckets: 429s',
    goal: `≤ in flight at the first (${onTheWire.count})`,
    measured: String(refused),
    isMet: isDone && refused <= onTheWire.count,
  };
}

/** How many requests were under way when the first 429 came back, itself included: none of them could be called back. */
function watchFirstRefusal({ rest }: RestSubject): { readonly count: number } {
  const seen = { count: 0 };
  let underWay = 0;
  rest.on('request', () => {
    underWay += 1;
  });
  rest.on('response', ({ status }) => {
    if (status === 429 && seen.count === 0) seen.count = underWay;
    underWay -= 1;
  });
  return seen;
}

async function cloudflare(): Promise<Figure> {
  const windowMs = 1_000;
  const bans = 3;
  let beganMs: number | null = null;
  let banned = 0;
  await using subject = await RestSubject.start(({ atMs }, response) => {
    beganMs ??= atMs;
    if (atMs - beganMs >= bans * windowMs) return answerJson(response, 200, MESSAGE);
    banned += 1;
    response.writeHead(429, { 'content-type': 'text/html', 'retry-after': String(windowMs / 1_000) }).end('<html>error code: 1015</html>');
  });
  const endings = await Promise.all(Array.from({ length: 60 }, (_, index) => endingOf(subject.say(index))));
  const isDone = endings.every(({ type }) => type === 'resolved');
  return {
    name: `Cloudflare's HTML 429, 60 calls: wasted in ${bans} windows`,
    goal: '≤ 1 per window',
    measured: String(banned),
    isMet: isDone && banned <= bans,
  };
}

async function sharedLimit(): Promise<Figure> {
  await using subject = await RestSubject.start(({ index }, response) => {
    if (index > 0) return answerJson(response, 200, MESSAGE);
    const headers = { 'retry-after': '1.5', 'x-ratelimit-scope': 'shared', ...limitHeaders(5, 4, 0.1) };
    answerJson(response, 429, { message: 'The resource is being rate limited.', retry_after: 1.5, global: false }, headers);
  });
  await subject.say();
  const [first, second] = subject.api.requests;
  const waitedMs = (second?.atMs ?? NaN) - (first?.atMs ?? NaN);
  return {
    name: 'shared 429 of 1.5 s: retry after',
    goal: '≥ 1.5 s',
    measured: `${(waitedMs / 1_000).toFixed(2)} s`,
    isMet: waitedMs >= 1_500 - GRACE_MS,
  };
}

/** The one figure that a busy machine falsifies: each of its 19 waits ends later then. */
export async function smallBucketFigure(): Promise<Figure> {
  const { script, counts } = bucketScript(1, 330);
  await using subject = await RestSubject.start(script);
  const beganMs = systemClock.nowMs();
  await Promise.all(Array.from({ length: 20 }, () => subject.say()));
  const tookMs = systemClock.nowMs() - beganMs;
  const measured = `${(tookMs / 1_000).toFixed(2)} s, ${counts.refused} × 429`;
  return {
    name: '20 calls in a bucket of 1 per 0.33 s (ideal 6.3 s)',
    goal: '≤ 6.5 s',
    measured,
    isMet: tookMs <= 6_500 && counts.refused === 0,
  };
}

async function burst(): Promise<Figure> {
  await using subject = await RestSubject.start((_request, response) => {
    systemClock.after(10, () => {
      answerJson(response, 200, MESSAGE);
    });
  });
  const beganMs = systemClock.nowMs();
  await Promise.all(Array.from({ length: 200 }, (_, index) => subject.say(index)));
  const tookMs = systemClock.nowMs() - beganMs;
  const peak = subject.api.peakWithin(1_000);
  return {
    name: '200 calls at once: peak in any second',
    goal: '≤ 50',
    measured: `${peak}, all in ${(tookMs / 1_000).toFixed(2)} s`,
    isMet: peak <= 50,
  };
}

async function brokenHeaders(): Promise<Figure> {
  const garbage: readonly Readonly<Record<string, string>>[] = [
    { 'x-ratelimit-limit': 'abc', 'x-ratelimit-remaining': '-1', 'x-ratelimit-reset-after': '1e400', 'x-ratelimit-bucket': 'b' },
    { 'x-ratelimit-limit': '0', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': 'NaN' },
    { 'x-ratelimit-remaining': '0' },
    { 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': '-3', 'x-ratelimit-bucket': '' },
  ];
  await using subject = await RestSubject.start(({ index }, response) => {
    answerJson(response, 200, MESSAGE, garbage[index % garbage.length]);
  });
  const endings = await Promise.all(Array.from({ length: 12 }, () => endingOf(subject.say(0, AbortSignal.timeout(5_000)))));
  const done = endings.filter(({ type }) => type === 'resolved').length;
  return { name: 'malformed limit headers: calls that settle well', goal: '12 of 12', measured: `${done} of 12`, isMet: done === 12 };
}

/** A bucket that is what its headers say. */
function bucketScript(limit: number, windowMs: number): { readonly script: Script; readonly counts: { refused: number } } {
  const counts = { refused: 0 };
  let endsMs = -Infinity;
  let used = 0;
  const script: Script = ({ atMs }, response) => {
    if (atMs >= endsMs) {
      endsMs = atMs + windowMs;
      used = 0;
    }
    used += 1;
    const headers = limitHeaders(limit, Math.max(0, limit - used), (endsMs - systemClock.nowMs()) / 1_000);
    if (used <= limit) return answerJson(response, 200, MESSAGE, headers);
    counts.refused += 1;
    const waitS = (endsMs - atMs) / 1_000;
    answerJson(
      response,
      429,
      { message: 'You are being rate limited.', retry_after: waitS, global: false },
      { ...headers, 'retry-after': String(Math.ceil(waitS)), 'x-ratelimit-scope': 'user' },
    );
  };
  return { script, counts };
}

function limitHeaders(limit: number, remaining: number, resetAfterS: number): Record<string, string> {
  return {
    'x-ratelimit-bucket': 'a1b2c3',
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': (systemClock.wallMs() / 1_000 + resetAfterS).toFixed(3),
    'x-ratelimit-reset-after': resetAfterS.toFixed(3),
  };
}
