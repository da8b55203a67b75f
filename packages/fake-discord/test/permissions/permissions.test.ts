import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NOT_SIMULATED } from '../../src/rest/notSimulated.js';
import type { RestReply } from '../../src/rest/RestRequest.js';
import { forbid } from '../arrangeHome.js';
import type { FullHome } from '../limits/subjects.js';
import { FREE, NEEDS } from './needs.js';
import type { Need } from './needs.js';
import { askIn, leaveWithout, othersHome } from './othersHome.js';

const { operations } = JSON.parse(readFileSync(join(__dirname, '../../test-data/rest-operations.json'), 'utf8')) as {
  operations: string[];
};

function send(signature: string, { body }: Need, prepare: (home: FullHome) => void): RestReply {
  const home = othersHome();
  prepare(home);
  return askIn(home, signature, body);
}

const LACKS = NEEDS.flatMap(([signature, need]) =>
  need.needs.map((lack) => [signature, typeof lack === 'string' ? [lack] : lack, need] as const),
);
const starred = (path: string): string => path.replace(/\{[^}]+\}|:\w+|[👍🎉]/gu, '*');
const NOT_HERE = NOT_SIMULATED.map(({ paths }) => paths);

describe('operations that need permissions', () => {
  it('are all here, or need none', () => {
    const known = new Set(NEEDS.map(([signature]) => starred(signature)));
    const isNotSimulated = (operation: string): boolean => NOT_HERE.some((paths) => paths.test(operation.split(' ')[1] ?? ''));
    const left = operations.map(starred).filter((operation) => !known.has(operation) && !isNotSimulated(operation));
    expect(left.filter((operation) => !FREE.some(([fitting]) => fitting.test(operation)))).toEqual([]);
  });

  it('POST /channels/:general/messages is refused a file without AttachFiles', () => {
    const statuses = [[], ['AttachFiles'] as const].map((lack) => {
      const home = othersHome();
      leaveWithout(home, lack);
      return home.upload(`POST /channels/${home.general.id}/messages`, 'files[0]', 'hello').status;
    });
    expect(statuses).toEqual([200, 403]);
  });

  it.each(LACKS)('%s is refused without %p', (signature, lack, need) => {
    const reply = send(signature, need, (home) => leaveWithout(home, lack));
    expect(reply).toMatchObject({ status: 403, body: { code: need.code ?? 50_013 } });
  });

  it.each(NEEDS.map(([signature, need], index) => [signature, index, need] as const))(
    '%s is not refused with all (%p)',
    (signature, _, need) => {
      const reply = send(signature, need, (home) => leaveWithout(home, []));
      expect([reply.status, (reply.body as { code?: unknown } | undefined)?.code]).not.toContain(403);
      expect(reply.status).toBeLessThan(500);
    },
  );

  it.each(
    NEEDS.filter(([signature]) => signature.includes('/channels/:general')).map(
      ([signature, need], index) => [signature, index, need] as const,
    ),
  )('%s is refused where the bot cannot see the channel (%p)', (signature, _, need) => {
    const hide = ({ bot, general }: FullHome): void => forbid(general, bot.id, 'ViewChannel');
    const reply = send(signature, need, (home) => {
      leaveWithout(home, []);
      hide(home);
    });
    expect(reply).toMatchObject({ status: 403, body: { code: 50_001 } });
  });
});
