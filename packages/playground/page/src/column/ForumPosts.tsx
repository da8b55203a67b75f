import type { SeenChannel } from '@aplomb/fake-discord';
import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons/Icon.js';
import { isThread } from '../state/channelOrder.js';
import { may, permission } from '../state/permissions.js';
import { useSeat } from '../state/seatContext.js';
import { PostDialog } from './PostDialog.js';

/** The posts of a forum. */
export function ForumPosts({ forum }: { readonly forum: SeenChannel }): VNode {
  const seat = useSeat();
  const [isPosting, setPosting] = useState(false);
  const all = [...(seat.person.value?.channels.values() ?? [])];
  const posts = all.filter((channel) => isThread(channel) && 'parent_id' in channel && channel.parent_id === forum.id);
  return (
    <div class="forum-posts">
      <header>
        <h3>Posts in {forum.name}</h3>
        {may(forum, permission.sendMessages) && (
          <button type="button" class="button is-primary" onClick={() => setPosting(true)}>
            <Icon name="add" /> New post
          </button>
        )}
      </header>
      {posts.length === 0 && <p class="empty">No posts yet.</p>}
      {posts.map((post) => (
        <button key={post.id} type="button" class="thread-chip" onClick={() => seat.open(post.id)}>
          <Icon name="forum" />
          <strong>{post.name}</strong>
        </button>
      ))}
      {isPosting && <PostDialog forum={forum} onClose={() => setPosting(false)} />}
    </div>
  );
}
