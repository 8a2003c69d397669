import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

const TEST_FILES = ['**/*.spec.ts', '**/*.spec.tsx', '**/*.db-spec.ts', '**/*.bench.ts', 'tests/**'];

/** A library may use these packages and no other: what computes knows no server, screen, file or network. */
const external = {
  time: ['luxon'],
  // date-holidays computes from its own data, offline: ADR 0013.
  forecast: ['pure-rand', 'date-holidays'],
  scheduling: ['mathjs', 'mathjs/*', 'pure-rand', 'highs'],
  connectors: ['csv-parse', 'csv-parse/*'],
  demo: ['pure-rand', 'date-holidays'],
};

const boundaries = [
  { sourceTag: 'scope:time', onlyDependOnLibsWithTags: [], allowedExternalImports: external.time },
  ...['forecast', 'scheduling', 'connectors', 'demo'].map((lib) => ({
    sourceTag: `scope:${lib}`,
    onlyDependOnLibsWithTags: ['scope:time'],
    allowedExternalImports: external[lib],
  })),
  { sourceTag: 'scope:web', onlyDependOnLibsWithTags: ['scope:time', 'scope:scheduling', 'scope:forecast'] },
  { sourceTag: 'scope:api', onlyDependOnLibsWithTags: ['type:lib'] },
  { sourceTag: 'scope:cli', onlyDependOnLibsWithTags: ['type:lib'] },
];

const machine = {
  group: ['node:*', 'fs', 'path', 'os', 'http', 'worker_threads'],
  message: 'Libraries compute; apps fetch and store.',
};
const luxon = { name: 'luxon', message: 'libs/time is the only home of luxon.' };

const wholeForecast = {
  name: '@yotei/forecast',
  message: 'The web lays edits on a forecast (@yotei/forecast/edits) and computes none (docs/adr/0012).',
};

const testSwitches = ['only', 'skip', 'todo'].map((name) => ({
  selector: `CallExpression[callee.property.name='${name}'][callee.object.name=/^(it|test|describe)$/]`,
  message: `A committed .${name} hides a test: fix it or delete it.`,
}));

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.nx/**',
      '.cache/**',
      '.yotei/**',
      'apps/web/src/graphql/generated/**',
      'test-output/**',
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  prettier,
  {
    plugins: { '@nx': nx },
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'max-lines-per-function': ['error', { max: 60, skipComments: true, skipBlankLines: true }],
      'max-params': ['error', 4],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only: the name is the same everywhere.' },
        ...testSwitches,
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    files: ['libs/*/src/**/*.ts', 'apps/*/src/**/*.ts', 'apps/*/src/**/*.tsx'],
    ignores: TEST_FILES,
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: [], depConstraints: boundaries, banTransitiveDependencies: false },
      ],
    },
  },
  {
    files: ['libs/*/src/**/*.ts'],
    ignores: TEST_FILES,
    rules: {
      'no-restricted-globals': [
        'error',
        'process',
        'fetch',
        'window',
        'document',
        'setTimeout',
        'setInterval',
        'require',
        'performance',
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The clock is a parameter.' },
        { object: 'Math', property: 'random', message: 'The random generator is a parameter.' },
      ],
      'no-restricted-imports': ['error', { patterns: [machine], paths: [luxon] }],
    },
  },
  { files: ['libs/time/src/**/*.ts'], rules: { 'no-restricted-imports': ['error', { patterns: [machine] }] } },
  { files: ['apps/**/*.ts', 'apps/**/*.tsx'], rules: { 'no-restricted-imports': ['error', { paths: [luxon] }] } },
  {
    files: ['apps/web/src/**/*.ts', 'apps/web/src/**/*.tsx'],
    rules: { 'no-restricted-imports': ['error', { paths: [luxon, wholeForecast] }] },
  },
  // Constructors of the api name what Nest is to inject: up to six (style.md section 5).
  { files: ['apps/api/src/**/*.ts'], rules: { 'max-params': ['error', 6] } },
  { files: TEST_FILES, rules: { 'max-lines-per-function': 'off', 'max-lines': ['error', { max: 600 }] } },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.config.ts'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        require: 'readonly',
        globalThis: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        Buffer: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        performance: 'readonly',
        AbortController: 'readonly',
      },
    },
    rules: { 'no-restricted-syntax': ['error', ...testSwitches] },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { __dirname: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
);
