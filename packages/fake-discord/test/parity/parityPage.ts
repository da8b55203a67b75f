import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NEVER_SENT, NOT_SIMULATED, SIMPLIFIED, whyNotSimulated } from '../../src/rest/notSimulated.js';
import { DOCUMENTED, LISTED, SHOWN_BY_SPEC } from '../limits/documented.js';
import { EXCUSED, EXCUSED_FIELDS } from '../limits/excused.js';
import { QUERIES } from '../limits/queries.js';
import { CHECKED_CASES } from '../limits/specCases.js';
import { NEEDS } from '../permissions/needs.js';
import { makeApi } from '../rest/makeApi.js';
import { eventsByHappening, eventsByOperation, starred } from './survey.js';
import { table } from './table.js';

interface GatewayEvents {
  readonly events: readonly { readonly name: string; readonly replyOnly: boolean }[];
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(__dirname, '../../test-data', name), 'utf8'));
const { operations } = read('rest-operations.json') as { readonly operations: readonly string[] };
const { events: documentedEvents } = read('gateway-events.json') as GatewayEvents;

/** What the fake does, as far as it can be found by asking it. */
export interface Parity {
  /** Events that come, by their names, with what they come of. */
  readonly causes: ReadonlyMap<string, readonly string[]>;
  readonly eventsOf: ReadonlyMap<string, readonly string[]>;
  /** Routes besides those of the list: for the tokens of people, and of old. */
  readonly others: readonly string[];
  readonly served: readonly string[];
  readonly unserved: readonly string[];
}

export function surveyParity(): Parity {
  const routes = new Set(makeApi().api.routes.map(({ method, path }) => starred(`${method} ${path}`)));
  const served = operations.filter((operation) => routes.has(starred(operation)));
  const eventsOf = eventsByOperation();
  const causes = new Map<string, string[]>();
  const note = (events: readonly string[], cause: string): void => {
    for (const event of events) causes.set(event, [...(causes.get(event) ?? []), cause]);
  };
  for (const operation of operations) note(eventsOf.get(starred(operation)) ?? [], `\`${operation}\``);
  for (const [what, events] of eventsByHappening()) note(events, what);
  const listed = new Set(operations.map(starred));
  const others = [...routes].filter((route) => !listed.has(route));
  return { causes, eventsOf, others, served, unserved: operations.filter((operation) => !served.includes(operation)) };
}

/** Events that Discord documents and that neither come of anything here nor are said to be never sent. */
export function unexplainedEvents({ causes }: Parity): readonly string[] {
  const unsent = documentedEvents.filter(({ name, replyOnly }) => !replyOnly && !causes.has(name));
  return unsent.filter(({ name }) => !(name in NEVER_SENT)).map(({ name }) => name);
}

/** The page, in Markdown. */
export function parityPage(parity: Parity): string {
  const sections = [INTRODUCTION(parity), notServed(parity), simplified(), eventTable(parity), limits(), operationTable(parity)];
  return `${sections.join('\n\n')}\n`;
}

const INTRODUCTION = ({ others, served, unserved }: Parity): string => `# What FakeDiscord does, and what it does not

<!-- Written by \`npm run parity\` out of the fake's own tables. Do not change it by hand: a test compares it. -->

[FakeDiscord](topics/testing-without-discord.md) serves **${String(served.length)} of the ${String(operations.length)}** REST operations that bots can use, with state, permissions, Discord's errors and the
gateway events that they cause. The other ${String(unserved.length)} answer \`501\` with their name, and are listed in \`discord.unsupported\`: expect it to be empty at the end of a test, and no
test passes because nothing happened. Served are also ${String(others.length)} operations that only people's tokens may use, or that are older than the list.`;

function notServed({ unserved }: Parity): string {
  const rows = unserved.map((operation) => [`\`${operation}\``, whyNotSimulated(operation.split(' ')[1] ?? '')]);
  return `## Not simulated\n\nThese answer \`501\`.\n\n${table(['operation', 'why'], rows)}`;
}

function simplified(): string {
  const rows = SIMPLIFIED.map(({ area, what }) => [area, what]);
  return `## Less than on Discord\n\nThese are served, and a bot that relies on the rest of them is not tested by the fake.\n\n${table(['area', 'what is missing'], rows)}`;
}

const SHOWN_CAUSES = 2;

function eventTable({ causes }: Parity): string {
  const rows = documentedEvents.map(({ name, replyOnly }) => [`\`${name}\``, replyOnly ? 'the gateway answers' : causeOf(name, causes)]);
  const sent = documentedEvents.filter(({ name }) => !(name in NEVER_SENT)).length;
  const words = `Of the ${String(documentedEvents.length)} documented events ${String(sent)} are sent. A test can send any event itself: \`discord.gateway.dispatch(…)\`.`;
  return `## Gateway events\n\n${words}\n\n${table(['event', 'comes when'], rows)}`;
}

function causeOf(name: string, causes: Parity['causes']): string {
  const all = causes.get(name) ?? [];
  const more = all.length - SHOWN_CAUSES;
  if (all.length === 0) return `**never**: ${NEVER_SENT[name] ?? ''}`;
  return `${all.slice(0, SHOWN_CAUSES).join(', ')}${more > 0 ? `, and ${String(more)} more` : ''}`;
}

function limits(): string {
  const bodies = new Set(CHECKED_CASES.map(({ schema }) => schema)).size;
  const rows = new Set([...Object.keys(DOCUMENTED), ...Object.keys(LISTED), ...Object.keys(SHOWN_BY_SPEC)]).size;
  const excused = Object.entries({ ...EXCUSED, ...EXCUSED_FIELDS }).map(([what, why]) => [`\`${what}\``, why]);
  return `## Limits

Of Discord's OpenAPI document ${String(CHECKED_CASES.length)} limits of ${String(bodies)} bodies are checked, and ${String(rows)} limits that its documentation names, and the queries of ${String(Object.keys(QUERIES).length)} operations: what is at the limit passes, what is beyond is refused with
Discord's code and the name of the field. These numbers of the OpenAPI document are not checked:

${table(['body and field', 'why'], excused)}`;
}

function operationTable({ eventsOf, served }: Parity): string {
  const rows = served.map((operation) => [`\`${operation}\``, needsOf(operation), codes(eventsOf.get(starred(operation)) ?? [])]);
  const words = 'Permissions that the bot needs, each by itself, depending on what is asked for; and the events that come of it.';
  return `## Operations\n\n${words}\n\n${table(['operation', 'needs', 'events'], rows)}`;
}

function needsOf(operation: string): string {
  const own = NEEDS.filter(([signature]) => starred(signature) === starred(operation));
  const names = own.flatMap(([, { needs }]) => needs.map((each) => (typeof each === 'string' ? each : each.join(' or '))));
  return [...new Set(names)].join(', ');
}

function codes(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(' ');
}

/** What is said of operations that are not served. */
export function unexplainedOperations({ unserved }: Parity): readonly string[] {
  return unserved.filter((operation) => !NOT_SIMULATED.some(({ paths }) => paths.test(operation.split(' ')[1] ?? '')));
}
