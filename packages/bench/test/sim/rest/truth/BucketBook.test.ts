import { beforeEach, describe, expect, it } from '@jest/globals';
import { SeededRandom } from '../../../../src/sim/world/SeededRandom.js';
import { BucketBook } from '../../../../src/sim/rest/truth/BucketBook.js';
import { ROUTES, type RouteSpec } from '../../../../src/sim/rest/truth/routes.js';

const { addReaction, deleteMessage, editMember, editMessage, readMember, removeReaction, sendMessage } = ROUTES;
let book: BucketBook;

beforeEach(() => {
  book = new BucketBook(new SeededRandom(1));
});

function bucket(route: RouteSpec, major = '1', trueKind = 0) {
  return book.bucketFor({ route, major, trueKind });
}

describe('buckets', () => {
  it('are one for routes that share a counter, and one for each major parameter', () => {
    expect(bucket(addReaction)).toBe(bucket(removeReaction));
    expect(bucket(addReaction, '2')).not.toBe(bucket(addReaction, '1'));
    expect(bucket(addReaction, '2').group.hash).toBe(bucket(addReaction, '1').group.hash);
  });

  it('are two for routes that share a hash only', () => {
    expect(bucket(sendMessage).group.hash).toBe(bucket(editMessage).group.hash);
    expect(bucket(sendMessage)).not.toBe(bucket(editMessage));
  });

  it('are three for deletions, by the age of the message', () => {
    expect(new Set([0, 1, 2].map((kind) => bucket(deleteMessage, '1', kind).group.hash)).size).toBe(3);
  });

  it('are forgotten once their window is over', () => {
    const before = bucket(sendMessage);
    book.sweep(1);
    expect(bucket(sendMessage)).not.toBe(before);
  });
});

describe('a change', () => {
  it('renames a hash with all its routes', () => {
    const before = bucket(addReaction).group.hash;
    book.change('rename', addReaction);
    expect(bucket(addReaction).group.hash).not.toBe(before);
    expect(bucket(removeReaction)).toBe(bucket(addReaction));
  });

  it('splits a route from its hash, and restores it with the hash that it had', () => {
    const before = bucket(addReaction).group.hash;
    book.change('split', addReaction);
    expect(bucket(addReaction).group.hash).not.toBe(before);
    expect(bucket(removeReaction).group.hash).toBe(before);
    book.change('restore', addReaction);
    expect(bucket(addReaction)).toBe(bucket(removeReaction));
  });

  it('merges a route into another bucket, whose limit it takes', () => {
    book.join(readMember, 0, editMember);
    expect(bucket(readMember)).toBe(bucket(editMember));
  });

  it('makes another limit of a hash, and keeps the hash', () => {
    const before = bucket(sendMessage).group.hash;
    const limits = new Set<number>();
    for (let count = 0; count < 40; count += 1) {
      book.change('relimit', sendMessage);
      limits.add(bucket(sendMessage).group.limit);
    }
    expect(limits).toEqual(new Set([4, 5, 6, 10]));
    expect(bucket(sendMessage).group.hash).toBe(before);
  });

  it('is the same for everybody with the same seed', () => {
    const other = new BucketBook(new SeededRandom(1));
    for (let count = 0; count < 100; count += 1) {
      book.changeSomething();
      // Whoever asks more often changes nothing.
      bucket(sendMessage, String(count));
      other.changeSomething();
    }
    const hashes = (of: BucketBook) => Object.values(ROUTES).map((route) => of.bucketFor({ route, major: '1', trueKind: 0 }).group.hash);
    expect(hashes(other)).toEqual(hashes(book));
  });
});
