import { describe, expect, it } from '@jest/globals';
import { checkBody, checkQuery } from '../../src/validation/checkBody.js';

const MESSAGE = 'POST /channels/:id/messages';
const EDIT = 'PATCH /channels/:id/messages/:id';
const ANSWER = 'POST /interactions/:id/:token/callback';
const COMMAND = 'POST /applications/:id/commands';
const NOW_MS = Date.UTC(2026, 10, 20);
const DAY_MS = 86_400_000;

function refusalOf(routeKey: string, body: unknown, files = 0, nowMs: number | null = NOW_MS): string | null {
  try {
    checkBody(routeKey, body, files, nowMs);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

const fine = (routeKey: string, body: unknown, files = 0) => {
  expect(refusalOf(routeKey, body, files)).toBeNull();
};
const refused = (routeKey: string, body: unknown, what: RegExp | string, files = 0) => {
  expect(refusalOf(routeKey, body, files)).toMatch(what);
};
const command = (fields: object) => ({ name: 'roll', description: 'Rolls', ...fields });
const option = (fields: object) => ({ type: 3, name: 'sides', description: 'How many', ...fields });
const text = { type: 10, content: 'x' };

describe('the error of a body', () => {
  it('names route, field, value and limit, says what to do and where it is written', () => {
    const body = { content: 'x', embeds: [{ title: 'a' }, { fields: [{ name: 'n'.repeat(300), value: 'v' }] }] };
    expect(() => {
      checkBody(MESSAGE, body);
    }).toThrow(
      expect.objectContaining({
        code: 'INVALID_BODY',
        message:
          '`embeds[1].fields[0].name` in the body of POST /channels/:id/messages has 300 characters ("nnnnnnnnnnnnnnnnnnnn…"); at most 256 are allowed. ' +
          'Shorten it. See https://docs.discord.com/developers/resources/message#create-message',
      }),
    );
  });

  it('Y-15 shows values and keys without what a log reader would obey, and without tokens', () => {
    const token = `${'M'.repeat(24)}.${'a'.repeat(6)}.${'b'.repeat(38)}`;
    const evil = '\u001b[31m\r\n2026-11-20 FATAL forged\u2028\u202e';
    const messages = [
      refusalOf(COMMAND, command({ name: evil })),
      refusalOf(COMMAND, command({ name_localizations: { [evil]: '' } })),
      refusalOf(COMMAND, command({ name: token })),
      refusalOf('POST /channels/:id/webhooks', { name: `${evil} Clyde` }),
    ];
    for (const message of messages) expect(message).toMatch(/^[\x20-\x7e…]+$/);
    expect(messages.join()).not.toContain('MMMM');
  });
});

describe('a body of another kind', () => {
  const builder = (json: unknown) => ({ toJSON: () => json });
  const ROLE = 'POST /guilds/:id/roles';

  it.each([
    ['hi', 'is "hi"; it has to be an object'],
    [7, 'is 7; it has to be an object'],
    [true, 'is true; it has to be an object'],
    [Buffer.from('hi'), 'is bytes; it has to be an object'],
    [new Uint8Array(2).buffer, 'is bytes; it has to be an object'],
    [['hi'], 'is a list; it has to be an object'],
    [Promise.resolve({}), 'is a promise that nobody has awaited; it has to be an object'],
    [builder('hi'), 'is "hi" as JSON; it has to be an object'],
    [builder([]), 'is a list as JSON; it has to be an object'],
  ])('is refused where fields are wanted: %p', (body, what) => {
    refused(ROLE, body, `The body of ${ROLE} ${what}. Give one with its fields. See https`);
    refused(MESSAGE, body, `${what}. Give one with its fields: \`{ content: "…" }\`. See https`);
  });

  it('is refused on routes of which nothing else is known, but for lists, which a newer route may take', () => {
    refused('PUT /channels/:id/permissions/:id', 'hi', 'is "hi"; it has to be an object. Give one with its fields.');
    fine('PUT /something/new', [1]);
    fine('PUT /something/new', { a: 1 });
  });

  it.each([
    'PATCH /guilds/:id/channels',
    'PATCH /guilds/:id/roles',
    'POST /lobbies/:id/members/bulk',
    'PUT /applications/:id/commands',
    'PUT /applications/:id/guilds/:id/commands',
    'PUT /applications/:id/role-connections/metadata',
  ])('is refused where a list is wanted: %s', (route) => {
    fine(route, []);
    refused(route, { id: '1' }, `The body of ${route} is an object; it has to be a list. Give a list.`);
    refused(route, 'hi', 'is "hi"; it has to be a list');
  });

  it('teaches what to write', () => {
    refused('POST /channels/:id/messages/bulk-delete', ['1', '2'], '`{ messages: […] }`');
    refused(ANSWER, 'hi', '`{ type: 4, data: { content: "…" } }`');
  });

  it('is refused within a body, too', () => {
    refused('POST /channels/:id/threads', { name: 'x', message: 'hi' }, '`message` in the body of POST /channels/:id/threads is "hi"');
    refused(ANSWER, { type: 4, data: 'hi' }, '`data` in the body of POST /interactions/:id/:token/callback is "hi"');
  });

  it('is none where no body is given', () => {
    fine(ROLE, undefined);
    fine('PATCH /guilds/:id/roles', undefined);
  });
});

describe('characters', () => {
  it('are counted as Discord does: code points, without white space at the ends', () => {
    fine(MESSAGE, { content: '👍'.repeat(2_000) });
    refused(MESSAGE, { content: '👍'.repeat(2_001) }, 'has 2001 characters');
    fine(MESSAGE, { content: `${'x'.repeat(2_000)}\n\n  ` });
    fine(MESSAGE, { embeds: [{ description: '👍'.repeat(4_096) }, { description: '👍'.repeat(1_904) }] });
    refused(MESSAGE, { embeds: [{ description: '👍'.repeat(4_096) }, { description: '👍'.repeat(1_905) }] }, 'have 6001 characters');
  });
});

describe('a new message', () => {
  it('is refused when it is empty, and sent with anything that may be something', () => {
    for (const body of [
      undefined,
      null,
      {},
      { content: '' },
      { embeds: [], tts: true },
      { nonce: '1', flags: 4 },
      { message_reference: { message_id: '1' } },
    ])
      refused(MESSAGE, body, /^The body of POST \/channels\/:id\/messages is empty/);
    for (const body of [
      { content: 'x' },
      { embeds: [{}] },
      { sticker_ids: ['1'] },
      { poll: {} },
      { shared_client_theme: {} },
      { newer_than_us: 1 },
    ])
      fine(MESSAGE, body);
    fine(MESSAGE, { message_reference: { type: 1, message_id: '1', channel_id: '2' } });
    fine(MESSAGE, undefined, 1);
    fine(EDIT, { content: '' });
    fine(EDIT, { content: null, embeds: [] });
  });

  it('cannot let all of a kind ping and name some of it', () => {
    refused(
      MESSAGE,
      { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      /`allowed_mentions.users` .* names ids while `parse`/,
    );
    refused(MESSAGE, { content: 'x', allowed_mentions: { parse: ['everyone', 'roles'], roles: ['1'] } }, 'allowed_mentions.roles');
    fine(MESSAGE, { content: 'x', allowed_mentions: { parse: ['roles'], users: ['1'], roles: [] } });
  });

  it('with Components V2 has nothing beside them, and without the flag no such components', () => {
    const v2 = { flags: 32_768, components: [text] };
    fine(MESSAGE, { ...v2, content: '', embeds: [], poll: null });
    refused(MESSAGE, { ...v2, content: 'x' }, /`content` .* cannot stand beside the flag/);
    refused(MESSAGE, { ...v2, embeds: [{ title: 'x' }] }, '`embeds`');
    refused(MESSAGE, { ...v2, poll: {} }, '`poll`');
    refused(MESSAGE, { components: [{ type: 1, components: [] }, text] }, /`components\[1\]` .* is of type 10, .* `flags: 32768`/);
    // An edit does not say what the message was before.
    fine(EDIT, { components: [text] });
  });

  it('has each custom_id once, however deep', () => {
    const button = { type: 2, style: 1, custom_id: 'same' };
    const section = { type: 9, components: [text], accessory: button };
    refused(
      MESSAGE,
      { flags: 32_768, components: [section, { type: 17, components: [{ type: 1, components: [button] }] }] },
      '"same" twice',
    );
    fine(MESSAGE, { flags: 32_768, components: [section, { type: 1, components: [{ ...button, custom_id: 'other' }] }] });
  });

  it('has whole buttons', () => {
    const row = (button: object) => ({ components: [{ type: 1, components: [{ type: 2, ...button }] }] });
    refused(MESSAGE, row({ style: 5, label: 'x' }), 'link button without `url`');
    refused(MESSAGE, row({ style: 6 }), 'premium button without `sku_id`');
    refused(MESSAGE, row({ style: 1, label: 'x' }), 'button without `custom_id`');
    for (const button of [{ style: 5, url: 'u' }, { style: 6, sku_id: '1' }, { style: 4, custom_id: 'x' }, { style: 9 }, {}])
      fine(MESSAGE, row(button));
  });

  it('in a forum, from a webhook or as an answer follows the same rules', () => {
    const content = 'x'.repeat(2_001);
    refused('POST /channels/:id/threads', { name: 'post', message: { content } }, '`message.content`');
    refused('POST /channels/:id/threads', { name: 'post', message: {} }, /`message` .* is empty/);
    refused('POST /webhooks/:id/:token', { content }, '`content`');
    refused('PATCH /webhooks/:id/:token/messages/@original', { content }, '`content`');
    refused(ANSWER, { type: 4, data: { content } }, '`data.content`');
    refused(ANSWER, { type: 4 }, /`data` .* is empty/);
    refused(ANSWER, { type: 7, data: { content } }, '`data.content`');
    for (const answer of [{ type: 1 }, { type: 5 }, { type: 6 }, { type: 7, data: {} }, { type: 99, data: { content } }])
      fine(ANSWER, answer);
  });
});

describe('values that JSON would quietly change', () => {
  it('are refused: NaN, Infinity, and undefined in a list', () => {
    refused(MESSAGE, { embeds: [{ title: 'x', color: NaN }] }, '`embeds[0].color` in the body of POST /channels/:id/messages is NaN');
    refused('PATCH /channels/:id', { rate_limit_per_user: Infinity }, 'is Infinity');
    refused(MESSAGE, { embeds: [undefined] }, 'is undefined, of which JSON makes null');
    fine(MESSAGE, { content: 'x', embeds: undefined, poll: undefined });
  });
});

describe('a misspelt field', () => {
  it.each([
    [MESSAGE, { embeds: [{ titel: 'x' }] }, '`embeds[0].titel`', 'title'],
    [MESSAGE, { embeds: [{ author: { nam: 'x' } }] }, '`embeds[0].author.nam`', 'name'],
    [MESSAGE, { embeds: [{ image: { ulr: 'x' } }] }, '`embeds[0].image.ulr`', 'url'],
    ['POST /guilds/:id/roles', { nam: 'x' }, '`nam`', 'name'],
    ['POST /guilds/:id/roles', { colors: { primary_colour: 1 } }, '`colors.primary_colour`', 'primary_color'],
    ['PATCH /channels/:id', { rateLimitPerUser: 5 }, '`rateLimitPerUser`', 'rate_limit_per_user'],
    ['PATCH /guilds/:id/members/:id', { nickn: 'x' }, '`nickn`', 'nick'],
  ])('is refused with the one that was meant: %s %o', (route, body, field, meant) => {
    refused(route, body, `${field} in the body of ${route} is no field of Discord’s. Did you mean \`${meant}\`?`);
  });

  it('is nothing that came later, was not typed, or is undefined', () => {
    const wide = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`name${String(index)}`, 1]));
    for (const role of [{ shimmer_effect: 1 }, { ab: 1 }, wide, { nam: undefined }, { ['x'.repeat(50)]: 1 }])
      fine('POST /guilds/:id/roles', role);
  });
});

