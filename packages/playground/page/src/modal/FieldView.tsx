import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { FilledIn } from '../state/protocol.js';
import { FieldInput } from './FieldInput.js';
import type { ModalField } from './modalFields.js';

interface FieldViewProps {
  readonly complaint: string | null;
  readonly field: ModalField;
  readonly onFill: (value: FilledIn) => void;
  readonly value: FilledIn;
}

/** A question of a modal with its label, its description, and what is wrong with the answer. */
export function FieldView({ complaint, field, onFill, value }: FieldViewProps): VNode {
  const id = useId();
  const { component, description, label } = field;
  const isRequired = 'required' in component ? (component.required ?? true) : (component.type as number) !== 23;
  return (
    <div class={`field ${complaint === null ? '' : 'is-wrong'}`} role="group" aria-labelledby={id} data-custom-id={component.custom_id}>
      <span id={id} class="field-label">
        {label}
        {isRequired && (
          <span class="required" aria-label="(required)">
            {' '}
            *
          </span>
        )}
      </span>
      {description !== undefined && <small class="hint">{description}</small>}
      <FieldInput component={component} label={label} onFill={onFill} value={value} />
      {complaint !== null && (
        <small class="complaint" role="alert">
          {complaint}
        </small>
      )}
    </div>
  );
}
