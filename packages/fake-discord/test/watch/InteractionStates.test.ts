import { beforeEach, describe, expect, it } from '@jest/globals';
import { Form } from '../../src/world/forms/Form.js';
import type { InteractionRecord } from '../../src/world/interactions/InteractionRecord.js';
import { slashCommand } from '../../src/world/interactions/useCommand.js';
import type { InteractionNews } from '../../src/watch/InteractionNews.js';
import { InteractionStates } from '../../src/watch/InteractionStates.js';
import { arrangeHome } from '../arrangeHome.js';
import type { Home } from '../arrangeHome.js';

let home: Home;
let news: InteractionNews[];
let states: InteractionStates;

const OPTION = { type: 3, name: 'sort', description: 'x', autocomplete: true };
const TEXT_INPUT = { type: 18, label: 'Name', component: { type: 4, custom_id: 'name', style: 1 } };

/** A use of /tea, or with `focused` a request for suggestions. */
function open(focused?: string): InteractionRecord {
  const { alice: user, commands, general, interactions, world } = home;
  const typed = { name: 'tea', values: {}, ...(focused !== undefined && { focused }) };
  const record = interactions.open(slashCommand({ channelId: general.id, commands, user, world }, typed));
  states.opened(record);
  return record;
}

function answer({ id, token }: InteractionRecord, type: number, data: object = {}): void {
  home.interactions.answer(id, token, new Form({ type, data }), new Map());
}

const told = (): readonly string[] => news.map(({ state }) => state);

beforeEach(() => {
  home = arrangeHome();
  home.commands.put({ guildId: null }, new Form({ name: 'tea', description: 'x', options: [OPTION] }));
  states = new InteractionStates(home.world, home.interactions);
  news = [];
});

describe('an interaction that somebody follows', () => {
  beforeEach(() => {
    states.news.listen((each) => news.push(each));
  });

  it('is opened and answered with a message', () => {
    const record = open();
    answer(record, 4, { content: 'Here you are' });
    expect(news).toMatchObject([
      {
        id: record.id,
        state: 'opened',
        kind: 2,
        name: 'tea',
        userId: home.alice.id,
        channelId: home.general.id,
        messageId: null,
        replyId: null,
      },
      { state: 'answered', replyId: record.originalId },
    ]);
    expect(home.clock.pendingTimers).toBe(0);
  });

  it('fails after three seconds, and later answers are no news', () => {
    open();
    home.clock.advance(2_999);
    expect(told()).toEqual(['opened']);
    home.clock.advance(1);
    expect(told()).toEqual(['opened', 'failed']);
  });

  it('is thought about, and answered', () => {
    const record = open();
    answer(record, 5);
    home.clock.advance(60_000);
    home.interactions.followUp(record, new Form({ content: 'At last' }), new Map());
    expect(told()).toEqual(['opened', 'thinking', 'answered']);
  });

  it('is thought about in vain', () => {
    answer(open(), 5);
    home.clock.advance(900_000);
    expect(told()).toEqual(['opened', 'thinking', 'failed']);
  });

  it('is thought about until the thought is taken back', () => {
    const record = open();
    answer(record, 5);
    home.interactions.deleteMessage(record, '@original');
    expect(told()).toEqual(['opened', 'thinking', 'answered']);
  });

  it('is answered with a modal or with choices', () => {
    answer(open(), 9, { custom_id: 'form', title: 'Which?', components: [TEXT_INPUT] });
    answer(open('sort'), 8, { choices: [{ name: 'Green', value: 'g' }] });
    expect(news.slice(1)).toMatchObject([
      { state: 'modal', modal: { custom_id: 'form', title: 'Which?' } },
      { state: 'opened', kind: 4 },
      { state: 'choices', choices: [{ name: 'Green', value: 'g' }] },
    ]);
  });

  it('leaves no timer when all is closed', () => {
    open();
    states.close();
    expect(home.clock.pendingTimers).toBe(0);
  });
});

describe('an interaction that nobody follows', () => {
  it('costs no timer', () => {
    open();
    expect([home.clock.pendingTimers, news]).toEqual([0, []]);
  });
});
