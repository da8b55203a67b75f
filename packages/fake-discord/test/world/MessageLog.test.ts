import { describe, expect, it } from '@jest/globals';
import type { APIMessage } from 'discord-api-types/v10';
import { MessageLog, isNewer } from '../../src/world/MessageLog.js';

function logOf(count: number, limit = 100): MessageLog {
  const log = new MessageLog(limit);
  for (let id = 1; id <= count; id += 1) log.add({ id: String(id) } as APIMessage);
  return log;
}

function ids(log: MessageLog, page: Parameters<MessageLog['page']>[0]): string {
  return log
    .page(page)
    .map(({ payload }) => payload.id)
    .join(' ');
}

describe('a log of twelve messages', () => {
  it.each([
    ['the newest first', { limit: 3 }, '12 11 10'],
    ['those before an id', { before: '10', limit: 3 }, '9 8 7'],
    ['the oldest ones after an id, still newest first', { after: '8', limit: 3 }, '11 10 9'],
    ['those around an id', { around: '6', limit: 5 }, '8 7 6 5 4'],
    ['those around an id that is not there', { around: '99', limit: 4 }, '12 11'],
    ['nothing before the first', { before: '1', limit: 3 }, ''],
    ['nothing after the last', { after: '12', limit: 3 }, ''],
  ])('lists %s', (_, page, expected) => {
    expect(ids(logOf(12), page)).toBe(expected);
  });

  it('knows its newest id also when that message was deleted', () => {
    const log = logOf(12);
    log.delete('12');
    expect([log.lastId, log.get('12'), log.size]).toEqual(['12', undefined, 11]);
  });
});

describe('a log at its limit', () => {
  it('forgets the oldest message', () => {
    expect(ids(logOf(12, 10), { limit: 100 })).toBe('12 11 10 9 8 7 6 5 4 3');
  });

  it('does not bring a forgotten message back by a late change', () => {
    const log = logOf(12, 10);
    log.replace({ files: new Map(), payload: { id: '1' } as APIMessage, onlyFor: null, reactions: new Map() });
    expect(log.get('1')).toBeUndefined();
  });
});

describe('isNewer', () => {
  it('compares ids as numbers', () => {
    expect([isNewer('10', '9'), isNewer('9', '10'), isNewer('11', '10'), isNewer('10', '10')]).toEqual([true, false, true, false]);
  });
});

describe('the counts of a log', () => {
  const message = (id: string, more: Partial<APIMessage> = {}): APIMessage => ({ id, channel_id: '1', type: 0, ...more }) as APIMessage;

  it('leave out what a thread begins with, and what only one person sees', () => {
    const log = new MessageLog(10);
    log.add(message('1'));
    log.add(message('2', { type: 21 }));
    log.add(message('3'), undefined, 'alice');
    log.add(message('4'));
    expect([log.count, log.sent]).toEqual([1, 1]);
  });

  it('go on when messages are forgotten; of those deleted only one does', () => {
    const log = new MessageLog(2);
    for (const id of ['4', '5', '6']) log.add(message(id));
    log.delete('6');
    log.delete('6');
    expect([log.size, log.count, log.sent]).toEqual([1, 2, 3]);
  });
});

describe('a log of messages with large files', () => {
  const MIB = 2 ** 20;
  const filesOf = (log: MessageLog): readonly number[] => log.all().map(({ files }) => files.size);

  function logWithFiles(count: number, limit = 100): MessageLog {
    const log = new MessageLog(limit);
    const data = Buffer.alloc(20 * MIB);
    for (let id = 1; id <= count; id += 1) log.add({ id: String(id) } as APIMessage, new Map([[`file ${id}`, data]]));
    return log;
  }

  it('keeps the messages, and forgets the oldest bytes beyond 64 MiB', () => {
    expect(filesOf(logWithFiles(5))).toEqual([0, 0, 1, 1, 1]);
  });

  it('has room again for what is deleted, replaced or forgotten', () => {
    const log = logWithFiles(3, 3);
    log.replace({ ...log.get('1')!, files: new Map() });
    log.delete('2');
    for (const id of ['4', '5']) log.add({ id } as APIMessage, log.get('3')!.files);
    expect(filesOf(log)).toEqual([1, 1, 1]);
  });
});
