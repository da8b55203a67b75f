import { afterEach, describe, expect, it } from '@jest/globals';
import * as crypto from 'node:crypto';
import * as events from 'node:events';
import * as http from 'node:http';
import * as consumers from 'node:stream/consumers';
import * as timers from 'node:timers/promises';
import ts from 'typescript';
import * as base from '@aplomb/base';
import * as fakeDiscord from '@aplomb/fake-discord';
import * as gateway from '@aplomb/gateway';
import * as playground from '@aplomb/playground';
import * as aplomb from 'aplomb';
import * as discordjs from 'discord.js';
import { fencesOf, type Fence } from './fences.js';
import { pages } from './repository.js';

/** What ends the things that an example leaves open, since it means to run until it is stopped. */
const ends: (() => Promise<void>)[] = [];

class StoppedClient extends discordjs.Client {
  constructor(options: discordjs.ClientOptions) {
    super(options);
    ends.push(() => this.destroy());
  }
}

async function closedLater<Opened extends { close(): Promise<void> }>(opening: Promise<Opened>): Promise<Opened> {
  const opened = await opening;
  ends.push(() => opened.close());
  return opened;
}

const MODULES: Readonly<Record<string, unknown>> = {
  aplomb,
  '@aplomb/base': base,
  '@aplomb/fake-discord': {
    ...fakeDiscord,
    FakeDiscord: {
      start: (options?: fakeDiscord.FakeDiscordOptions) => closedLater(fakeDiscord.FakeDiscord.start(options)),
    },
  },
  '@aplomb/gateway': gateway,
  '@aplomb/playground': {
    ...playground,
    startPlayground: (options: playground.PlaygroundOptions) => closedLater(playground.startPlayground(options)),
  },
  'discord.js': { ...discordjs, Client: StoppedClient },
  'node:crypto': crypto,
  'node:events': events,
  'node:http': http,
  'node:stream/consumers': consumers,
  'node:timers/promises': timers,
};

/** What examples print is for people. */
const SILENT = { log: () => undefined, error: () => undefined };
/** Those that are tests of a test runner are none, and what stands in the fake's own README has a test of its own. */
const isProgram = ({ code, file, language }: Fence): boolean =>
  language === 'ts' && code.includes('FakeDiscord.start(') && !code.includes('@jest/globals') && file !== 'packages/fake-discord/README.md';

const programs = pages().flatMap(fencesOf).filter(isProgram);

/** Runs the code as the module that it is. */
async function run(code: string): Promise<void> {
  const { outputText } = ts.transpileModule(code, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS } });
  const AsyncFunction = (async () => undefined).constructor as new (
    ...args: readonly string[]
  ) => (...args: readonly unknown[]) => Promise<void>;
  await new AsyncFunction('require', 'exports', 'console', outputText)((name: string) => MODULES[name], {}, SILENT);
}

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

describe('the examples with a FakeDiscord', () => {
  it('are several', () => {
    expect(programs.length).toBeGreaterThan(2);
  });

  it.each(programs.map((fence) => [`${fence.file}:${fence.line}`, fence.code]))('%s runs to its end', async (_place, code) => {
    await run(code);
  });
});
