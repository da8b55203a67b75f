import { describe, expect, it } from '@jest/globals';
import type { Views } from '../../src/structures/Views.js';
import { home } from './home.js';

type Deed = readonly [title: string, act: (views: Views, body: never) => Promise<unknown>, lacks: string];

const webhook = (views: Views) => views.webhookHandle({ id: '110' });
const member = (views: Views) => views.memberHandle({ guildId: '1', userId: '9' });

const MAKING: readonly Deed[] = [
  ['createChannel', (views, body) => views.guildHandle('1').createChannel(body), '`name`'],
  ['createEmoji', (views, body) => views.guildHandle('1').createEmoji(body), '`name`, `image`'],
  ['createSoundboardSound', (views, body) => views.guildHandle('1').createSoundboardSound(body), '`name`, `sound`'],
  [
    'createScheduledEvent',
    (views, body) => views.guildHandle('1').createScheduledEvent(body),
    '`name`, `privacyLevel`, `scheduledStartTime`, `entityType`',
  ],
  ['createAutoModRule', (views, body) => views.guildHandle('1').createAutoModRule(body), '`name`, `eventType`, `triggerType`, `actions`'],
  ['createTemplate', (views, body) => views.guildHandle('1').createTemplate(body), '`name`'],
  ['createWebhook', (views, body) => views.channelHandle('2').createWebhook(body), '`name`'],
  ['an emoji of the application', (views, body) => views.applicationHandle('8').createEmoji(body), '`name`, `image`'],
  ['createCommand', (views, body) => views.applicationHandle('8').createCommand(body), '`name`, `description`'],
];

const CHANGING: readonly Deed[] = [
  ['a channel', (views, body) => views.channelHandle('2').edit(body), ''],
  ['a guild', (views, body) => views.guildHandle('1').edit(body), ''],
  ['a role', (views, body) => views.role({ id: '5' } as never, '1').edit(body), ''],
  ['a member', (views, body) => member(views).edit(body), ''],
  ['a webhook', (views, body) => webhook(views).edit(body), ''],
  ['the application', (views, body) => views.applicationHandle('8').edit(body), ''],
];

async function refusalOf(deed: Deed[1], body: unknown): Promise<unknown> {
  const { calls, views } = home();
  const error: unknown = await deed(views, body as never).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(calls).toEqual([]);
  return error;
}

describe('what is made', () => {
  it.each(MAKING)(
    'is refused before the network without what it needs, by the names that were to be written: %s',
    async (_, deed, lacks) => {
      expect(await refusalOf(deed, {})).toMatchObject({ code: 'INVALID_BODY', message: expect.stringContaining(`${lacks} is missing.`) });
    },
  );

  it('is a slash command with a description; others have none', async () => {
    const { calls, views } = home();
    await views.applicationHandle('8').createCommand({ type: 2, name: 'Show Avatar' });
    expect(calls).toHaveLength(1);
  });
});

describe('a change', () => {
  it.each(CHANGING)('of nothing is refused before the network: %s', async (_, deed) => {
    for (const changes of [{}, { name: undefined }])
      expect(await refusalOf(deed, changes)).toMatchObject({
        code: 'INVALID_BODY',
        message: expect.stringContaining('The edit changes nothing.'),
      });
  });
});

describe('what is no body', () => {
  it.each([...MAKING, ...CHANGING])('is refused before the network: %s', async (_, deed) => {
    for (const [body, told] of [
      [undefined, 'undefined'],
      [null, 'null'],
      ['x', '"x"'],
    ] as const)
      expect(await refusalOf(deed, body)).toMatchObject({
        code: 'INVALID_OPTION',
        message: expect.stringContaining(`What was given is ${told}.`),
      });
  });

  it('starts no thread', async () => {
    expect(await refusalOf((views, body) => views.channelHandle('2').createThread(body), undefined)).toMatchObject({
      code: 'INVALID_OPTION',
      message: expect.stringContaining('`thread(…)` was given undefined.'),
    });
  });
});
