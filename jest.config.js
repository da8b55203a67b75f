const transform = { '^.+\\.tsx?$': ['ts-jest', { tsconfig: '<rootDir>/../../tsconfig.jest.json', diagnostics: false }] };
const packages = ['base', 'gateway', 'rest', 'client', 'fake-discord', 'bench'];

const project = (name) => ({
  displayName: name,
  rootDir: `./packages/${name}`,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  transform,
  moduleNameMapper: {
    '^(\\.{1,2}/.*)\\.js$': '$1',
    '^@aplomb/fake-discord/machine$': '<rootDir>/../fake-discord/src/machine.ts',
    '^@aplomb/gateway/contract$': '<rootDir>/../gateway/src/contract/index.ts',
    '^@aplomb/([^/]+)$': '<rootDir>/../$1/src/index.ts',
    '^aplomb$': '<rootDir>/../client/src/index.ts',
  },
});

export default { projects: packages.map(project) };
