import { describe, expect, it } from '@jest/globals';
import { ActivityData } from '../../src/presence/ActivityData.js';
import { ShardRunner } from '../../src/sharding/ShardRunner.js';
import { FakeShard } from './FakeShard.js';

function newMessenger() {
  const shard = new FakeShard({ id: 3, total: 4, token: 'a.b.c', intents: 0 });
  const queued: number[] = [];
  const dispatched: string[] = [];
  const listener = {
    dispatch: (_runner: ShardRunner, packet: { t: string }) => void dispatched.push(packet.t),
    tell: () => undefined,
    queueStart: (runner: ShardRunner) => void queued.push(runner.shardId),
  };
  const runner = new ShardRunner({ listener, shard });
  runner.boot();
  return { shard, runner, messenger: runner.shard, queued, dispatched };
}

describe('a shard messenger', () => {
  it.each([
    [
      'setActivity',
      (m: ReturnType<typeof newMessenger>['messenger']) => m.setActivity(ActivityData.playing('chess')),
      { activities: [{ type: 0, name: 'chess' }], status: 'dnd' },
    ],
    ['setActivity(null)', (m: ReturnType<typeof newMessenger>['messenger']) => m.setActivity(null), { activities: [], status: 'dnd' }],
    [
      'setStatus',
      (m: ReturnType<typeof newMessenger>['messenger']) => m.setStatus('offline'),
      { activities: [{ type: 3, name: 'you' }], status: 'invisible' },
    ],
    [
      'setPresence with an activity',
      (m: ReturnType<typeof newMessenger>['messenger']) => m.setPresence(ActivityData.playing('go'), 'idle'),
      { activities: [{ type: 0, name: 'go' }], status: 'idle' },
    ],
    [
      'setPresence with all',
      (m: ReturnType<typeof newMessenger>['messenger']) => m.setPresence({ status: 'idle', afk: true }),
      { activities: [], status: 'idle', afk: true },
    ],
  ])('%s changes what it names and nothing else', (_name, act, expected) => {
    const { messenger, shard } = newMessenger();
    messenger.setPresence({ activities: [ActivityData.watching('you')], status: 'dnd' });
    act(messenger);
    expect(shard.presence).toMatchObject(expected);
  });

  it('sends the commands of the wire', async () => {
    const { messenger, shard } = newMessenger();
    await messenger.updateVoiceState('1', { channelId: '2', selfMute: true });
    await messenger.requestSoundboardSounds(['1', '2']);
    await messenger.requestChannelInfo('1', ['status']);
    await messenger.send(99, { any: true });
    expect(shard.commands).toEqual([
      { op: 4, d: { guild_id: '1', channel_id: '2', self_mute: true, self_deaf: false } },
      { op: 31, d: { guild_ids: ['1', '2'] } },
      { op: 43, d: { guild_id: '1', fields: ['status'] } },
      { op: 99, d: { any: true } },
    ]);
  });

  it('closes and restarts its shard, and stays the same', async () => {
    const { messenger, runner, shard, queued } = newMessenger();
    messenger.restart({ resume: false });
    messenger.restart();
    await messenger.close();
    messenger.restart();
    expect(shard.log).toEqual(['start', 'reconnect', 'reconnect, resume', 'close 1000']);
    expect([queued, runner.shard]).toEqual([[3], messenger]);
  });

  it('takes a presence for a shard that is closed without an error', async () => {
    const { messenger } = newMessenger();
    await messenger.close();
    expect(() => messenger.setStatus('idle')).not.toThrow();
  });

  it('shows collectors every dispatch first, until they want no more', () => {
    const { messenger, shard, dispatched } = newMessenger();
    const seen: string[] = [];
    messenger.addCollector((packet) => {
      seen.push(`${packet.t} after ${String(dispatched.length)}`);
      return seen.length < 2;
    });
    const stop = messenger.addCollector(() => {
      seen.push('second');
      return true;
    });
    shard.dispatch('TYPING_START');
    stop();
    shard.dispatch('MESSAGE_CREATE');
    shard.dispatch('MESSAGE_DELETE');
    expect(seen).toEqual(['TYPING_START after 0', 'second', 'MESSAGE_CREATE after 1']);
    expect(dispatched.length).toBe(3);
  });
});
