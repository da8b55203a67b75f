import type { Form } from '../forms/Form.js';
import type { ThreadState } from '../records.js';

const ARCHIVE_MINUTES = [60, 1440, 4320, 10080];
const DEFAULT_MINUTES = 4320;
const TAGS_MAX = 5;
const SLOWMODE_MAX = 21_600;

/** What a body says of a thread. */
export interface ThreadFields {
  readonly appliedTags: readonly string[] | undefined;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly more: Readonly<Record<string, unknown>>;
  readonly name: string | undefined;
}

/** Reads what can be said of a thread, when it begins or later. */
export function readThreadFields(form: Form): ThreadFields {
  const metadata = {
    archived: form.boolean('archived'),
    auto_archive_duration: form.choice('auto_archive_duration', ARCHIVE_MINUTES),
    locked: form.boolean('locked'),
    invitable: form.boolean('invitable'),
  };
  // Those of voice channels are checked, and no thread has them.
  form.integer('bitrate', { min: 8_000 });
  form.integer('user_limit', { min: 0, max: 99 });
  const more = { rate_limit_per_user: form.integer('rate_limit_per_user', { min: 0, max: SLOWMODE_MAX }), flags: form.integer('flags') };
  return {
    appliedTags: form.snowflakes('applied_tags', { max: TAGS_MAX }),
    metadata: given(metadata),
    more: given(more),
    name: form.string('name', { min: 1, max: 100 }),
  };
}

/** The metadata of a new thread. */
export function newMetadata(nowIso: string, { metadata }: ThreadFields, isPrivate: boolean): ThreadState['metadata'] {
  return {
    archived: false,
    archive_timestamp: nowIso,
    auto_archive_duration: DEFAULT_MINUTES,
    create_timestamp: nowIso,
    locked: false,
    ...(isPrivate && { invitable: true }),
    ...metadata,
  };
}

function given(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
