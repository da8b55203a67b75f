import { beforeEach, describe, expect, it } from '@jest/globals';
import { ManualClock } from '@aplomb/base';
import { Channel } from '../../src/actors/Channel.js';
import type { Stage } from '../../src/actors/Stage.js';
import { arrangeHome } from '../arrangeHome.js';
import type { Home } from '../arrangeHome.js';
import { makeStage } from '../makeStage.js';

let channel: Channel;
let clock: ManualClock;
let home: Home;
let stage: Stage;

beforeEach(() => {
  clock = new ManualClock();
  home = arrangeHome();
  stage = makeStage(home, clock);
  channel = new Channel(stage, home.general);
});

describe('a channel', () => {
  it('shows its messages, the newest last', () => {
    expect(channel.lastMessage).toBeUndefined();
    for (const content of ['one', 'two']) home.say(home.alice, content);
    expect([channel.messages.map(({ content }) => content), channel.lastMessage?.content, channel.lastMessage?.authorId]).toEqual([
      ['one', 'two'],
      'two',
      home.alice.id,
    ]);
  });

  it('changes its overwrites', () => {
    channel.setOverwrites([{ id: home.alice.id, deny: ['SendMessages'] }]);
    expect(home.general.overwrites).toEqual([{ id: home.alice.id, type: 1, allow: '0', deny: '2048' }]);
  });
});

describe('a channel that is to receive a message', () => {
  it('takes the oldest that fits, each only once', async () => {
    const ids = ['pong', 'other', 'pong'].map((content) => home.say(home.bot, content));
    expect([(await channel.receive('pong')).id, (await channel.receive({ content: 'pong' })).id]).toEqual([ids[0], ids[2]]);
    await expect(channel.receive('pong', { timeoutMs: 0 })).rejects.toMatchObject({ code: 'FAKE_EXPECTATION_FAILED' });
  });

  it('waits, also for an edit, and leaves no timer', async () => {
    const id = home.say(home.bot, 'thinking');
    const expected = channel.receive(/^the answer/);
    home.messages.edit(home.bot.id, home.general.id, id, {
      content: 'the answer: 42',
      allowedMentions: null,
      attachments: undefined,
      components: undefined,
      embeds: undefined,
      flags: undefined,
    });
    expect([(await expected).id, clock.pendingTimers]).toEqual([id, 0]);
  });

  it('gives up after a second', async () => {
    const failed = channel.receive('nothing');
    clock.advance(1_000);
    await expect(failed).rejects.toThrow("#general did not receive 'nothing' within 1000 ms. What was said there:\n\n(no messages)");
  });

  it('fails with the error of a bot in the first place', async () => {
    const failing = new Channel(
      {
        ...stage,
        throwBotErrors: () => {
          throw new RangeError('bot');
        },
      },
      home.general,
    );
    await expect(failing.receive('x', { timeoutMs: 0 })).rejects.toThrow('bot');
  });
});
