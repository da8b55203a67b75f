import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mention, type GuildPage } from '../../src/text/mention.js';
import { mentionsIn, parseMention, type Mention } from '../../src/text/parseMention.js';

const id = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String);
const emojiName = fc.stringMatching(/^\w{1,32}$/);
const word = fc.stringMatching(/^[-_a-zäж0-9]{1,12}$/);
const style = fc.constantFrom(...(['t', 'T', 'd', 'D', 'f', 'F', 's', 'S', 'R'] as const));
const seconds = fc.integer({ min: -8_640_000_000_000, max: 8_640_000_000_000 });
const page = fc.constantFrom<GuildPage>('customize', 'browse', 'guide');

const mentions = fc.oneof(
  fc.record({ kind: fc.constantFrom('user' as const, 'role' as const, 'channel' as const), id }),
  fc.record({
    kind: fc.constant('command' as const),
    id,
    name: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  }),
  fc.record({ kind: fc.constant('emoji' as const), id, name: emojiName, isAnimated: fc.boolean() }),
  fc.record({ kind: fc.constant('timestamp' as const), atMs: seconds.map((each) => each * 1_000), style }),
  fc.record({ kind: fc.constant('guildPage' as const), page, roleId: fc.constant(null) }),
  fc.record({ kind: fc.constant('guildPage' as const), page: fc.constant('linked-roles' as const), roleId: fc.option(id) }),
);

function written(given: Mention): string {
  switch (given.kind) {
    case 'user':
    case 'role':
    case 'channel':
      return mention[given.kind](given.id);
    case 'command':
      return mention.command(given.name, given.id);
    case 'emoji':
      return mention.emoji(given);
    case 'timestamp':
      return mention.timestamp(given.atMs, given.style);
    case 'guildPage':
      return given.roleId === null ? mention.guildPage(given.page) : mention.guildPage(given.page, given.roleId);
  }
}

describe('parseMention', () => {
  it('round trip: what was written is read again', () => {
    fc.assert(
      fc.property(mentions, (given) => {
        expect(parseMention(written(given))).toEqual(given);
      }),
      { numRuns: 1_000 },
    );
  });

  it('knows the old form of users, and the default style of time stamps', () => {
    expect(parseMention('<@!1102>')).toEqual({ kind: 'user', id: '1102' });
    expect(parseMention('<t:1618953630>')).toEqual({ kind: 'timestamp', atMs: 1_618_953_630_000, style: 'f' });
  });

  it('minds no white space around', () => {
    expect(parseMention(' <#1102>\n')).toEqual({ kind: 'channel', id: '1102' });
  });

  it.each([
    ...[
      '',
      '1102',
      '@alice',
      '<@>',
      '<@x>',
      '<@1102',
      '@1102>',
      '<@1102> <@1102>',
      'x<@1102>',
      '<@01102>',
      '<@&!1102>',
      '<@18446744073709551616>',
    ],
    ...[
      '<:a b:1102>',
      '<b:name:1102>',
      '<::1102>',
      '</:1102>',
      '</a  b:1102>',
      '</a b c d:1102>',
      '<t:>',
      '<t:1:x>',
      '<t:9999999999999>',
      '<t:1.5>',
    ],
    ...['<id:home>', '<id:browse:1102>', '<id:linked-roles:0x1>', '<id:linked-roles:99999999999999999999>', '<'.repeat(10_000)],
  ])('finds no mention in %j', (text) => {
    expect(parseMention(text)).toBeUndefined();
  });

  it('reads the longest command there is', () => {
    const name = Array.from({ length: 3 }, () => 'ä'.repeat(32)).join(' ');
    expect(parseMention(mention.command(name, '18446744073709551615'))).toEqual({ kind: 'command', id: '18446744073709551615', name });
  });
});

describe('mentionsIn', () => {
  it('finds all, from left to right, with their places', () => {
    const text = 'Hi <@1>, see <#2> <<@&3>> or <@nobody> at <t:4:R>';
    expect(
      [...mentionsIn(text)].map(({ index, mention: { kind }, text: written }) => [kind, written, text.indexOf(written) === index]),
    ).toEqual([
      ['user', '<@1>', true],
      ['channel', '<#2>', true],
      ['role', '<@&3>', true],
      ['timestamp', '<t:4:R>', true],
    ]);
  });

  it('finds whatever stands between texts that hold none', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.string().map((text) => text.replace(/[<>]/g, '')),
            mentions,
          ),
        ),
        (pairs) => {
          const text = pairs.map(([before, each]) => before + written(each)).join('');
          expect([...mentionsIn(text)].map((found) => found.mention)).toEqual(pairs.map(([, each]) => each));
        },
      ),
    );
  });
});
