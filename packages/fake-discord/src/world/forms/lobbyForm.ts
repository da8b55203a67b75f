import { defined } from '../guild/wire.js';
import type { WireThing } from '../records.js';
import type { Form } from './Form.js';

const PAIRS_MAX = 25;
const VALUE_MAX = 1024;
const MEMBERS_MAX = 25;
const CAN_LINK = 1;

/** Somebody who is to be in a lobby. */
export interface LobbyMemberFields {
  readonly fields: WireThing;
  readonly id: string;
  readonly isRemoved: boolean;
}

/** Reads texts by their names; `null` where they are taken away. */
export function readPairs(form: Form, field: string, valueMax = VALUE_MAX, pairsMax = PAIRS_MAX): WireThing | null | undefined {
  if (form.isNull(field)) return null;
  const pairs = form.object(field);
  if (pairs === undefined) return undefined;
  if (pairs.names().length > pairsMax) form.refuse(field, 'BASE_TYPE_MAX_LENGTH', `Must be ${String(pairsMax)} or fewer in length.`);
  return Object.fromEntries(pairs.names().map((name) => [name, pairs.string(name, { max: valueMax }) ?? '']));
}

/**
 * Reads what a lobby is to be.
 *
 * @see {@link https://docs.discord.com/developers/resources/lobby#create-lobby | Create lobby}
 */
export function readLobby(form: Form): WireThing {
  return defined({
    metadata: readPairs(form, 'metadata'),
    idle_timeout_seconds: form.integer('idle_timeout_seconds', { min: 5, max: 604_800 }),
    flags: form.choice('flags', [0, CAN_LINK]),
    override_event_webhooks_url: form.string('override_event_webhooks_url', { max: 512 }),
  });
}

/** Reads who is to be in a lobby. */
export function readLobbyMembers(form: Form): readonly LobbyMemberFields[] | undefined {
  return form.objects('members', { max: MEMBERS_MAX })?.map(readListedMember);
}

/** Reads one out of a list, in which it names itself. */
export function readListedMember(form: Form): LobbyMemberFields {
  form.require('id');
  return readLobbyMember(form);
}

/** Reads one of them; in its own request the id stands in the path. */
export function readLobbyMember(form: Form): LobbyMemberFields {
  const fields = defined({
    metadata: readPairs(form, 'metadata'),
    flags: form.choice('flags', [0, CAN_LINK]),
    additional_name: form.string('additional_name', { min: 1, max: 80 }),
  });
  return { fields, id: form.snowflake('id') ?? '', isRemoved: form.boolean('remove_member') ?? false };
}