describe('an image', () => {
  it.each([
    ['POST /guilds/:id/emojis', 'image'],
    ['POST /guilds/:id/soundboard-sounds', 'sound'],
    ['PATCH /users/@me', 'avatar'],
    ['PATCH /guilds/:id', 'icon'],
    ['POST /guilds/:id/roles', 'icon'],
    ['PATCH /webhooks/:id', 'avatar'],
    ['POST /guilds/:id/scheduled-events', 'image'],
    ['PATCH /applications/@me', 'cover_image'],
  ])('or a sound that is a path or a URL is refused: %s %s', (route, field) => {
    refused(route, { [field]: './x.png' }, `\`${field}\` in the body of ${route} is "./x.png", which is no \`data:\` URI.`);
    for (const value of ['data:image/png;base64,AA==', null]) fine(route, { [field]: value });
  });
});

describe('what is not documented', () => {
  it('is left to Discord: unknown routes, fields, types of components, and values of other types', () => {
    fine('POST /newer/:id/than-us', { content: 'x'.repeat(9_000) });
    fine(MESSAGE, { content: 42, embeds: 'none', components: {}, poll: [], nonce: 7, unknown: 'x'.repeat(9_000) });
    fine(MESSAGE, { flags: 32_768, components: [{ type: 99, label: 'x'.repeat(9_000) }, 'x', null] });
    fine('PATCH /guilds/:id', null);
  });

  it('Y-02 keys such as __proto__, constructor and toString are fields that nobody knows', () => {
    const keys = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'prototype'];
    for (const key of keys) {
      const body = JSON.parse(
        `{"content":"x","${key}":{"type":1,"content":"y"},"embeds":[{"${key}":1}],"components":[{"type":"${key}"}]}`,
      ) as object;
      fine(MESSAGE, body);
      expect(() => {
        checkBody(key, body);
        checkQuery(key, { limit: 9_999 });
      }).not.toThrow();
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    refused(MESSAGE, Object.create({ content: 'inherited' }), 'is empty');
  });
});

