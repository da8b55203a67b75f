import { OptionsError } from '@aplomb/base';
import { checkShardId, checkShardTotal } from './ShardId.js';

/** A row of consecutive shards, both ends included. */
export interface ShardRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Which shards run in this process.
 *
 * - `'one'`: shard 0 of 1.
 * - `'recommended'`: all of as many as Discord recommends.
 * - `{ total }`: all of `total`.
 * - `{ first, last, total }`: a row of them; other processes run the rest.
 * - `{ bucket, of, total }`: part number `bucket` when `total` shards are dealt out to `of` processes in consecutive rows. The rows differ by one shard at most. With `alignTo` (a bot's
 *   `max_concurrency`, the same number in every process) they begin at multiples of it, so that each process starts whole rate-limit groups.
 * - `{ ids, total }`: these.
 */
export type ShardScheme =
  | 'one'
  | 'recommended'
  | { readonly total: number }
  | (ShardRange & { readonly total: number })
  | { readonly bucket: number; readonly of: number; readonly total: number; readonly alignTo?: number }
  | { readonly ids: readonly number[]; readonly total: number };

/** The shards of a scheme, ascending. */
export interface ResolvedShardScheme {
  readonly ids: readonly number[];
  readonly total: number;
}

/**
 * The shards that a scheme means.
 *
 * @param recommended - what Discord recommends; matters for `'recommended'` only.
 * @throws {@link OptionsError} `INVALID_SHARD_TOTAL`, `INVALID_SHARD_RANGE`, `INVALID_SHARD_ID`
 */
export function resolveShardScheme(scheme: ShardScheme, recommended = 1): ResolvedShardScheme {
  if (scheme === 'one') return row(0, 0, 1);
  const total = scheme === 'recommended' ? recommended : scheme.total;
  checkShardTotal(total);
  if (scheme === 'recommended') return row(0, total - 1, total);
  if ('ids' in scheme) return chosen(scheme.ids, total);
  if ('bucket' in scheme) return bucketOf(scheme);
  if ('first' in scheme) return checkedRow(scheme.first, scheme.last, total);
  return row(0, total - 1, total);
}

/** The shards that take over from `scheme` when there are `total`: those that get its guilds, as nearly as rows can. */
export function rescale(scheme: ResolvedShardScheme, total: number): ResolvedShardScheme {
  checkShardTotal(total);
  const ids = new Set<number>();
  for (const id of scheme.ids) {
    const end = Math.floor(((id + 1) * total) / scheme.total);
    for (let next = Math.floor((id * total) / scheme.total); next < end; next += 1) ids.add(next);
  }
  return { ids: [...ids].sort((a, b) => a - b), total };
}

function row(first: number, last: number, total: number): ResolvedShardScheme {
  return { ids: Array.from({ length: last - first + 1 }, (_, index) => first + index), total };
}

function checkedRow(first: number, last: number, total: number): ResolvedShardScheme {
  checkShardId(first, total);
  checkShardId(last, total);
  if (first <= last) return row(first, last, total);
  throw new OptionsError('INVALID_SHARD_RANGE', {
    what: `The shard range goes from ${String(first)} to ${String(last)}.`,
    cure: 'Give `first` at most `last`; both belong to the range.',
  });
}

function chosen(ids: readonly number[], total: number): ResolvedShardScheme {
  for (const id of ids) checkShardId(id, total);
  const ascending = [...new Set(ids)].sort((a, b) => a - b);
  if (ascending.length === ids.length && ids.length > 0) return { ids: ascending, total };
  throw new OptionsError('INVALID_SHARD_ID', {
    what: `The shard ids are [${ids.join(', ')}].`,
    cure: 'Give at least one, and each of them once.',
  });
}

function bucketOf(scheme: {
  readonly bucket: number;
  readonly of: number;
  readonly total: number;
  readonly alignTo?: number;
}): ResolvedShardScheme {
  const { bucket, of, total, alignTo = 1 } = scheme;
  const groups = Math.ceil(total / alignTo);
  const fits = [bucket, of, alignTo].every(Number.isSafeInteger) && bucket >= 0 && bucket < of && alignTo >= 1 && of <= groups;
  if (!fits) {
    throw new OptionsError('INVALID_SHARD_RANGE', {
      what: `${String(total)} shards in groups of ${String(alignTo)} cannot be dealt out as bucket ${String(bucket)} of ${String(of)}.`,
      cure: 'Give `bucket` from 0 to `of - 1`, and `of` at most the number of groups, so that no bucket is empty.',
    });
  }
  const first = Math.floor((bucket * groups) / of) * alignTo;
  return row(first, Math.min(total, Math.floor(((bucket + 1) * groups) / of) * alignTo) - 1, total);
}
