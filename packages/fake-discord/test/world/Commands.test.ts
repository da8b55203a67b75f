import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ApiHome } from '../rest/makeApi.js';
import { makeApi } from '../rest/makeApi.js';

let home: ApiHome;
let globals: string;
let own: string;

const roll = { name: 'roll', description: 'Rolls dice' };
const integer = { type: 4, name: 'sides', description: 'How many' };

beforeEach(() => {
  home = makeApi();
  globals = `/applications/${home.world.application.id}/commands`;
  own = `/applications/${home.world.application.id}/guilds/${home.guild.id}/commands`;
});

/** The form errors of a refused command, by the path of each. */
function complaints(body: object): string {
  const reply = home.ask(`POST ${globals}`, body);
  return reply.status === 201 ? 'none' : JSON.stringify((reply.body as { errors: object }).errors);
}

describe('a command that is registered', () => {
  it('is new once, and replaces itself after that under the same id', () => {
    const [first, second] = [home.ask(`POST ${globals}`, roll), home.ask(`POST ${globals}`, { ...roll, description: 'Other' })];
    expect([first.status, second.status]).toEqual([201, 200]);
    const before = first.body as { id: string; version: string };
    expect(second.body).toMatchObject({
      id: before.id,
      name: 'roll',
      description: 'Other',
      type: 1,
      application_id: home.world.application.id,
    });
    expect((second.body as { version: string }).version).not.toBe(before.version);
  });

  it('belongs to everywhere or to one guild', () => {
    home.ask(`POST ${globals}`, roll);
    home.ask(`POST ${own}`, { ...roll, type: 2, name: 'Wave at', description: '' });
    const names = (path: string) =>
      (home.ask(`GET ${path}`).body as { name: string; guild_id?: string }[]).map((each) => [each.name, each.guild_id]);
    expect([names(globals), names(own)]).toEqual([[['roll', undefined]], [['Wave at', home.guild.id]]]);
  });

  it('is shown, changed and deleted', () => {
    const { id } = home.ask(`POST ${globals}`, roll).body as { id: string };
    expect(home.ask(`PATCH ${globals}/${id}`, { description: 'New', options: [integer] })).toMatchObject({
      status: 200,
      body: { name: 'roll', description: 'New' },
    });
    expect(home.ask(`GET ${globals}/${id}`).body).toMatchObject({ options: [{ name: 'sides', required: false }] });
    expect([home.ask(`GET ${own}/${id}`), home.ask(`DELETE ${globals}/${id}`), home.ask(`GET ${globals}/${id}`)]).toMatchObject([
      { status: 404, body: { code: 10063 } },
      { status: 204 },
      { status: 404 },
    ]);
  });

  it('cannot take the name of another', () => {
    home.ask(`POST ${globals}`, roll);
    const { id } = home.ask(`POST ${globals}`, { ...roll, name: 'deal' }).body as { id: string };
    expect(home.ask(`PATCH ${globals}/${id}`, { name: 'roll' })).toMatchObject({ status: 400, body: { code: 40041 } });
  });

  it('is listed with its translations only when they are asked for', () => {
    home.ask(`POST ${globals}`, { ...roll, name_localizations: { de: 'würfle' } });
    const [short, long] = [home.ask(`GET ${globals}`), home.ask(`GET ${globals}?with_localizations=true`)];
    expect([short.body, long.body]).toEqual([
      [expect.not.objectContaining({ name_localizations: expect.anything() })],
      [expect.objectContaining({ name_localizations: { de: 'würfle' } })],
    ]);
  });

  it.each([
    [{ 'x-discord-locale': 'de', 'accept-language': 'fr' }, { name: 'roll', name_localized: 'würfle' }, { name_localized: 'seiten' }],
    [{ 'accept-language': 'fr;q=0.9,de' }, { name: 'roll', name_localized: 'lance' }, {}],
    [{}, { name: 'roll' }, {}],
    [{ 'accept-language': '*' }, { name: 'roll' }, {}],
  ])('is listed in the language that is asked for: %j', (headers, shown, option) => {
    const options = [{ ...integer, name_localizations: { de: 'seiten' } }];
    home.ask(`POST ${globals}`, { ...roll, name_localizations: { de: 'würfle', fr: 'lance' }, options });
    const [listed] = home.ask(`GET ${globals}`, undefined, headers).body as { options: object[] }[];
    expect(listed).toMatchObject({ ...shown, options: [option] });
    expect(
      [Object.keys(listed ?? {}), Object.keys(listed?.options[0] ?? {})].flat().filter((key) => key === 'name_localized'),
    ).toHaveLength(Object.keys(shown).length - 1 + Object.keys(option).length);
  });

  it('is one of a hundred at most', () => {
    for (let count = 0; count < 100; count += 1) home.ask(`POST ${globals}`, { ...roll, name: `c${count}` });
    expect(home.ask(`POST ${globals}`, roll)).toMatchObject({ status: 400, body: { code: 30032 } });
    expect(home.ask(`POST ${globals}`, { ...roll, name: 'c7' }).status).toBe(200);
  });

  it.each([2, 3])('is one of fifteen at most on the menus of the type %i', (type) => {
    for (let count = 0; count < 15; count += 1) home.ask(`POST ${globals}`, { type, name: `Menu ${count}` });
    expect(home.ask(`POST ${globals}`, { type, name: 'One more' })).toMatchObject({ status: 400, body: { code: 30032 } });
  });

  it('is one of two hundred new ones a day', () => {
    const batch = (from: number) => Array.from({ length: 100 }, (_, index) => ({ ...roll, name: `c${from + index}` }));
    expect([home.ask(`PUT ${globals}`, batch(0)).status, home.ask(`PUT ${globals}`, batch(100)).status]).toEqual([200, 200]);
    home.ask(`PUT ${globals}`, []);
    expect([home.ask(`POST ${globals}`, roll), home.ask(`POST ${own}`, roll).status]).toMatchObject([
      { status: 400, body: { code: 30034 } },
      201,
    ]);
    home.clock.advance(86_400_000);
    expect(home.ask(`POST ${globals}`, roll).status).toBe(201);
  });

  it('is the entry point of an activity everywhere, and in no guild', () => {
    const launch = { name: 'launch', type: 4, handler: 2 };
    expect([home.ask(`POST ${globals}`, launch), home.ask(`POST ${own}`, launch)]).toMatchObject([
      { status: 201, body: { handler: 2 } },
      { status: 400, body: { errors: { type: { _errors: [{ code: 'BASE_TYPE_CHOICES' }] } } } },
    ]);
    expect(home.ask(`POST ${globals}`, { ...launch, name: 'other' })).toMatchObject({ status: 400, body: { code: 30032 } });
  });

  it("is nobody else's to touch", () => {
    expect(home.ask('GET /applications/1/commands')).toMatchObject({ status: 403, body: { code: 20012 } });
    expect(home.ask(`PUT ${own}/1/permissions`, { permissions: [] })).toMatchObject({ status: 403, body: { code: 20001 } });
    expect([home.ask(`GET ${own}/permissions`).body, home.ask(`GET ${own}/1/permissions`)]).toMatchObject([
      [],
      { status: 404, body: { code: 10066 } },
    ]);
  });
});

