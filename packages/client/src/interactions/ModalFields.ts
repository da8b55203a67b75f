import { nearest, shown } from '@aplomb/base';
import type { APIModalSubmission, APIInteractionDataResolvedChannel, ModalSubmitComponent } from 'discord-api-types/v10';
import type { MessageAttachment } from '../structures/message/MessageAttachment.js';
import type { Role } from '../structures/guild/Role.js';
import type { User } from '../structures/guild/User.js';
import { InteractionError } from './InteractionError.js';
import type { Resolved } from './Resolved.js';

/** What was entered into a form, by the custom ids of its fields. */
export class ModalFields {
  private readonly fields: ReadonlyMap<string, ModalSubmitComponent>;
  private readonly resolved: Resolved;

  constructor(components: APIModalSubmission['components'], resolved: Resolved) {
    this.fields = new Map(components.flatMap(fieldsOf).map((field) => [field.custom_id, field]));
    this.resolved = resolved;
  }

  /** The custom ids of the fields. */
  get customIds(): readonly string[] {
    return [...this.fields.keys()];
  }

  /** Whether the form has such a field. */
  has(customId: string): boolean {
    return this.fields.has(customId);
  }

  /**
   * The text of a text input; empty where nothing was written.
   *
   * @throws {@link InteractionError} `INTERACTION_LACKS_VALUE` when the form has no such field, or one of another kind; as all readers
   */
  text(customId: string): string {
    return this.read(customId, 'value', isText);
  }

  /** What was chosen of a radio group; `null` for nothing. */
  choice(customId: string): string | null {
    return this.read(customId, 'value', (value) => value === null || isText(value));
  }

  /** Whether a checkbox is ticked. */
  checked(customId: string): boolean {
    return this.read(customId, 'value', (value) => typeof value === 'boolean');
  }

  /** What was chosen of a select or a group of checkboxes: the choices' values, or ids. */
  values(customId: string): readonly string[] {
    return this.read(customId, 'values', isList);
  }

  /** The files that were uploaded. */
  files(customId: string): readonly MessageAttachment[] {
    return this.resolved.all(this.values(customId), (id) => this.resolved.attachment(id));
  }

  users(customId: string): readonly User[] {
    return this.resolved.all(this.values(customId), (id) => this.resolved.user(id));
  }

  roles(customId: string): readonly Role[] {
    return this.resolved.all(this.values(customId), (id) => this.resolved.role(id));
  }

  /** What Discord sends along of each channel. */
  channels(customId: string): readonly APIInteractionDataResolvedChannel[] {
    return this.resolved.all(this.values(customId), (id) => this.resolved.channel(id));
  }

  private read<Value>(customId: string, key: 'value' | 'values', isMeant: (value: unknown) => value is Value): Value {
    const field = this.fields.get(customId) as Readonly<Record<string, unknown>> | undefined;
    const value = field?.[key];
    if (field !== undefined && isMeant(value)) return value;
    throw field === undefined ? this.noField(customId) : otherKind(customId, field['value'] ?? field['values']);
  }

  private noField(customId: string): InteractionError {
    const meant = nearest(customId, this.fields.keys());
    return new InteractionError('INTERACTION_LACKS_VALUE', {
      what: `The form has no field ${shown(customId)}. It has: ${this.customIds.join(', ') || 'none'}.`,
      cure: meant === undefined ? 'Look at the custom ids that the form was made with.' : `Did you mean \`${meant}\`?`,
    });
  }
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isList = (value: unknown): value is readonly string[] => Array.isArray(value);

function otherKind(customId: string, value: unknown): InteractionError {
  return new InteractionError('INTERACTION_LACKS_VALUE', {
    what: `The field ${shown(customId)} holds ${shown(value)}, which is not what was asked for.`,
    cure: 'Read it with the reader of its kind: `text`, `choice`, `checked` or `values`.',
  });
}

function fieldsOf(part: APIModalSubmission['components'][number]): readonly ModalSubmitComponent[] {
  if ('component' in part) return [part.component];
  return 'components' in part ? part.components : [];
}
