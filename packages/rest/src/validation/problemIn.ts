import type { Check, Problem, Walk } from './Check.js';
import { pathText } from './checkBody.js';
import { all } from './checks.js';
import { components, modal } from './components.js';
import { embeds, embedsTogether } from './embeds.js';
import { editedMessage, newMessage } from './messages.js';
import { wholeParts } from './wholeParts.js';

/** A part of a body that people make by itself. */
export type BodyPart = 'allowedMentions' | 'component' | 'embed' | 'message' | 'messageEdit' | 'modal' | 'poll';

/** What is wrong with a part of a body. */
export interface PartProblem {
  /** Where, such as `fields[3].name`; empty where it is the part itself. */
  readonly field: string;
  /** The rest of the sentence that begins with the field: `has 300 characters; at most 256 are allowed`. */
  readonly says: string;
  readonly cure: string;
}

const whole = all(newMessage, wholeParts);
const wholeEdit = all(editedMessage, wholeParts);

/** How a part is looked at: by itself, or where it stands in a message, from which its path is then told. */
const LOOKS: Readonly<Record<BodyPart, (value: unknown, files: number) => Problem | null>> = {
  allowedMentions: (value) => inside({ allowed_mentions: value }, 1),
  component: (value) => checked(components, [value], 1),
  embed: (value) => checked(embeds, [value], 1) ?? ofOne(checked(embedsTogether, { embeds: [value] }, 1)),
  message: (value, files) => checked(whole, value, 0, files),
  messageEdit: (value) => checked(wholeEdit, value, 0),
  modal: (value) => checked(modal, value, 0),
  poll: (value) => inside({ poll: value }, 1),
};

/**
 * What Discord is documented to refuse in a part of a body, by the checks that every call makes before it is sent. `null` where nothing is known against
 * it. `files` is how many go along with a message: left out, it is not known, and an empty message is none that is wrong.
 */
export function problemIn(part: BodyPart, value: unknown, files = 1): PartProblem | null {
  const found = LOOKS[part](value, files);
  return found === null ? null : { field: pathText(found.path), says: found.says, cure: found.cure };
}

/** What is said of all embeds of a message, said of one. */
function ofOne(found: Problem | null): Problem | null {
  return found === null ? null : { ...found, says: found.says.replace('have', 'has').replace('their', 'its'), cure: 'Shorten some.' };
}

function inside(message: unknown, outer: number): Problem | null {
  return checked(newMessage, message, outer);
}

/** The first `outer` steps of a path lead to the part. */
function checked(check: Check, value: unknown, outer: number, files = 1): Problem | null {
  const walk: Walk = { depth: 0, files, nowMs: null };
  const found = check(value, walk);
  return found === null ? null : { ...found, path: found.path.slice(outer) };
}