describe('commands that are registered all at once', () => {
  it('take the place of those that were there, which keep their ids where the name stays', () => {
    const { id } = home.ask(`POST ${globals}`, roll).body as { id: string };
    home.ask(`POST ${globals}`, { ...roll, name: 'old' });
    expect(home.ask(`PUT ${globals}`, [roll, { ...roll, name: 'new' }])).toMatchObject({ status: 200, body: [{ id }, { name: 'new' }] });
    expect(home.ask(`GET ${globals}`).body).toHaveLength(2);
    expect(home.ask(`PUT ${globals}`, [])).toEqual({ status: 200, body: [] });
  });

  it('have names of their own, and are complained about by position', () => {
    const twice = home.ask(`PUT ${globals}`, [roll, roll]);
    expect(twice.body).toMatchObject({ code: 50035, errors: { '1': { _errors: [{ code: 'APPLICATION_COMMANDS_DUPLICATE_NAME' }] } } });
    expect(home.ask(`PUT ${globals}`, [roll, { name: 'x' }]).body).toMatchObject({
      errors: { '1': { description: { _errors: [{ code: 'BASE_TYPE_REQUIRED' }] } } },
    });
    expect(home.ask(`PUT ${globals}`, roll)).toMatchObject({ status: 400, body: { code: 50035 } });
  });
});

