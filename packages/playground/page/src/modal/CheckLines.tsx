import type { VNode } from 'preact';
import { useId } from 'preact/hooks';

interface CheckLinesProps {
  readonly chosen: readonly string[];
  readonly kind: 'checkbox' | 'radio';
  readonly onChoose: (values: readonly string[]) => void;
  readonly options: readonly { readonly description?: string; readonly label: string; readonly value: string }[];
}

/** A group of boxes to tick, or of buttons of which one is on. */
export function CheckLines({ chosen, kind, onChoose, options }: CheckLinesProps): VNode {
  const name = useId();
  const toggle = (value: string): void => {
    if (kind === 'radio') onChoose([value]);
    else onChoose(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  };
  return (
    <div class="check-lines">
      {options.map(({ description, label, value }) => (
        <label key={value} class="check-line">
          <input type={kind} name={name} checked={chosen.includes(value)} onChange={() => toggle(value)} />
          <span>
            {label}
            {description !== undefined && <small>{description}</small>}
          </span>
        </label>
      ))}
    </div>
  );
}
