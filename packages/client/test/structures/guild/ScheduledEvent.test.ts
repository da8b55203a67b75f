import { describe, expect, it } from '@jest/globals';
import { SCHEDULED_EVENT, USER } from './samples.js';
import { expectCalls, guildWorld, hiddenKeys } from './structure.js';

const event = (data: object = {}) => guildWorld().views.scheduledEvent({ ...SCHEDULED_EVENT, ...data }, '100');
const at = ['100', '700'] as const;

describe('a scheduled event', () => {
  it('shows all that its payload has', () => {
    expect(hiddenKeys(event(), SCHEDULED_EVENT)).toEqual([]);
    expect([event().isScheduled, event().isActive, event({ status: 2 }).isActive]).toEqual([true, false, true]);
  });

  it('knows where it is', () => {
    expect([event().channel?.id, event().location, event().guild?.name]).toEqual(['200', null, 'Home']);
    const outside = event({ channel_id: null, entity_metadata: { location: 'Park' } });
    expect([outside.channel, outside.location]).toEqual([undefined, 'Park']);
  });

  it('knows who made it, as far as somebody does', () => {
    const [cached, nobody] = [event({ creator: undefined }), event({ creator: undefined, creator_id: null })];
    expect([cached.creator?.id, nobody.creator]).toEqual([USER.id, null]);
  });

  it('has a link and a cover', () => {
    expect([event().url, event().imageUrl()]).toEqual([
      'https://discord.com/events/100/700',
      'https://cdn.discordapp.com/guild-events/700/eventcover.webp',
    ]);
    expect([event({ image: null }).imageUrl(), event().createdAt.getUTCFullYear()]).toEqual([null, 2015]);
  });

  it('is changed, and takes place', async () => {
    await expectCalls(
      ({ views }) => views.scheduledEvent(SCHEDULED_EVENT, '100'),
      [
        [(it) => it.fetch(), 'scheduledEvents.get', ...at, { with_user_count: true }],
        [
          (it) => it.edit({ scheduledStartTime: new Date(0) }),
          'scheduledEvents.edit',
          ...at,
          { scheduled_start_time: '1970-01-01T00:00:00.000Z' },
        ],
        [(it) => it.start(), 'scheduledEvents.edit', ...at, { status: 2 }],
        [(it) => it.end(), 'scheduledEvents.edit', ...at, { status: 3 }],
        [(it) => it.cancel({ reason: 'Rain' }), 'scheduledEvents.edit', ...at, { status: 4 }, { reason: 'Rain' }],
        [(it) => it.delete(), 'scheduledEvents.delete', ...at],
        [(it) => it.fetchUsers({ with_member: true }), 'scheduledEvents.users', ...at, { with_member: true }],
      ],
    );
  });

  it('tells who is interested', async () => {
    const [one] = await event().fetchUsers();
    expect([one?.user.username, one?.member?.nick]).toEqual(['nelly', 'Nell']);
  });
});