describe('the form of a command', () => {
  it.each<[string, object, string]>([
    ['a name with a space', { name: 'two words' }, 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a name in capitals', { name: 'Roll' }, 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a name that is too long', { name: 'x'.repeat(33) }, 'BASE_TYPE_MAX_LENGTH'],
    ['no description', { description: undefined }, 'BASE_TYPE_REQUIRED'],
    ["a description on a user's menu", { type: 2 }, 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID'],
    ["options on a user's menu", { type: 2, description: '', options: [integer] }, 'APPLICATION_COMMAND_OPTIONS_UNSUPPORTED'],
    ['26 options', { options: Array.from({ length: 26 }, (_, index) => ({ ...integer, name: `o${index}` })) }, 'BASE_TYPE_MAX_LENGTH'],
    ['an option of no kind', { options: [{ ...integer, type: 99 }] }, 'BASE_TYPE_CHOICES'],
    ['two options of one name', { options: [integer, integer] }, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS'],
    [
      'a required option behind others',
      { options: [integer, { ...integer, name: 'b', required: true }] },
      'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'a subcommand beside an option',
      { options: [integer, { type: 1, name: 'b', description: 'x' }] },
      'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      'a group within a subcommand',
      { options: [{ type: 1, name: 'a', description: 'x', options: [{ type: 2, name: 'b', description: 'x' }] }] },
      'BASE_TYPE_CHOICES',
    ],
    [
      'choices and autocompletion',
      { options: [{ ...integer, autocomplete: true, choices: [{ name: 'six', value: 6 }] }] },
      'APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE',
    ],
    ['a choice that is no number', { options: [{ ...integer, choices: [{ name: 'six', value: 'x' }] }] }, 'NUMBER_TYPE_COERCE'],
    ['a context that does not exist', { contexts: [7] }, 'BASE_TYPE_CHOICES'],
    ['a name in capitals in another language', { name_localizations: { de: 'Wurf' } }, 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a name of two words in another language', { name_localizations: { de: 'ein wurf' } }, 'APPLICATION_COMMAND_INVALID_NAME'],
    ['a language that Discord does not speak', { name_localizations: { xx: 'wurf' } }, 'BASE_TYPE_CHOICES'],
    ['a handler', { handler: 1 }, 'APPLICATION_COMMAND_HANDLER_UNSUPPORTED'],
    ['an option in a group', { options: [{ type: 2, name: 'a', description: 'x', options: [integer] }] }, 'BASE_TYPE_CHOICES'],
    [
      'an option whose name is in capitals in another language',
      { options: [{ ...integer, name_localizations: { de: 'Seiten' } }] },
      'APPLICATION_COMMAND_INVALID_NAME',
    ],
    [
      'an option that is named in another language as a second one is by default',
      {
        options: [
          { ...integer, name_localizations: { de: 'b' } },
          { ...integer, name: 'b' },
        ],
      },
      'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    ],
    [
      'two options of one name in another language',
      { options: ['a', 'b'].map((name) => ({ ...integer, name, name_localizations: { de: 'c' } })) },
      'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    ],
    ['a channel of no kind', { options: [{ type: 7, name: 'a', description: 'x', channel_types: [99] }] }, 'BASE_TYPE_CHOICES'],
    ['a least that is more than the most', { options: [{ ...integer, min_value: 2, max_value: 1 }] }, 'NUMBER_TYPE_MAX'],
    [
      'a least length that is more than the most',
      { options: [{ type: 3, name: 'a', description: 'x', min_length: 2, max_length: 1 }] },
      'NUMBER_TYPE_MAX',
    ],
    ['a fraction as the least whole number', { options: [{ ...integer, min_value: 0.5 }] }, 'NUMBER_TYPE_COERCE'],
    ['a choice that is no exact number', { options: [{ ...integer, choices: [{ name: 'x', value: 2 ** 53 }] }] }, 'NUMBER_TYPE_MAX'],
    [
      '26 choices',
      { options: [{ ...integer, choices: Array.from({ length: 26 }, (_, value) => ({ name: 'x', value })) }] },
      'BASE_TYPE_MAX_LENGTH',
    ],
    ['no context at all', { contexts: [] }, 'BASE_TYPE_MIN_LENGTH'],
    ['permissions that are none', { default_member_permissions: 'all' }, 'NUMBER_TYPE_COERCE'],
  ])('is refused with %s', (_, change, code) => {
    expect(complaints({ ...roll, ...change })).toContain(code);
  });

  it('counts everything together, in the longest translation', () => {
    const options = Array.from({ length: 25 }, (_, index) => ({
      ...{ type: 3, name: `o${index}`, description: 'x', description_localizations: { de: 'x'.repeat(100) } },
      choices: Array.from({ length: 3 }, (__, at) => ({ name: 'n'.repeat(50), value: String(at).padEnd(50, 'v') })),
    }));
    expect(complaints({ ...roll, options: options.slice(0, 10) })).toBe('none');
    expect(complaints({ ...roll, options })).toContain('APPLICATION_COMMAND_TOO_LARGE');
  });

  it('takes what Discord takes', () => {
    const set = {
      type: 1,
      name: 'set',
      description: 'x',
      options: [{ type: 3, name: "o'clock", description: 'x', min_length: 1, max_length: 5 }],
    };
    const group = { type: 2, name: 'time', description: 'x', options: [set] };
    expect(
      complaints({
        name: 'wörld',
        description: 'x',
        contexts: [0, 1],
        integration_types: [0, 1],
        nsfw: true,
        default_member_permissions: '8',
        options: [group],
      }),
    ).toBe('none');
    expect(complaints({ name: 'दिन', description: 'x' })).toBe('none');
  });
});