describe('builders', () => {
  it('are looked at as JSON will see them', () => {
    const built = { toJSON: () => ({ title: 'x'.repeat(257) }) };
    refused(MESSAGE, { embeds: [built] }, /`embeds\[0\].title`/);
    refused(MESSAGE, { toJSON: () => ({ content: '' }) }, 'is empty');
    fine(MESSAGE, { toJSON: () => ({ content: 'x' }) });
  });
});

describe('commands', () => {
  it('have names that Discord takes', () => {
    for (const name of ['roll', 'roll-die_2', "o'clock", 'würfeln', 'поиск', '検索', 'रोल', 'ค้นหา']) fine(COMMAND, command({ name }));
    for (const name of ['Roll', 'roll die', 'roll!', 'роЛл', '🎲']) refused(COMMAND, command({ name }), '`name`');
    for (const name of ['Roll', 'roll die']) refused(COMMAND, command({ options: [option({ name })] }), 'options[0].name');
    fine(COMMAND, { type: 2, name: 'Show Avatar!' });
    fine('PATCH /applications/:id/commands/:id', { name: 'Show Avatar!' });
    refused(COMMAND, command({ description: '' }), 'needs 1 to 100 characters');
    fine(COMMAND, { type: 3, name: 'Quote', description: '' });
  });

  it('have required options first, each name once, and choices or autocomplete', () => {
    refused(
      COMMAND,
      command({ options: [option({}), option({ name: 'dice', required: true })] }),
      /`options\[1\]` .* comes after one that is not/,
    );
    refused(COMMAND, command({ options: [option({}), option({})] }), /`options\[1\].name` .* "sides" a second time/);
    refused(
      COMMAND,
      command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
      'stands beside `autocomplete: true`',
    );
    fine(COMMAND, command({ options: [option({ required: true }), option({ name: 'dice', autocomplete: true, choices: [] })] }));
  });

  it('are looked at down to the options of their subcommands', () => {
    const group = {
      type: 2,
      name: 'group',
      description: 'd',
      options: [{ type: 1, name: 'sub', description: 'd', options: [option({ description: 'x'.repeat(101) })] }],
    };
    refused(COMMAND, command({ options: [group] }), /`options\[0\].options\[0\].options\[0\].description`/);
  });

  it('count each text in its longest language', () => {
    const options = Array.from({ length: 25 }, (_, index) =>
      option({
        name: `o${String(index)}`,
        choices: [{ name: 'a', value: 'v'.repeat(200) }],
        description_localizations: { de: 'ü'.repeat(100), fr: 'x' },
      }),
    );
    fine(COMMAND, command({ options }));
    const longer = options.map((one) => ({
      ...one,
      choices: [{ name: 'a', name_localizations: { de: 'ä'.repeat(100) }, value: 'v'.repeat(200) }],
    }));
    refused(COMMAND, command({ options: longer }), 'characters in all its texts together; at most 8000');
  });

  it('have limits of numbers that JSON can carry', () => {
    fine(COMMAND, command({ options: [option({ type: 10, min_value: -(2 ** 53), max_value: 2 ** 53 })] }));
    refused(COMMAND, command({ options: [option({ type: 10, max_value: 2 ** 53 + 2 })] }), 'max_value');
    refused(COMMAND, command({ options: [option({ type: 4, min_value: -(2 ** 53) - 2 })] }), 'min_value');
  });
});

