import { describe, expect, it } from '@jest/globals';
import { STAGE } from './samples.js';
import { expectCalls, guildWorld, hiddenKeys } from './structure.js';

describe('a stage', () => {
  it('shows all that its payload has', () => {
    const stage = guildWorld().views.stageInstance(STAGE, '100');
    expect(hiddenKeys(stage, STAGE)).toEqual([]);
    expect([stage.channel?.id, stage.scheduledEvent?.name, stage.guild?.name]).toEqual(['200', 'Quiz', 'Home']);
    expect(stage.createdAt.getUTCFullYear()).toBe(2015);
  });

  it('does not always belong to an event', () => {
    const stage = guildWorld().views.stageInstance({ ...STAGE, guild_scheduled_event_id: undefined } as never, '100');
    expect([stage.guildScheduledEventId, stage.scheduledEvent]).toEqual([null, undefined]);
  });

  it('is changed by its channel', async () => {
    await expectCalls(
      ({ views }) => views.stageInstance(STAGE, '100'),
      [
        [(it) => it.fetch(), 'stageInstances.get', '200'],
        [(it) => it.setTopic('Ducks'), 'stageInstances.edit', '200', { topic: 'Ducks' }],
        [(it) => it.edit({ privacyLevel: 2 }), 'stageInstances.edit', '200', { privacy_level: 2 }],
        [(it) => it.delete({ reason: 'Over' }), 'stageInstances.delete', '200', { reason: 'Over' }],
      ],
    );
  });
});
