import { OptionsError } from '@aplomb/base';
import { Intents } from '../../src/intents/Intents.js';
import { describe, expect, it } from '@jest/globals';
import { GatewayError } from '../../src/errors.js';
import {
  checkGuildId,
  commandText,
  memberRequests,
  readCommandText,
  type GatewayCommand,
  type RequestMembersOptions,
} from '../../src/shard/commands.js';

/** A command whose text has exactly so many bytes, in letters of two bytes each and one of one where it has to be. */
function commandOf(bytes: number): GatewayCommand {
  const room = bytes - Buffer.byteLength(JSON.stringify({ op: 3, d: '' }));
  return { op: 3, d: 'ä'.repeat(room >> 1) + 'a'.repeat(room & 1) };
}

function thrown(call: () => unknown): { readonly code: string; readonly message: string } {
  try {
    call();
  } catch (error) {
    expect(error instanceof GatewayError || error instanceof OptionsError).toBe(true);
    return error as GatewayError;
  }
  return { code: 'nothing', message: '' };
}

describe('the text of a command', () => {
  it('is its JSON', () => {
    expect(commandText({ op: 8, d: { guild_id: '1' } }, 0)).toBe('{"op":8,"d":{"guild_id":"1"}}');
  });

  it.each([[4_095], [4_096]])('C-03: may have %p bytes, whatever its letters', (bytes) => {
    const text = commandText(commandOf(bytes), 0);
    expect([Buffer.byteLength(text), text.length < bytes]).toEqual([bytes, true]);
  });

  it('C-03: may not have 4,097 bytes, even if it has fewer letters', () => {
    const error = thrown(() => commandText(commandOf(4_097), 7));
    expect(error).toMatchObject({ code: 'COMMAND_TOO_LARGE', shardId: 7 });
    expect(error.message).toContain('4097');
  });

  it.each([[1], [2], [6]])('may not have the op %p: that is for the shard alone', (op) => {
    expect(thrown(() => commandText({ op }, 0)).code).toBe('COMMAND_INVALID');
  });

  it.each([[undefined], [null], [7], [{}], [{ op: '3' }]])('must have an op, which %j has not', (command) => {
    expect(thrown(() => commandText(command as GatewayCommand, 0)).code).toBe('COMMAND_INVALID');
  });

  it('must be possible as JSON', () => {
    expect(thrown(() => commandText({ op: 3, d: 1n }, 0)).code).toBe('COMMAND_INVALID');
  });
});

describe('a text that the user wrote', () => {
  it('says what it is', () => {
    expect(readCommandText('{"op":31,"d":{}}', 0)).toEqual({ op: 31, d: {} });
  });

  it.each([['no JSON'], ['7'], ['null'], ['{}'], ['{"op":"3"}'], ['{"op":1}'], ['{"op":2,"d":{}}'], ['{"op":6}']])(
    '%s is refused',
    (text) => {
      expect(thrown(() => readCommandText(text, 0)).code).toBe('COMMAND_INVALID');
    },
  );

  it('C-03: is measured like any other', () => {
    expect(thrown(() => readCommandText(JSON.stringify(commandOf(4_097)), 0)).code).toBe('COMMAND_TOO_LARGE');
  });
});

const SHARD = { id: 0, intents: Intents.All };

describe('a request for members that Discord would refuse', () => {
  it.each([
    ['all of them without GuildMembers', {}, Intents.Guilds, /without the intent GuildMembers/],
    [
      'presences without GuildPresences',
      { query: 'a', limit: 1, presences: true },
      Intents.GuildMembers,
      /without the intent GuildPresences/,
    ],
    ['a query and ids', { query: 'a', userIds: ['1'] }, Intents.All, /together/],
    ['an option that is none', { limt: 3 }, Intents.All, /limit/],
  ])('is refused before: %s', (_what, options, intents, message) => {
    // JavaScript may call it with anything.
    const call = (): unknown => memberRequests('1', options as RequestMembersOptions, { id: 0, intents });
    expect(call).toThrow(message);
  });

  it('is not refused for ids, or for a query, without GuildMembers', () => {
    expect(memberRequests('1', { userIds: ['1'] }, { id: 0, intents: 0 })).toHaveLength(1);
    expect(memberRequests('1', { query: 'do', limit: 5 }, { id: 0, intents: 0 })).toHaveLength(1);
  });
});

describe('a request for members', () => {
  it('asks for all of them unless it says otherwise', () => {
    expect(memberRequests('1', {}, SHARD)).toEqual([{ guild_id: '1', limit: 0, query: '' }]);
  });

  it('asks for those whose name begins so', () => {
    expect(memberRequests('1', { query: 'do', limit: 20, presences: true }, SHARD)).toEqual([
      { guild_id: '1', limit: 20, presences: true, query: 'do' },
    ]);
  });

  it('C-03: is split at 100 ids', () => {
    const userIds = Array.from({ length: 300 }, (_, index) => `${index}`);
    const requests = memberRequests('1', { userIds }, SHARD) as readonly { readonly user_ids: readonly string[] }[];
    expect([requests.map((request) => request.user_ids.length), requests.flatMap((request) => request.user_ids)]).toEqual([
      [100, 100, 100],
      userIds,
    ]);
  });

  it('C-07: takes a nonce of 32 bytes and refuses one of 33, however few letters it has', () => {
    expect(memberRequests('1', { nonce: 'ä'.repeat(16) }, SHARD)).toHaveLength(1);
    const error = thrown(() => memberRequests('1', { nonce: `${'ä'.repeat(16)}a` }, { ...SHARD, id: 3 }));
    expect(error).toMatchObject({ code: 'COMMAND_INVALID', shardId: 3 });
    expect(error.message).toContain('33 bytes');
  });

  it.each([[''], ['abc'], ['1 2'], ['123456789012345678901']])('of a guild whose id is %j is refused', (guildId) => {
    expect(
      thrown(() => {
        checkGuildId(guildId);
      }).code,
    ).toBe('INVALID_OPTION');
    expect(thrown(() => memberRequests(guildId, {}, SHARD)).code).toBe('INVALID_OPTION');
  });
});
