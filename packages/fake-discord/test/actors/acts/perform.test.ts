import { beforeEach, describe, expect, it } from '@jest/globals';
import { act, perform } from '../../../src/actors/acts/perform.js';
import type { Person } from '../../../src/actors/acts/perform.js';
import { missingPermissions } from '../../../src/world/refusals.js';
import { arrangeHome } from '../../arrangeHome.js';
import { makeStage } from '../../makeStage.js';

let person: Person;
let told: string[];

beforeEach(() => {
  const home = arrangeHome();
  const stage = makeStage(home);
  person = { stage, user: home.alice };
  told = [];
  stage.acts.listen(({ args, moderation, user, verb, what }) => {
    told.push(`${user.username} ${verb} ${JSON.stringify(args)} ${what} ${JSON.stringify(moderation)}`);
  });
  stage.doneActs.listen(({ error, result }) => told.push(error === undefined ? `done: ${String(result)}` : (error as Error).toString()));
});

const add = act(
  'add',
  (a, b) => `sum of ${String(a)} and ${String(b)}`,
  (_: Person, a: number, b: number) => a + b,
);

describe('an act', () => {
  it('is told before and after it is done', async () => {
    expect(await perform(person, add, [1, 2])).toBe(3);
    expect(told).toEqual(['alice add [1,2] sum of 1 and 2 null', 'done: 3']);
  });

  it('is refused in the name of who did it', async () => {
    const refuse = act('refuse', 'attempt', (_: Person) => {
      throw missingPermissions();
    });
    await expect(perform(person, refuse, [])).rejects.toThrow("alice's attempt was refused with status 403, code 50013");
    expect(told[1]).toContain("alice's attempt was refused");
  });

  it('says so when it is called with nothing', async () => {
    const call = perform(person, add, [undefined as unknown as number, 2]);
    await expect(call).rejects.toThrow(
      expect.objectContaining({ code: 'INVALID_OPTION', message: expect.stringContaining('`add` was called') }),
    );
    expect(told).toEqual([]);
  });

  it('fails as it fails with anything else', async () => {
    const fail = act('fail', 'attempt', (_: Person) => {
      throw new RangeError('too far');
    });
    await expect(perform(person, fail, [])).rejects.toThrow(RangeError);
    expect(told[1]).toBe('RangeError: too far');
  });
});
