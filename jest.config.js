const packages = ['base', 'gateway', 'rest', 'cache', 'client', 'fake-discord', 'playground', 'bench'];
const transform = { '^.+\\.tsx?$': ['ts-jest', { tsconfig: `${import.meta.dirname}/tsconfig.jest.json`, diagnostics: false }] };
const source = (name) => `${import.meta.dirname}/packages/${name}/src`;

// Tests read sources, not what is built. Types are tsc -b's matter (npm run check -- types).
export const project = (displayName, rootDir) => ({
  displayName,
  rootDir,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  cacheDirectory: `${import.meta.dirname}/.cache/jest`,
  transform,
  // Jest looks globals up in its sandbox each time; in the simulation's loops these two made up a third of the time.
  sandboxInjectedGlobals: ['Math', 'Infinity'],
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@aplomb/fake-discord/machine$': `${source('fake-discord')}/machine.ts`,
    '^@aplomb/(cache|gateway|rest)/contract$': source('$1') + '/contract/index.ts',
    '^@aplomb/rest/ratelimit$': `${source('rest')}/ratelimit/index.ts`,
    '^@aplomb/([^/]+)$': source('$1') + '/index.ts',
    '^aplomb$': `${source('client')}/index.ts`,
  },
});

// The page of the playground is made of TSX, and preact comes as ESM only, so that is compiled as well.
const page = {
  ...project('page', './packages/playground/page'),
  testMatch: ['<rootDir>/test/**/*.test.{ts,tsx}'],
  transform: {
    '^.+\\.(tsx?|mjs)$': [
      'ts-jest',
      { tsconfig: `${import.meta.dirname}/packages/playground/page/tsconfig.jest.json`, diagnostics: false },
    ],
  },
  transformIgnorePatterns: ['/node_modules/(?!.*preact)'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'js', 'json'],
};

export default {
  projects: [
    ...packages.map((name) => project(name, `./packages/${name}`)),
    page,
    project('examples', './examples'),
    project('workspace', './scripts'),
  ],
};