describe('limits of time', () => {
  const until = (key: string, aheadMs: number) => ({ [key]: new Date(NOW_MS + aheadMs).toISOString() });

  it('hold for time-outs of members and incident actions, a minute of lenience given', () => {
    fine('PATCH /guilds/:id/members/:id', until('communication_disabled_until', 28 * DAY_MS));
    refused('PATCH /guilds/:id/members/:id', until('communication_disabled_until', 28 * DAY_MS + 61_000), 'at most 28 days from now');
    fine('PATCH /guilds/:id/members/:id', { communication_disabled_until: null });
    fine('PUT /guilds/:id/incident-actions', until('dms_disabled_until', DAY_MS));
    refused('PUT /guilds/:id/incident-actions', until('invites_disabled_until', DAY_MS + 61_000), 'at most 24 hours from now');
  });

  it('hold for messages that are deleted together, and are not checked without a clock', () => {
    const idOf = (ageMs: number) => String((BigInt(NOW_MS - ageMs) - 1_420_070_400_000n) << 22n);
    const BULK = 'POST /channels/:id/messages/bulk-delete';
    fine(BULK, { messages: [idOf(0), idOf(14 * DAY_MS)] });
    refused(BULK, { messages: [idOf(0), idOf(14 * DAY_MS + 61_000)] }, /`messages\[1\]` .* more than 14 days ago/);
    expect(refusalOf(BULK, { messages: [idOf(0), idOf(99 * DAY_MS)] }, 0, null)).toBeNull();
    refused(BULK, { messages: ['5', '6', '5'] }, '`messages[2]`');
  });
});

