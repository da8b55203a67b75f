import { beforeEach, describe, expect, it } from '@jest/globals';
import { press } from '../../../src/world/interactions/useComponent.js';
import type { InteractionRecord } from '../../../src/world/interactions/InteractionRecord.js';
import { forbid } from '../../arrangeHome.js';
import { arrangeInteractions } from './arrangeInteractions.js';
import type { InteractionHome } from './arrangeInteractions.js';

let home: InteractionHome;
let record: InteractionRecord;

const MESSAGE = 4;
const THINK = 5;
const ORIGINAL = '/messages/@original';
const hello = { type: MESSAGE, data: { content: 'hello' } };

beforeEach(() => {
  home = arrangeInteractions({ name: 'roll' });
  record = home.slash('roll');
});

describe('an interaction that was not answered yet', () => {
  it('was told with who did it, where, and what the bot may do there', () => {
    const { alice, general, guild, world } = home;
    expect(home.events).toMatchObject([
      {
        t: 'INTERACTION_CREATE',
        guildId: guild.id,
        d: {
          id: record.id,
          application_id: world.application.id,
          type: 2,
          data: { name: 'roll', type: 1 },
          guild_id: guild.id,
          channel: { id: general.id, permissions: expect.stringMatching(/^\d+$/) },
          member: { user: alice, permissions: expect.stringMatching(/^\d+$/) },
          token: record.token,
          version: 1,
          context: 0,
          authorizing_integration_owners: { '0': guild.id },
        },
      },
    ]);
    expect(home.events[0]?.d).not.toHaveProperty('user');
  });

  it('is told to a bot that cannot see the channel', () => {
    forbid(home.general, home.bot.id, 'ViewChannel');
    home.slash('roll');
    expect(home.told()).toEqual(['INTERACTION_CREATE', 'INTERACTION_CREATE']);
  });

  it('has three seconds, and is unknown after that', () => {
    const other = home.slash('roll');
    home.clock.advance(3_000);
    expect(home.answer(record, hello)).toEqual({ status: 204 });
    home.clock.advance(1);
    expect(home.answer(other, hello)).toMatchObject({ status: 404, body: { code: 10062 } });
  });

  it('has no messages', () => {
    expect([home.askWebhook(record, 'GET', ORIGINAL), home.askWebhook(record, 'POST', '', { content: 'x' })]).toMatchObject([
      { status: 404, body: { code: 10015 } },
      { status: 404, body: { code: 10015 } },
    ]);
  });

  it('can be answered again after an answer with a wrong form', () => {
    expect(home.answer(record, { type: MESSAGE, data: { content: 'x'.repeat(2001) } })).toMatchObject({
      status: 400,
      body: { code: 50035 },
    });
    expect(home.answer(record, { type: MESSAGE, data: {} })).toMatchObject({ status: 400, body: { code: 50006 } });
    expect([home.answer(record, hello).status, home.general.messages.size]).toEqual([204, 1]);
  });

  it.each([1, 6, 7, 8, 99])('of a command cannot be answered with the type %i', (type) => {
    expect(home.answer(record, { type })).toMatchObject({
      status: 400,
      body: { errors: { type: { _errors: [{ code: 'BASE_TYPE_CHOICES' }] } } },
    });
  });

  it('is known by id and token together', () => {
    expect(home.answer({ ...record, id: '1' }, hello)).toMatchObject({ status: 404, body: { code: 10062 } });
  });
});

