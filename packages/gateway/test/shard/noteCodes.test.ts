import { describe, expect, it } from '@jest/globals';
import { noteCodes } from '../../src/shard/noteCodes.js';

const rules = Object.entries(noteCodes);

describe('the notes that become warnings', () => {
  it('are those that a user can do something about, or should know', () => {
    expect(Object.keys(noteCodes).sort()).toEqual([
      'ack missing',
      'close code of our making',
      'connect failed',
      'message skipped',
      'ready without session',
      'resume url refused',
    ]);
  });

  it.each(rules)('%p has a code of its own and a cure in a sentence', (_, rule) => {
    expect(rules.filter(([, { code }]) => code === rule.code)).toHaveLength(1);
    expect(rule.cure).toMatch(/^[A-Z].*\.$/);
  });
});