describe('a few values only', () => {
  it('are taken for afk time-outs, archiving and names of webhooks', () => {
    for (const minutes of [60, 1_440, 4_320, 10_080]) fine('POST /channels/:id/threads', { name: 'x', auto_archive_duration: minutes });
    refused('POST /channels/:id/threads', { name: 'x', auto_archive_duration: 61 }, 'is 61; allowed are 60, 1440, 4320, 10080');
    refused('PATCH /guilds/:id', { afk_timeout: 61 }, 'afk_timeout');
    for (const name of ['Clyde', 'my discord bot']) refused('POST /channels/:id/webhooks', { name }, 'may not contain');
  });

  it('are taken in a search', () => {
    const SEARCH = 'GET /guilds/:id/messages/search';
    const search = (query: object) => () => {
      checkQuery(SEARCH, query);
    };
    expect(search({ content: 'x'.repeat(1_024), slop: 100, channel_id: Array.from({ length: 500 }, String) })).not.toThrow();
    expect(search({ content: 'x'.repeat(1_025) })).toThrow('1025 characters');
    expect(search({ slop: '101' })).toThrow('`slop`');
    expect(search({ channel_id: Array.from({ length: 501 }, String) })).toThrow('501 items');
    expect(search({ author_id: Array.from({ length: 101 }, String) })).toThrow('`author_id`');
  });
});

