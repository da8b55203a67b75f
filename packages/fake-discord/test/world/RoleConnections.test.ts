import { describe, expect, it } from '@jest/globals';
import { Form } from '../../src/world/forms/Form.js';
import { arrangeHome, outcome } from '../arrangeHome.js';

const RECORD = { type: 2, key: 'games', name: 'Games', description: 'Games won' };

describe('what linked roles go by', () => {
  it('is said all at once, by at most five records', () => {
    const { roleConnections } = arrangeHome();
    const list = (count: number): Form => new Form(Object.fromEntries(Array.from({ length: count }, (_, index) => [index, RECORD])));
    expect(roleConnections.replaceMetadata(list(5))).toHaveLength(5);
    expect(outcome(() => roleConnections.replaceMetadata(list(6)))).toBe('400 50035');
    expect(roleConnections.replaceMetadata(list(1))).toEqual([RECORD]);
    expect(roleConnections.metadata).toEqual([RECORD]);
  });

  it.each([{ key: 'Not Small' }, { type: 9 }, { name: '' }, { description: 'x'.repeat(201) }, { key: null }])(
    'is refused with %j',
    (wrong) => {
      const { roleConnections } = arrangeHome();
      expect(outcome(() => roleConnections.replaceMetadata(new Form({ 0: { ...RECORD, ...wrong } })))).toBe('400 50035');
    },
  );
});

describe('the facts of a person', () => {
  it('are replaced as a whole, and can be taken back', () => {
    const { alice, roleConnections, world } = arrangeHome();
    const facts = { platform_name: 'Chess', platform_username: 'alice', metadata: { games: '3' } };
    const application = { id: world.application.id, name: 'robot' };
    expect(roleConnections.replace(alice.id, new Form(facts))).toEqual({ ...facts, application });
    roleConnections.delete(alice.id);
    expect(roleConnections.of(alice.id)).toEqual({ application, platform_name: null, metadata: {} });
  });

  it.each([{ platform_name: 'x'.repeat(51) }, { metadata: { games: '' } }, { metadata: 'all' }])('are refused with %j', (wrong) => {
    const { alice, roleConnections } = arrangeHome();
    expect(outcome(() => roleConnections.replace(alice.id, new Form(wrong)))).toBe('400 50035');
  });
});
