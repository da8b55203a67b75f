import type { VNode } from 'preact';
import type { Link } from './state/Connection.js';
import { usePlayground } from './state/playgroundContext.js';

const reasons: Readonly<Partial<Record<Link, string>>> = {
  closed: 'The playground does not answer. Is it still running in the terminal? This page comes back by itself when it does.',
  refused: 'This address is of an earlier run, or has lost its token. Open the address that the terminal says.',
};

/** Why the page shows nothing new, and what to do about it. */
export function LinkNotice(): VNode | null {
  const { connection, isOutdated } = usePlayground();
  const outdated = 'This page was built for another version of the playground. Run npm run build, then load it again.';
  const reason = isOutdated.value ? outdated : reasons[connection.link.value];
  return reason === undefined ? null : (
    <p class="link-notice" role="alert">
      {reason}
    </p>
  );
}