describe('Y-10 a hostile body', () => {
  function nested(levels: number, wrap: (inner: object) => object): object {
    let body: object = { type: 10, content: 'x' };
    for (let level = 0; level < levels; level += 1) body = wrap(body);
    return body;
  }

  it('of 100,000 levels is walked without overflow', () => {
    const container = nested(100_000, (inner) => ({ type: 17, components: [inner] }));
    expect(refusalOf(MESSAGE, { flags: 32_768, components: [container] })).toContain('more than 40 components');
    expect(
      refusalOf(COMMAND, command({ options: [nested(100_000, (inner) => ({ type: 2, name: 'g', description: 'd', options: [inner] }))] })),
    ).toContain('at most 8000');
    fine(
      'PUT /guilds/:id/onboarding',
      nested(100_000, (inner) => ({ prompts: [inner] })),
    );
  });

  it('that contains itself is walked to an end', () => {
    const loop: { type: number; components: unknown[]; name: string; options: unknown[] } = {
      type: 17,
      components: [],
      name: 'x',
      options: [],
    };
    loop.components.push(loop, loop);
    loop.options.push(loop);
    expect(refusalOf(MESSAGE, { flags: 32_768, components: [loop] })).toContain('more than 40 components');
    expect(refusalOf(COMMAND, loop)).not.toBeUndefined();
  });

  it('of 10⁶ keys, or with a string of 50 MB, costs no more than a look at each', () => {
    const wide: Record<string, unknown> = { content: 'x' };
    for (let index = 0; index < 1_000_000; index += 1) wide[`k${String(index)}`] = index;
    fine(MESSAGE, wide);
    refused(MESSAGE, { content: 'x'.repeat(50_000_000) }, 'has 50000000 characters');
    refused(MESSAGE, { embeds: Array.from({ length: 1_000_000 }, () => ({})) }, 'has 1000000 items');
  });
});

describe('a body that says nothing', () => {
  it('is refused where Discord wants something: fields of embeds, bans of nobody', () => {
    const field = (fields: object) => ({ embeds: [{ title: 'x', fields: [{ name: 'n', value: 'v', ...fields }] }] });
    fine(MESSAGE, field({}));
    refused(MESSAGE, field({ name: '' }), /`embeds\[0\]\.fields\[0\]\.name` .* is ""; it needs at least 1 character/);
    refused(MESSAGE, field({ value: '' }), /`embeds\[0\]\.fields\[0\]\.value` .* is ""/);
    refused('POST /guilds/:id/bulk-ban', { user_ids: [] }, /`user_ids` .* has 0 items; it needs at least 1/);
    fine('POST /guilds/:id/bulk-ban', { user_ids: ['1'] });
  });
});

describe('a channel of a kind that nobody makes', () => {
  it('is refused, and those that are made are not', () => {
    const channel = (type: unknown) => ({ name: 'x', type });
    for (const type of [0, 2, 4, 5, 13, 14, 15, 16]) fine('POST /guilds/:id/channels', channel(type));
    for (const type of [1, 11, 99, 'text'])
      refused('POST /guilds/:id/channels', channel(type), /`type` .* is .*; allowed are 0, 2, 4, 5, 13, 14, 15, 16/);
  });
});
