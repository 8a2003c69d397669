import { esmOnlyPackages, swcFor } from './tools/jest-preset.mjs';

const PROPERTY_SEED = '<rootDir>/tools/jest-property-seed.cjs';

const base = {
  rootDir: import.meta.dirname,
  testEnvironmentOptions: { customExportConditions: ['@yotei/source', 'node', 'node-addons'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', '\\.css$': '<rootDir>/tools/jest-empty-style.cjs' },
  transformIgnorePatterns: [`/node_modules/(?!${esmOnlyPackages}/)`],
  transform: { '^.+\\.tsx?$': swcFor(true), '^.+\\.m?js$': swcFor(false) },
  modulePathIgnorePatterns: ['<rootDir>/.nx/', '/dist/'],
};

/** One project a layer of tests (style.md section 7), so each can be run and counted alone. */
export default {
  // No test is timed: this only ends one that hangs, on a machine that does other work beside.
  testTimeout: 30_000,
  testSequencer: '<rootDir>/tools/jest-sequencer.cjs',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testEnvironment: 'node',
      setupFiles: [PROPERTY_SEED],
      testMatch: [
        '<rootDir>/{libs,tools}/**/*.spec.ts',
        '<rootDir>/apps/{api,cli}/**/*.spec.ts',
        '<rootDir>/tests/kit/**/*.spec.ts',
      ],
    },
    {
      ...base,
      displayName: 'web',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['@yotei/source', 'browser', 'node'] },
      setupFiles: ['<rootDir>/tools/jest-web-setup.cjs', PROPERTY_SEED],
      testMatch: ['<rootDir>/apps/web/**/*.spec.ts', '<rootDir>/apps/web/**/*.spec.tsx'],
    },
    {
      ...base,
      displayName: 'database',
      testEnvironment: 'node',
      globalSetup: '<rootDir>/tests/kit/database-global-setup.mjs',
      globalTeardown: '<rootDir>/tests/kit/database-global-teardown.mjs',
      testMatch: ['<rootDir>/apps/api/**/*.db-spec.ts'],
    },
    {
      ...base,
      displayName: 'api',
      testEnvironment: 'node',
      globalSetup: '<rootDir>/tests/kit/database-global-setup.mjs',
      globalTeardown: '<rootDir>/tests/kit/database-global-teardown.mjs',
      testMatch: ['<rootDir>/tests/api/**/*.e2e-spec.ts'],
    },
    {
      ...base,
      displayName: 'faults',
      testEnvironment: 'node',
      globalSetup: '<rootDir>/tests/kit/database-global-setup.mjs',
      globalTeardown: '<rootDir>/tests/kit/database-global-teardown.mjs',
      testMatch: ['<rootDir>/tests/faults/**/*.fault-spec.ts'],
    },
    { ...base, displayName: 'data', testEnvironment: 'node', testMatch: ['<rootDir>/tests/data/**/*.data-spec.ts'] },
    {
      ...base,
      displayName: 'browser',
      testEnvironment: 'node',
      globalSetup: '<rootDir>/tests/kit/browser-global-setup.mjs',
      globalTeardown: '<rootDir>/tests/kit/browser-global-teardown.mjs',
      testMatch: ['<rootDir>/tests/web/**/*.browser-spec.ts'],
    },
  ],
};
