import { Rest } from '../../src/Rest.js';
import type { RestOptions } from '../../src/RestOptions.js';
import { TOKEN } from '../FakeApi.js';
import * as applicationResources from './given/applicationResources.js';
import { channels } from './given/channels.js';
import { Several, type GroupName } from './given/Given.js';
import { guilds } from './given/guilds.js';
import * as guildResources from './given/guildResources.js';
import { FILE } from './given/ids.js';
import * as tokenResources from './given/tokenResources.js';
import { operationOf, type Operation } from './operations.js';
import { readMethods, type MethodSource } from './readMethods.js';
import { RecordingServer, type RecordedRequest } from './RecordingServer.js';

/** What one call of one method led to. */
export interface Visit {
  /** `"channels.createMessage"`. */
  readonly name: string;
  /** What it was called with before the options. */
  readonly given: readonly unknown[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly source: MethodSource;
  readonly requests: readonly RecordedRequest[];
  /** The operation of its only request. */
  readonly operation: Operation | undefined;
  readonly error: unknown;
}

/** Everything that calling every method of a `Rest` showed. */
export interface Survey {
  /** The methods that a `Rest` has, found by looking at one. */
  readonly methods: readonly string[];
  /** The methods that there are arguments for. */
  readonly given: readonly string[];
  readonly sources: ReadonlyMap<string, MethodSource>;
  readonly visits: readonly Visit[];
}

type Arguments = readonly unknown[];

const GIVEN: Readonly<Record<GroupName, Readonly<Record<string, Arguments | Several<Arguments>>>>> = {
  ...applicationResources,
  ...guildResources,
  ...tokenResources,
  channels,
  guilds,
};

/** A reason with what cannot stand in a header. */
export const REASON = 'Räumt auf: 100 % 🧹';

/** Calls every method of a `Rest` that there are arguments for, one after another, and writes down what a server saw of it. */
export async function surveyRest(credentials: Pick<RestOptions, 'token'> = { token: TOKEN }): Promise<Survey> {
  await using server = await RecordingServer.start();
  await using rest = new Rest({ ...credentials, baseUrl: server.baseUrl, retries: 0, globalRequestsPerSecond: 0 });
  const sources = new Map(readMethods().map((source) => [source.name, source]));
  const methods = methodsOf(rest);
  const visits: Visit[] = [];
  for (const [name, method] of methods) {
    const source = sources.get(name);
    if (source === undefined) continue;
    for (const call of callsOf(name, source)) visits.push({ ...(await visit(server, method, call)), name, source });
  }
  return { methods: [...methods.keys()], given: namesOf(GIVEN), sources, visits };
}

type Method = (...given: readonly unknown[]) => Promise<unknown>;
type Call = Pick<Visit, 'given' | 'options'>;

/** The groups are those properties that hold nothing but functions. */
function methodsOf(rest: Rest): ReadonlyMap<string, Method> {
  const isGroup = (value: unknown): value is object =>
    typeof value === 'object' &&
    value !== null &&
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.values(value).every((one) => typeof one === 'function');
  return new Map(
    Object.entries(rest)
      .filter(([, value]) => isGroup(value))
      .flatMap(([group, value]) => Object.entries(value as Record<string, Method>).map(([name, method]) => [`${group}.${name}`, method])),
  );
}

function namesOf(groups: Readonly<Record<string, object>>): string[] {
  return Object.entries(groups).flatMap(([group, methods]) => Object.keys(methods).map((name) => `${group}.${name}`));
}

/** The calls of one method: with a reason where it takes one, and once more with a file where it takes files. */
function callsOf(name: string, { optionTypes, parameterCount }: MethodSource): Call[] {
  const [group = '', method = ''] = name.split('.');
  const entry = (GIVEN as Readonly<Record<string, Readonly<Record<string, Arguments | Several<Arguments>>>>>)[group]?.[method];
  const lists = entry === undefined ? [] : entry instanceof Several ? entry.calls : [entry];
  const reason = optionTypes.has('AuditedCallOptions') ? { reason: REASON } : {};
  const plain = lists.map((list): Call => {
    const own = list[parameterCount - 1] as Readonly<Record<string, unknown>> | undefined;
    return { given: list.slice(0, parameterCount - 1), options: { ...own, ...reason } };
  });
  if (!optionTypes.has('FileCallOptions')) return plain;
  return plain.flatMap((call) => [call, { ...call, options: { ...call.options, files: [FILE] } }]);
}

async function visit(server: RecordingServer, method: Method, call: Call): Promise<Omit<Visit, 'name' | 'source'>> {
  let error: unknown;
  try {
    await method(...call.given, call.options);
  } catch (caught) {
    error = caught;
  }
  const requests = server.take();
  const [only] = requests;
  return { ...call, error, requests, operation: only === undefined ? undefined : operationOf(only.method, only.path) };
}
