import { inspect } from 'node:util';
import { systemClock } from '@aplomb/base';
import type { ServerResponse } from 'node:http';
import type { Figure } from '../Figure.js';
import { CHANNEL, codeOf, endingOf, RestSubject, TOKEN } from './RestSubject.js';
import { answerJson, MESSAGE, ScriptedApi } from './ScriptedApi.js';

const DEADLINE_MS = 10_000;
/** What timers and a busy machine add. */
const LATE_MS = 100;
const DRIP_EVERY_MS = 250;

/** What servers and networks do to answers, and what must not be asked at all: the lower half of the peers' table. */
export const answerFigures: readonly (() => Promise<Figure>)[] = [
  (): Promise<Figure> => endsInTime('never answers: the call ends after', () => undefined),
  (): Promise<Figure> => endsInTime('the body drips: the call ends after', drip),
  resetInBody,
  resetBeforeAnswer,
  badGateways,
  (): Promise<Figure> =>
    unreadable('invalid JSON', (response) => response.writeHead(200, { 'content-type': 'application/json' }).end('{"id": 1')),
  (): Promise<Figure> => unreadable('an empty 200', (response) => response.writeHead(200).end()),
  rejectedToken,
  deadWebhook,
  traversal,
  brokenReason,
  inspectedError,
  redirect,
];

async function endsInTime(name: string, answer: (response: ServerResponse) => void): Promise<Figure> {
  await using subject = await RestSubject.start((_request, response) => {
    answer(response);
  });
  // A message is sent again with its nonce: each attempt has its own deadline, which is what is measured here.
  const attemptsMs: number[] = [];
  subject.rest.on('response', ({ durationMs }) => attemptsMs.push(durationMs));
  const code = codeOf(await endingOf(subject.say()));
  const longestMs = Math.max(...attemptsMs);
  const measured = `${(longestMs / 1_000).toFixed(2)} s, ${attemptsMs.length} attempts, ${code}`;
  return { name, goal: '≤ 10 s an attempt', measured, isMet: longestMs <= DEADLINE_MS + LATE_MS && code !== 'resolved' };
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const next = (): void => {
    if (response.destroyed) return;
    response.write(' ');
    systemClock.after(DRIP_EVERY_MS, next);
  };
  next();
}

async function resetInBody(): Promise<Figure> {
  await using subject = await RestSubject.start((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
    response.write('{"id": "11');
    systemClock.after(20, () => response.socket?.resetAndDestroy());
  });
  const code = codeOf(await endingOf(subject.rest.request('POST', `/channels/${CHANNEL}/typing`)));
  return { name: 'reset in the middle of the body', goal: 'rejects', measured: code, isMet: code.startsWith('REST_') };
}

async function resetBeforeAnswer(): Promise<Figure> {
  const messages = new Set<string>();
  await using subject = await RestSubject.start(({ body, index }, response) => {
    const { enforce_nonce: isEnforced, nonce } = JSON.parse(body) as { readonly enforce_nonce?: boolean; readonly nonce?: string };
    messages.add(isEnforced === true && nonce !== undefined ? nonce : `request ${index}`);
    if (index === 0) response.socket?.resetAndDestroy();
    else answerJson(response, 200, MESSAGE);
  });
  const code = codeOf(await endingOf(subject.say()));
  const measured = `${messages.size} message, ${subject.api.requests.length} requests, ${code}`;
  return {
    name: 'reset before the answer to a POST',
    goal: 'nonce, and one message',
    measured,
    isMet: messages.size === 1 && code === 'resolved',
  };
}

async function badGateways(): Promise<Figure> {
  await using subject = await RestSubject.start(({ index }, response) => {
    if (index % 3 === 2) answerJson(response, 200, {});
    else response.writeHead(502, { 'content-type': 'text/html' }).end('<html>502</html>');
  });
  const gaps: number[] = [];
  for (let call = 0; call < 4; call += 1) await subject.rest.channels.get(CHANNEL);
  const times = subject.api.requests.map(({ atMs }) => atMs);
  for (let at = 0; at < times.length; at += 3)
    gaps.push((times[at + 1] ?? NaN) - (times[at] ?? NaN), (times[at + 2] ?? NaN) - (times[at + 1] ?? NaN));
  const isJittered = new Set(gaps.map((gap) => Math.round(gap / 5))).size > gaps.length / 2;
  return {
    name: '502 twice, four calls: gaps',
    goal: 'jittered',
    measured: `${gaps.map((gap) => gap.toFixed(0)).join(', ')} ms`,
    isMet: isJittered,
  };
}