describe('an interaction that was answered with a message', () => {
  it('has it told, as of the command, and shows it to who asks', () => {
    const told = home.answer(record, hello, '?with_response=true');
    const message = {
      content: 'hello',
      type: 20,
      author: home.bot,
      webhook_id: home.bot.id,
      interaction_metadata: { id: record.id, type: 2, user: home.alice },
    };
    expect(told).toMatchObject({
      status: 200,
      body: { interaction: { id: record.id, response_message_loading: false }, resource: { type: 4, message } },
    });
    expect(home.events.at(-1)).toMatchObject({ t: 'MESSAGE_CREATE', d: message });
    expect(home.askWebhook(record, 'GET', ORIGINAL)).toMatchObject({ status: 200, body: message });
  });

  it('was answered, and cannot be answered again', () => {
    home.answer(record, hello);
    expect(home.answer(record, hello)).toMatchObject({ status: 400, body: { code: 40060 } });
  });

  it('pings nobody but users unless it says so', () => {
    home.answer(record, { type: MESSAGE, data: { content: `@everyone <@${home.bob.id}>` } });
    expect(home.general.messages.all()[0]?.payload).toMatchObject({ mention_everyone: false, mentions: [{ id: home.bob.id }] });
  });

  it('has its message edited and deleted, and others following it', () => {
    home.answer(record, hello);
    const more = home.askWebhook(record, 'POST', '', { content: 'more' }).body as { id: string };
    expect(more).toMatchObject({
      type: 19,
      message_reference: { message_id: record.originalId },
      interaction_metadata: { original_response_message_id: record.originalId },
    });
    expect(home.askWebhook(record, 'PATCH', ORIGINAL, { content: 'hi' }).body).toMatchObject({ content: 'hi' });
    expect(home.askWebhook(record, 'PATCH', `/messages/${more.id}`, { content: 'less' }).body).toMatchObject({ content: 'less' });
    expect([home.askWebhook(record, 'DELETE', ORIGINAL).status, home.askWebhook(record, 'GET', ORIGINAL)]).toMatchObject([
      204,
      { status: 404, body: { code: 10008 } },
    ]);
    expect(home.general.messages.all().map(({ payload }) => payload.content)).toEqual(['less']);
  });

  it('reaches no other message', () => {
    home.answer(record, hello);
    const other = home.say(home.bot, 'other');
    expect(home.askWebhook(record, 'DELETE', `/messages/${other}`)).toMatchObject({ status: 404, body: { code: 10008 } });
  });

  it('has a token for a quarter of an hour', () => {
    home.answer(record, hello);
    home.clock.advance(900_000);
    expect(home.askWebhook(record, 'GET', ORIGINAL).status).toBe(200);
    home.clock.advance(1);
    expect(home.askWebhook(record, 'GET', ORIGINAL)).toMatchObject({ status: 401, body: { code: 50027 } });
  });
});

describe('an answer for one person only', () => {
  beforeEach(() => {
    home.answer(record, { type: MESSAGE, data: { content: 'psst', flags: 64 } });
  });

  it("is in nobody else's channel, and no history has it", () => {
    expect([
      home.general.messages.size,
      home.general.messages.all(home.alice.id).length,
      home.general.messages.all(home.bob.id).length,
    ]).toEqual([0, 1, 0]);
    expect(home.ask(`GET /channels/${home.general.id}/messages/${String(record.originalId)}`)).toMatchObject({
      status: 404,
      body: { code: 10008 },
    });
    expect(home.general.messages.lastId).toBeNull();
  });

  it('counts as a direct message for intents, and names no guild', () => {
    const event = home.events.at(-1);
    expect(event).toMatchObject({ t: 'MESSAGE_CREATE', isDirect: true, guildId: home.guild.id, d: { content: 'psst', flags: 64 } });
    expect(Object.keys(event?.d as object)).not.toEqual(expect.arrayContaining(['guild_id']));
  });

  it('stays with the interaction', () => {
    expect(home.askWebhook(record, 'PATCH', ORIGINAL, { content: 'psst!' }).body).toMatchObject({ content: 'psst!', flags: 64 });
    expect([home.askWebhook(record, 'DELETE', ORIGINAL).status, home.general.messages.all(home.alice.id)]).toEqual([204, []]);
  });
});

describe('an answer to a subcommand', () => {
  it('names the command with it', () => {
    const set = { type: 1 as const, name: 'set', description: 'Sets' };
    const roles = { type: 2 as const, name: 'roles', description: 'Roles', options: [set] };
    home = arrangeInteractions({ name: 'config', description: 'Changes', options: [roles] });
    record = home.slash('config roles set');
    home.answer(record, hello);
    expect(home.events.at(-1)).toMatchObject({ d: { interaction: { name: 'config roles set' } } });
  });
});

describe('a message after an answer that only one person sees', () => {
  it('names it, and tells neither it nor that it is gone', () => {
    home.answer(record, { type: MESSAGE, data: { content: 'psst', flags: 64 } });
    const followUp = home.askWebhook(record, 'POST', '', { content: 'hear!' }).body;
    expect(followUp).toMatchObject({ message_reference: { message_id: record.originalId } });
    expect(followUp).not.toHaveProperty('referenced_message');
  });
});

