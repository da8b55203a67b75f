import { describe, expect, it } from '@jest/globals';
import { ForumPosts } from '../../src/column/ForumPosts.js';
import { PostDialog } from '../../src/column/PostDialog.js';
import { htmlIn } from '../drawn.js';
import { aliceSeat, channel } from '../fixtures.js';

const forum = channel('30', 'recipes', { available_tags: [{ id: '7', name: 'sweet' }], type: 15 });

describe('a forum', () => {
  it('offers a new post to who may write there', () => {
    expect(htmlIn(aliceSeat(), <ForumPosts forum={forum} />)).toContain('New post');
    expect(htmlIn(aliceSeat(), <ForumPosts forum={{ ...forum, permissions: '0' }} />)).not.toContain('New post');
  });

  it('asks for title, message and tags', () => {
    const html = htmlIn(aliceSeat(), <PostDialog forum={forum} onClose={() => undefined} />);
    expect(html).toMatch(/Title.*Message.*type="checkbox".*sweet.*Post</);
  });
});
