import { project } from './jest.config.js';

// npm run test:browser: the playground in a real browser. npm test runs none of it, and needs no browser.
export default {
  ...project('browser', './examples'),
  testMatch: ['<rootDir>/test-browser/**/*.browser.test.ts'],
  testTimeout: 60_000,
};