describe('an interaction over which the bot thinks', () => {
  it('shows so, and becomes the answer when it is edited', () => {
    expect(home.answer(record, { type: THINK }, '?with_response=1')).toMatchObject({
      body: { interaction: { response_message_loading: true } },
    });
    expect(home.events.at(-1)).toMatchObject({ t: 'MESSAGE_CREATE', d: { content: '', flags: 128 } });
    expect(home.askWebhook(record, 'PATCH', ORIGINAL, { content: 'done' }).body).toMatchObject({
      content: 'done',
      flags: 0,
      id: record.originalId,
    });
    expect(home.events.at(-1)).toMatchObject({ t: 'MESSAGE_UPDATE' });
  });

  it('counts as edited from the second change on: its first words are none', () => {
    home.answer(record, { type: THINK });
    const editedAt = (content: string) => home.askWebhook(record, 'PATCH', ORIGINAL, { content }).body;
    expect(editedAt('done')).toMatchObject({ edited_timestamp: null });
    expect(editedAt('done!')).toMatchObject({ edited_timestamp: expect.any(String) });
  });

  it('may become a poll, as no other message does', () => {
    home.answer(record, { type: THINK });
    const poll = { question: { text: 'Tea?' }, answers: [{ poll_media: { text: 'yes' } }] };
    expect(home.askWebhook(record, 'PATCH', ORIGINAL, { poll }).body).toMatchObject({ flags: 0, poll: { question: { text: 'Tea?' } } });
    expect(home.askWebhook(record, 'PATCH', ORIGINAL, { poll }).status).toBe(501);
  });

  it('becomes the first message that follows, hidden or not as it was', () => {
    home.answer(record, { type: THINK, data: { flags: 64 } });
    const followUp = home.askWebhook(record, 'POST', '', { content: 'done' });
    expect(followUp.body).toMatchObject({ id: record.originalId, content: 'done', flags: 64 });
    expect(home.askWebhook(record, 'POST', '', { content: 'more' }).body).not.toMatchObject({ id: record.originalId });
  });
});

describe('a press that is answered', () => {
  function pressed(): InteractionRecord {
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'x', custom_id: 'x' }] }];
    const messageId = home.say(home.bot, { content: 'press', components });
    return home.open(press({ channelId: home.general.id, customId: 'x', messageId, user: home.alice, world: home.world }));
  }

  it('changes the message of the button', () => {
    const press_ = pressed();
    expect(home.answer(press_, { type: 7, data: { content: 'pressed', components: [] } }, '?with_response=true')).toMatchObject({
      body: { resource: { type: 7, message: { content: 'pressed', components: [] } } },
    });
    expect(home.events.at(-1)).toMatchObject({ t: 'MESSAGE_UPDATE', d: { content: 'pressed' } });
  });

  it('changes it later, after an answer that shows nothing', () => {
    const press_ = pressed();
    const before = home.events.length;
    expect(home.answer(press_, { type: 6 }, '?with_response=true').body).toEqual({ interaction: { id: press_.id, type: 3 } });
    expect(home.events).toHaveLength(before);
    expect(home.askWebhook(press_, 'PATCH', ORIGINAL, { content: 'later' }).body).toMatchObject({ content: 'later' });
  });

  it('stands below the message of the button when it is a message of its own', () => {
    const press_ = pressed();
    home.answer(press_, hello);
    const interacted = press_.message?.record.payload.id;
    expect(home.general.messages.all().at(-1)?.payload).toMatchObject({
      type: 19,
      message_reference: { message_id: interacted },
      interaction_metadata: { interacted_message_id: interacted },
    });
  });

  it('opens a modal, whose form is checked', () => {
    const [bad, good] = [pressed(), pressed()];
    const label = { type: 18, label: 'Name', component: { type: 4, custom_id: 'name', style: 1 } };
    expect(home.answer(bad, { type: 9, data: { custom_id: 'm', title: 'x'.repeat(46), components: [label] } })).toMatchObject({
      status: 400,
      body: { errors: { data: { title: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } } },
    });
    home.answer(good, { type: 9, data: { custom_id: 'm', title: 'M', components: [label] } });
    expect([bad.answer, good.answer?.modal?.custom_id]).toEqual([null, 'm']);
  });

  it('starts an activity', () => {
    expect(home.answer(pressed(), { type: 12 }, '?with_response=true')).toMatchObject({
      status: 200,
      body: { resource: { type: 12, activity_instance: {} } },
    });
  });
});
