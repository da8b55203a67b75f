import { describe, expect, it } from '@jest/globals';
import { MessageBuilder } from '../../src/text/MessageBuilder.js';
import { renderMarkdown } from './renderMarkdown.js';

const build = (fill: (builder: MessageBuilder) => MessageBuilder): string => fill(new MessageBuilder()).build();
const HOSTILE = '** @everyone <@1102> || ` ~~ __ _ discord.gg/x';

describe('a MessageBuilder', () => {
  it('puts pieces together in their order', () => {
    const text = build((builder) => builder.push('a').pushLine('b').pushLine().pushBold('c').pushItalic('d').pushUnderline('e'));
    expect(text).toBe('ab\n\n**c**_d___e__');
  });

  it('has a method for every style', () => {
    expect(
      build((builder) =>
        builder.pushStrike('a').pushSpoiler('b').pushMono('c').pushCodeblock('d', 'ts').pushNamedLink('e', 'https://e.com'),
      ),
    ).toBe('~~a~~||b||`c````ts\nd\n```[e](https://e.com/)');
  });

  it('mentions', () => {
    expect(build((builder) => builder.user('1').role('2').channel('3').emoji({ id: '4', name: 'smile' }))).toBe('<@1><@&2><#3><:smile:4>');
  });

  it('gives quotes lines of their own', () => {
    expect(build((builder) => builder.push('a').pushQuote('b\nc').pushQuote('d').push('e'))).toBe('a\n> b\n> c\n> d\ne');
  });

  it('is what it builds in a template, and can be built again', () => {
    const builder = new MessageBuilder().push('a');
    expect(`${String(builder)}${builder.build()}`).toBe('aa');
  });

  it.each([
    [[], (builder: MessageBuilder) => builder.pushSafe(HOSTILE)],
    [[], (builder: MessageBuilder) => builder.pushLineSafe(HOSTILE)],
    [['strong'], (builder: MessageBuilder) => builder.pushBoldSafe(HOSTILE)],
    [['underline'], (builder: MessageBuilder) => builder.pushUnderlineSafe(HOSTILE)],
    [['strike'], (builder: MessageBuilder) => builder.pushStrikeSafe(HOSTILE)],
    [['spoiler'], (builder: MessageBuilder) => builder.pushSpoilerSafe(HOSTILE)],
    [['quote'], (builder: MessageBuilder) => builder.pushQuoteSafe(HOSTILE)],
    [['code'], (builder: MessageBuilder) => builder.pushMonoSafe(HOSTILE)],
    [['maskedLink'], (builder: MessageBuilder) => builder.pushNamedLinkSafe('](https://evil.example)', 'https://good.example')],
  ])('Y-05 gives text of others the style %j and no other, and pings nobody', (markup, fill) => {
    const text = build(fill);
    if (!text.includes('](')) expect(renderMarkdown(text).markup.filter((each) => each !== 'escape')).toEqual(markup);
    expect(text).not.toMatch(/@(everyone|here)|<@\d|discord\.gg/);
  });

  it('Y-05 lets nothing out of italics and blocks of code', () => {
    expect(build((builder) => builder.pushItalicSafe('a_b'))).toBe('_a\\_b_');
    expect(build((builder) => builder.pushCodeblockSafe('```@everyone'))).toBe('```\n`\u200b`\u200b`@\u200beveryone\n```');
  });
});
