import { AplombError } from '@aplomb/base';
import type { Directory, Interaction, PersonEvent, User } from '@aplomb/fake-discord';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { useOutcome } from '../../src/calls/useOutcome.js';

let listener: ((event: PersonEvent) => void) | null;
const user = {
  watch: (heard: (event: PersonEvent) => void) => {
    listener = heard;
    return () => (listener = null);
  },
} as unknown as User;
const directory = { interaction: (id: string) => ({ id, answerType: 4 }) } as unknown as Directory;

beforeEach(() => {
  listener = null;
});

const news = (id: string, state: string) => listener?.({ t: 'INTERACTION_STATE', d: { id, state } });
const never = () => new Promise<Interaction>(() => undefined);
const ofTheBot = () => new AplombError('FAKE_UNSETTLED', { what: 'x', cure: 'y' });

describe('what comes of using something of a bot', () => {
  it.each(['answered', 'thinking', 'modal', 'choices', 'failed'])(
    'is known as soon as it is %s, though the bot never rests',
    async (state) => {
      const outcome = useOutcome(directory, user, () => {
        news('7', 'opened');
        return never();
      });
      listener?.({ t: 'MESSAGE_CREATE', d: { id: '7' } });
      news('8', state);
      news('7', state);
      await expect(outcome).resolves.toEqual({ interactionId: '7', answerType: 4 });
      expect(listener).toBeNull();
    },
  );

  it('is known when the use is done, whatever was heard of it', async () => {
    const used = { id: '7', answerType: undefined, choices: undefined, modal: { components: [], customId: 'a', title: 'b', record: {} } };
    await expect(useOutcome(directory, user, () => Promise.resolve(used as unknown as Interaction))).resolves.toEqual({
      interactionId: '7',
      answerType: null,
      modal: { components: [], customId: 'a', title: 'b' },
    });
  });

  it('is known also when the bot comes to no rest, or has failed', async () => {
    const use = () => {
      news('7', 'opened');
      return Promise.reject(ofTheBot());
    };
    await expect(useOutcome(directory, user, use)).resolves.toEqual({ interactionId: '7', answerType: 4 });
  });

  it('is an error when the use was refused', async () => {
    await expect(useOutcome(directory, user, () => Promise.reject(new TypeError('no such button')))).rejects.toThrow('no such button');
    await expect(useOutcome(directory, user, () => Promise.reject(ofTheBot()))).rejects.toThrow('x y');
    expect(listener).toBeNull();
  });
});
