import { dispatchText } from '../wire/handshake.js';

/** How often something comes in a mix. */
export interface Share {
  readonly type: string;
  readonly perThousand: number;
}

/** One kind of event of a mix, and how large its `d` is on the average. */
interface Kind extends Share {
  readonly bytes: number;
}

/** A bot with presences on, measured by its shares: the mix A of the performance notes. */
export const MIX_A: readonly Kind[] = [
  { type: 'MESSAGE_CREATE', perThousand: 350, bytes: 1_163 },
  { type: 'PRESENCE_UPDATE', perThousand: 200, bytes: 284 },
  { type: 'TYPING_START', perThousand: 150, bytes: 715 },
  { type: 'MESSAGE_REACTION_ADD', perThousand: 100, bytes: 852 },
  { type: 'MESSAGE_UPDATE', perThousand: 60, bytes: 1_183 },
  { type: 'VOICE_STATE_UPDATE', perThousand: 60, bytes: 871 },
  { type: 'GUILD_MEMBER_UPDATE', perThousand: 50, bytes: 622 },
  { type: 'INTERACTION_CREATE', perThousand: 30, bytes: 1_747 },
];

const GUILD_ID = '1100000000000000001';
/** A fifth of the texts are not plain ASCII, as on Discord. */
const FOREIGN_SHARE = 0.19;
const WORDS = 'the quick shard resumes while every other event waits for its turn and nobody loses a word of it at all'.split(' ');
const FOREIGN_WORDS = ['größer', 'día', 'これは', 'тест', '🎉', 'naïve', 'đẹp', '안녕'];

/** `count` events of the mix as JSON texts, the same ones every time. `sequence` begins at 2: READY is 1. */
export function* eventMix(kinds: readonly Kind[], count: number, seed = 1): Generator<string, void, undefined> {
  const random = mulberry32(seed);
  let sequence = 2;
  for (const kind of deal(kinds, count, random)) {
    yield envelope(kind, sequence, random);
    sequence += 1;
  }
}

/** `count` kinds in a mixed order, in which each thousand has exactly its shares. */
export function* deal<K extends Share>(kinds: readonly K[], count: number, random: () => number): Generator<K, void, undefined> {
  const deck = kinds.flatMap((kind) => Array.from({ length: kind.perThousand }, () => kind));
  for (let index = 0; index < count; index += 1) {
    if (index % deck.length === 0) shuffle(deck, random);
    const kind = deck[index % deck.length];
    if (kind !== undefined) yield kind;
  }
}

/** How many events of each type a run of `count` holds. */
export function expectedCounts(kinds: readonly Kind[], count: number): ReadonlyMap<string, number> {
  return new Map(kinds.map(({ type, perThousand }) => [type, (count / 1_000) * perThousand]));
}

function envelope(kind: Kind, sequence: number, random: () => number): string {
  return dispatchText(kind.type, sequence, payload(kind, random));
}

function payload(kind: Kind, random: () => number): object {
  const body = {
    guild_id: GUILD_ID,
    channel_id: snowflake(random),
    id: snowflake(random),
    type: 0,
    flags: 0,
    pinned: false,
    tts: false,
    timestamp: '2026-11-20T12:00:00.000000+00:00',
    edited_timestamp: null,
    mentions: [],
    mention_roles: [],
    attachments: [],
    embeds: [],
    author: user(random),
    member: {
      roles: [snowflake(random), snowflake(random)],
      nick: null,
      mute: false,
      deaf: false,
      joined_at: '2021-03-04T05:06:07.000000+00:00',
    },
  };
  const small = {
    guild_id: GUILD_ID,
    user: { id: snowflake(random) },
    status: 'online',
    client_status: { desktop: 'online' },
    activities: [],
  };
  const base = kind.bytes < 500 ? small : body;
  const missing = Math.max(0, kind.bytes * (0.7 + 0.6 * random()) - JSON.stringify(base).length - 14);
  return { ...base, content: text(missing, random) };
}

function user(random: () => number): object {
  const name = `user${Math.floor(random() * 2_000)}`;
  return { id: snowflake(random), username: name, global_name: name, discriminator: '0', avatar: hex(random), public_flags: 0, bot: false };
}

/** Words of this length together, a fifth of the time not plain ASCII. */
export function text(length: number, random: () => number): string {
  const words = random() < FOREIGN_SHARE ? FOREIGN_WORDS.concat(WORDS) : WORDS;
  let written = '';
  while (written.length < length) written += `${words[Math.floor(random() * words.length)] ?? ''} `;
  return written.slice(0, Math.max(0, length));
}

function snowflake(random: () => number): string {
  return `11${Math.floor(random() * 1e8)
    .toString()
    .padStart(8, '0')}${Math.floor(random() * 1e9)
    .toString()
    .padStart(9, '0')}`;
}

function hex(random: () => number): string {
  return Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('');
}

function shuffle(values: unknown[], random: () => number): void {
  for (let index = values.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const [here, there] = [values[index], values[other]];
    if (here !== undefined && there !== undefined) [values[index], values[other]] = [there, here];
  }
}

function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
