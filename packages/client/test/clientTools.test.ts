import { describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { resolveClientOptions } from '../src/ClientOptions.js';
import { clientTools } from '../src/clientTools.js';
import { HandlerCalls } from '../src/HandlerCalls.js';
import { recordingRest } from './structures/viewWorld.js';

function toolWorld() {
  const clock = new ManualClock();
  const calls = new HandlerCalls();
  const listened: string[] = [];
  const { calls: asked, rest } = recordingRest();
  const options = resolveClientOptions({ token: `${'M'.repeat(24)}.Gabcde.${'x'.repeat(38)}`, clock, cache: { presences: true } });
  const tools = clientTools(options, {
    applicationId: () => '8',
    calls,
    listened: (event) => listened.push(event),
    messengerFor: () => undefined,
    rest,
    userId: () => '8',
    warn: () => undefined,
  });
  return { asked, calls, clock, listened, tools };
}

describe('the tools of a client', () => {
  it('know the same cache, which keeps what the client was told to keep', () => {
    const { cache, views } = toolWorld().tools;
    expect([views.cache, cache.policy.presences.isKept]).toEqual([cache, true]);
  });

  it('ask the client’s REST, and for the client’s application', async () => {
    const { asked, tools } = toolWorld();
    await tools.views.channelHandle('2').send('hi');
    expect([asked, tools.views.applicationId()]).toEqual([[['channels.createMessage', '2', { content: 'hi' }, undefined]], '8']);
  });

  it('wait by the client’s clock, and tell what they wait for', async () => {
    const { clock, listened, tools } = toolWorld();
    const waiting = tools.views.channelHandle('2').awaitMessage({ timeoutMs: 1_000 });
    clock.advance(1_000);
    expect([await waiting, listened]).toEqual([undefined, expect.arrayContaining(['messageCreate'])]);
  });

  it('count handlers that merely wait as being at rest', async () => {
    const { calls, clock, tools } = toolWorld();
    const channel = tools.views.channelHandle('2');
    calls.call('messageCreate', () => channel.awaitMessage({ timeoutMs: 1_000 }), undefined, []);
    expect([calls.running, calls.busy]).toEqual([1, 0]);
    clock.advance(1_000);
    await calls.idle();
    expect([calls.running, tools.collectors.waits.count]).toEqual([0, 0]);
  });

  it('know what voice the bot may join', async () => {
    await expect(toolWorld().tools.voice.join('1', '2')).rejects.toMatchObject({ code: 'VOICE_SHARD_AWAY' });
  });
});
