import { expect, it } from '@jest/globals';
import * as sold from './application/samples.js';
import { home } from './home.js';
import * as samples from './samples.js';
import type { RestCall } from './viewWorld.js';

type Home = ReturnType<typeof home>;

/** What is done, the one call that it makes, and what it resolves with: the class of a view, or nothing. */
export type Deed<Doer> = readonly [act: (doer: Doer) => PromiseLike<unknown>, call: RestCall, result?: string];

const ANSWERS: readonly (readonly [pattern: RegExp, answer: unknown])[] = [
  [/[mM]essages$|deprecatedPins/, [samples.MESSAGE]],
  [/\.pins$/, { items: [{ pinned_at: '2026-01-01T00:00:00.000Z', message: samples.MESSAGE }], has_more: false }],
  [/[mM]essage$|execute$|polls\.end/, samples.MESSAGE],
  [/reactionUsers/, [samples.ALICE]],
  [/answerVoters/, { users: [samples.ALICE] }],
  [/ArchivedThreads/, { threads: [samples.THREAD], members: [], has_more: false }],
  [/createThread|createForumPost/, samples.THREAD],
  [/threadMembers$/, [samples.THREAD.member]],
  [/threadMember$/, samples.THREAD.member],
  [/channelWebhooks/, [samples.WEBHOOK]],
  [/^webhooks\./, samples.WEBHOOK],
  [/channels\.invites/, [{ code: 'abc' }]],
  [/createInvite/, { code: 'abc' }],
  [/^stageInstances\./, { id: '1', channel_id: '13', guild_id: '1', topic: 'Talk' }],
  [/channels\.(get|edit)$|createChannel/, samples.CHANNELS[0]],
  [/^applications\./, sold.APPLICATION],
  [/^commands\.(list|replaceAll)/, [sold.COMMAND]],
  [/^commands\.permissions$/, { permissions: [] }],
  [/^commands\./, sold.COMMAND],
  [/^entitlements\.list$/, [sold.ENTITLEMENT]],
  [/^entitlements\./, sold.ENTITLEMENT],
  [/^skus\./, [sold.SKU]],
  [/^subscriptions\./, [sold.SUBSCRIPTION]],
];

/** A home whose REST answers with samples. */
export function answeringHome(): Home {
  return home({ answer: (method) => ANSWERS.find(([pattern]) => pattern.test(method))?.[1] });
}

/** Asserts of each deed that it makes its call, and no other, and what becomes of the answer. */
export function itDoes<Doer>(doerOf: (world: Home) => Doer, deeds: Readonly<Record<string, Deed<Doer>>>): void {
  it.each(Object.entries(deeds))('%s', async (_, [act, call, result]) => {
    const world = answeringHome();
    const resolved = await act(doerOf(world));
    expect([...world.calls, classOf(resolved)]).toEqual([call, result ?? 'undefined']);
  });
}

function classOf(value: unknown): string {
  if (Array.isArray(value)) return `${classOf(value[0])}[]`;
  return typeof value === 'object' && value !== null ? value.constructor.name : typeof value;
}
