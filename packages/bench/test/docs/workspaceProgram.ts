import { dirname, join } from 'node:path';
import ts from 'typescript';
import { ROOT } from './repository.js';

/** Options of the workspace, with every package read from its sources. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts'],
  types: ['node'],
  typeRoots: [join(ROOT, 'node_modules/@types')],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitOverride: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  skipLibCheck: true,
  noEmit: true,
  paths: {
    aplomb: [join(ROOT, 'packages/client/src/index.ts')],
    '@aplomb/fake-discord/machine': [join(ROOT, 'packages/fake-discord/src/machine.ts')],
    '@aplomb/cache/contract': [join(ROOT, 'packages/cache/src/contract/index.ts')],
    '@aplomb/gateway/contract': [join(ROOT, 'packages/gateway/src/contract/index.ts')],
    '@aplomb/rest/contract': [join(ROOT, 'packages/rest/src/contract/index.ts')],
    '@aplomb/rest/ratelimit': [join(ROOT, 'packages/rest/src/ratelimit/index.ts')],
    '@aplomb/*': [join(ROOT, 'packages/*/src/index.ts')],
    // Other people's bots can be tried out, too.
    'discord.js': [join(ROOT, 'packages/bench/node_modules/discord.js/typings/index.d.ts')],
    // Libraries for voice, which no package has: bots bring them, and so do the examples.
    '@discordjs/voice': [join(ROOT, 'examples/node_modules/@discordjs/voice/dist/index.d.ts')],
    'lavalink-client': [join(ROOT, 'examples/node_modules/lavalink-client/dist/index.d.ts')],
  },
};

/** A TypeScript program over the workspace's sources and some files that exist only here, by their absolute paths. */
export function workspaceProgram(roots: readonly string[], virtual: ReadonlyMap<string, string> = new Map()): ts.Program {
  const host = ts.createCompilerHost(OPTIONS, true);
  const { fileExists, readFile, getSourceFile } = host;
  const folders = new Set([...virtual.keys()].map((path) => dirname(path)));
  host.fileExists = (path) => virtual.has(path) || fileExists(path);
  host.readFile = (path) => virtual.get(path) ?? readFile(path);
  host.directoryExists = (path) => folders.has(path) || ts.sys.directoryExists(path);
  host.getSourceFile = (path, language, ...rest) => {
    const text = virtual.get(path);
    if (text === undefined) return getSourceFile(path, language, ...rest);
    const file = ts.createSourceFile(path, text, language, true);
    // Beside a package.json of type module, as the examples of users are.
    file.impliedNodeFormat = ts.ModuleKind.ESNext;
    return file;
  };
  return ts.createProgram({ rootNames: [...roots, ...virtual.keys()], options: OPTIONS, host });
}
