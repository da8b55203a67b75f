// The arrows between the packages run one way only:
//   base ◀── gateway, rest, cache ◀── client ◀── commands ◀── cli
//   base ◀── fake-discord ◀── playground        bench and examples import everything; nobody imports them
//
// Only what runs is bound. Tests may import fake-discord, and one another's packages below them.

/** A rule that sources of some packages must not import some others. `names` are alternatives of folders below packages/. */
const mustNotImport = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^packages/(${from})/src/` },
  to: { path: `^packages/(${to})/` },
});

const siblings = 'gateway|rest|cache|client|commands|fake-discord|playground|redis|cli|bench';

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Files that need each other at run time are one file, or lack a third one.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    mustNotImport('base-stands-alone', 'base', siblings, 'base imports nothing of ours.'),
    mustNotImport(
      'gateway-is-given',
      'gateway',
      'rest|cache|client|commands|playground|redis|cli',
      'The gateway is given what it needs to know.',
    ),
    mustNotImport(
      'rest-stands-alone',
      'rest',
      'gateway|cache|client|commands|playground|redis|cli',
      'rest and gateway do not know each other.',
    ),
    mustNotImport('cache-is-given', 'cache', 'gateway|rest|client|commands|playground|redis|cli', 'The cache is given events.'),
    mustNotImport('client-is-below', 'client', 'commands|playground|redis|cli', 'The client knows no command framework and no cluster.'),
    mustNotImport('commands-know-no-gateway', 'commands', 'gateway|playground|redis|cli', 'Commands also run without a gateway.'),
    mustNotImport(
      'only-tests-use-the-fake',
      'base|gateway|rest|cache|client|commands|redis',
      'fake-discord',
      'The fake is for tests and for the playground.',
    ),
    mustNotImport(
      'fake-is-independent',
      'fake-discord',
      siblings.replace('fake-discord|', ''),
      'An independent reading of Discord: shared tables would put one misreading on both sides.',
    ),
    mustNotImport('playground-knows-bots-by-shape', 'playground', 'gateway|rest|cache|client', 'Any library can play there.'),
    {
      name: 'nobody-imports-programs',
      comment: 'bench, examples and cli are ends, not parts.',
      severity: 'error',
      from: { pathNot: '^(packages/(bench|cli)|examples)/' },
      to: { path: '^(packages/(bench|cli)|examples)/' },
    },
    {
      name: 'no-reaching-inside',
      comment: 'Another package is imported by its name, never by a path into it.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: { path: '^packages/', pathNot: ['^packages/$1/', '^packages/[^/]+/src/(index|machine|contract/index|ratelimit/index)\\.ts$'] },
    },
    {
      name: 'sources-know-no-tests',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { path: '^packages/[^/]+/test(-data)?/' },
    },
    {
      name: 'wire-types-are-types',
      comment: 'discord-api-types gives types only; tables that run are ours and tested.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { path: 'discord-api-types', dependencyTypesNot: ['type-only'] },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'declared',
      comment: 'What a published package needs at run time stands among its dependencies.',
      severity: 'error',
      from: { path: '^packages/(?!bench)[^/]+/src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.cache)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
