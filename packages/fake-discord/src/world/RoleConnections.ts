import { readLocalizations } from './forms/commandTexts.js';
import type { Form } from './forms/Form.js';
import { defined } from './guild/wire.js';
import type { WireThing } from './records.js';
import type { World } from './World.js';

const RECORDS_MAX = 5;
const TYPES = [1, 2, 3, 4, 5, 6, 7, 8];

/**
 * What the application knows of people for linked roles: the kinds of facts, and each person's. The roles themselves are given by nobody here.
 *
 * @see {@link https://docs.discord.com/developers/resources/application-role-connection-metadata | Role connection metadata}
 */
export class RoleConnections {
  /** The kinds of facts. Replaced, never changed. */
  metadata: readonly WireThing[] = [];

  private readonly ofUsers = new Map<string, WireThing>();
  private readonly world: World;

  constructor(world: World) {
    this.world = world;
  }

  replaceMetadata(list: Form): readonly WireThing[] {
    const records = list.items().map(readRecord);
    if (list.names().length > RECORDS_MAX) list.refuse('', 'BASE_TYPE_MAX_LENGTH', `Must be ${String(RECORDS_MAX)} or fewer in length.`);
    list.check();
    this.metadata = records;
    return records;
  }

  of(userId: string): WireThing {
    return this.ofUsers.get(userId) ?? { ...this.common(), platform_name: null, metadata: {} };
  }

  replace(userId: string, form: Form): WireThing {
    const metadata = form.object('metadata');
    const given = {
      platform_name: form.string('platform_name', { max: 50 }),
      platform_username: form.string('platform_username', { max: 100 }),
    };
    const values = (metadata?.names() ?? []).map((name) => [name, metadata?.string(name, { min: 1, max: 100 })]);
    if (values.length > RECORDS_MAX) form.refuse('metadata', 'BASE_TYPE_MAX_LENGTH', `Must be ${String(RECORDS_MAX)} or fewer in length.`);
    form.check();
    const connection = { ...this.common(), platform_name: null, ...defined(given), metadata: Object.fromEntries(values) as object };
    this.ofUsers.set(userId, connection);
    return connection;
  }

  delete(userId: string): void {
    this.ofUsers.delete(userId);
  }

  private common(): WireThing {
    const { id, name } = this.world.application;
    return { application: { id, name } };
  }
}

function readRecord(form: Form): WireThing {
  form.require('type', 'key', 'name', 'description');
  const key = form.string('key', { min: 1, max: 50 });
  if (key !== undefined && !/^[a-z0-9_]*$/.test(key))
    form.refuse('key', 'STRING_TYPE_REGEX', 'String value did not match validation regex.');
  return defined({
    type: form.choice('type', TYPES),
    key,
    name: form.string('name', { min: 1, max: 100 }),
    name_localizations: readLocalizations(form, 'name_localizations', 100) ?? undefined,
    description: form.string('description', { min: 1, max: 200 }),
    description_localizations: readLocalizations(form, 'description_localizations', 200) ?? undefined,
  });
}