async function unreadable(name: string, answer: (response: ServerResponse) => void): Promise<Figure> {
  await using subject = await RestSubject.start((_request, response) => {
    answer(response);
  });
  const code = codeOf(await endingOf(subject.say()));
  return { name, goal: 'a typed error', measured: code, isMet: code === 'REST_ANSWER_UNREADABLE' };
}

async function rejectedToken(): Promise<Figure> {
  await using subject = await RestSubject.start((_request, response) => {
    answerJson(response, 401, { message: '401: Unauthorized', code: 0 });
  });
  await endingOf(subject.say());
  await Promise.all(Array.from({ length: 20 }, (_, index) => endingOf(subject.say(index))));
  const sent = subject.api.requests.length - 1;
  return { name: 'after a 401: of 20 further calls, sent', goal: '0', measured: String(sent), isMet: sent === 0 };
}

async function deadWebhook(): Promise<Figure> {
  await using subject = await RestSubject.start((_request, response) => {
    answerJson(response, 404, { message: 'Unknown Webhook', code: 10_015 });
  });
  for (let call = 0; call < 20; call += 1)
    await endingOf(subject.rest.webhooks.execute(CHANNEL, 'a-token-of-a-webhook', { content: 'hello' }));
  const sent = subject.api.requests.length;
  return { name: 'a dead webhook, 20 calls: sent', goal: '1', measured: String(sent), isMet: sent === 1 };
}

async function traversal(): Promise<Figure> {
  await using subject = await RestSubject.start((_request, response) => {
    answerJson(response, 200, {});
  });
  const ids = ['../users/@me', '..', '.', '1?x', '1#f', '%2e%2e', '1\\2', '1/2', '\u2025', ''];
  const codes = await Promise.all(ids.map(async (id) => codeOf(await endingOf(subject.rest.channels.messages(id).then((page) => page)))));
  const refused = codes.filter((code) => code === 'INVALID_OPTION').length;
  const sent = subject.api.requests.length;
  return {
    name: `${ids.length} hostile channel ids (../users/@me …): refused, sent`,
    goal: `${ids.length}, 0`,
    measured: `${refused}, ${sent}`,
    isMet: refused === ids.length && sent === 0,
  };
}

async function brokenReason(): Promise<Figure> {
  await using subject = await RestSubject.start((_request, response) => {
    response.writeHead(204).end();
  });
  const ending = await endingOf(subject.rest.channels.deleteMessage(CHANNEL, CHANNEL, { reason: 'a\ud800b' }));
  const received = decodeURIComponent(String(subject.api.requests[0]?.headers['x-audit-log-reason'] ?? ''));
  return {
    name: 'a lone surrogate in the audit-log reason',
    goal: 'accepted, repaired',
    measured: `${codeOf(ending)}, "${received}"`,
    isMet: received === 'a\ufffdb',
  };
}

async function inspectedError(): Promise<Figure> {
  await using subject = await RestSubject.start((_request, response) => {
    response.socket?.resetAndDestroy();
  });
  const ending = await endingOf(subject.rest.request('POST', `/channels/${CHANNEL}/typing`));
  const text = inspect(ending, { depth: 20, showHidden: true }) + inspect(subject.rest, { depth: 20, showHidden: true });
  const isThere = text.includes(TOKEN);
  return {
    name: 'the token in inspect(error) or inspect(rest)',
    goal: 'no',
    measured: isThere ? 'yes' : 'no',
    isMet: !isThere && ending.type === 'rejected',
  };
}

async function redirect(): Promise<Figure> {
  await using evil = await ScriptedApi.start((_request, response) => {
    answerJson(response, 200, MESSAGE);
  });
  await using subject = await RestSubject.start((_request, response) => {
    response.writeHead(307, { location: evil.url }).end();
  });
  const code = codeOf(await endingOf(subject.say()));
  const measured = `${code}, ${evil.requests.length} requests there`;
  return {
    name: 'a redirect to another host',
    goal: 'refused, 0 requests there',
    measured,
    isMet: code.startsWith('REST_') && evil.requests.length === 0,
  };
}
