import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from '../icons/Icon.js';
import { Dialog } from '../ui/Dialog.js';

interface TestDialogProps {
  readonly onClose: () => void;
  readonly test: string;
}

/** The recording as a jest test. */
export function TestDialog({ onClose, test }: TestDialogProps): VNode {
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(test);
    setCopied(true);
  };
  return (
    <Dialog title="The recording as a jest test" onClose={onClose}>
      <div class="dialog-body is-wide">
        <pre class="code-block" tabIndex={0} aria-label="Test" data-testid="recorded-test">
          <code>{test}</code>
        </pre>
        <footer class="dialog-footer">
          <span class="hint" role="status">
            {isCopied ? 'Copied.' : 'Save it as a file that ends with .test.ts.'}
          </span>
          <button type="button" class="button is-primary" data-autofocus onClick={() => void copy()}>
            <Icon name="copy" /> Copy as jest test
          </button>
        </footer>
      </div>
    </Dialog>
  );
}
