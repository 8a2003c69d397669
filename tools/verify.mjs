// Everything a change must pass, in one run that counts. `npm run verify`, and `.ci/run` calls exactly this.
// Options: --only step,step  to run some steps; --list to name them.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkNode, install } from './up.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const output = join(root, 'test-output');
const env = { ...process.env, NX_DAEMON: 'false', YOTEI_VERIFY: '1', FORCE_COLOR: '0' };

/** Runs a program, shows its output when it fails, and answers its exit code and seconds. */
function run(args, { extraEnv = {}, show = 'failure' } = {}) {
  return new Promise((resolve) => {
    const startedAt = performance.now();
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...env, ...extraEnv },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    const collect = (chunk) => {
      text += chunk;
      if (show === 'always') process.stdout.write(chunk);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (code) => {
      if (code !== 0 && show === 'failure') process.stdout.write(text);
      resolve({ code: code ?? 1, text, seconds: (performance.now() - startedAt) / 1000 });
    });
  });
}

/** A step that is one check: it passes or fails as a whole. */
const check = (args, options) => async () => {
  const { code, seconds } = await run(args, options);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, seconds };
};

/** A step that is a program which counts by itself and says `N passed, N failed` last. */
const counted = (args) => async () => {
  const { code, seconds, text } = await run(args);
  const counts = /(\d+) passed, (\d+) failed\s*$/.exec(text);
  if (!counts) return { passed: 0, failed: 1, seconds };
  return { passed: Number(counts[1]), failed: Number(counts[2]) || (code === 0 ? 0 : 1), seconds };
};

/** A step that is a jest project: every test counts, and a project (or a share of it) without tests fails. */
const jest =
  (project, { extraArgs = [], extraEnv = {}, name = project } = {}) =>
  async () => {
    const file = join(output, `${name}.json`);
    const args = [
      'node_modules/jest/bin/jest.js',
      '--selectProjects',
      project,
      '--ci',
      '--json',
      '--outputFile',
      file,
      '--silent',
      '--reporters',
      'summary',
      ...extraArgs,
    ];
    const { code, seconds, text } = await run(args, { extraEnv, show: 'failure' });
    if (!existsSync(file)) return { passed: 0, failed: 1, seconds };
    const result = JSON.parse(readFileSync(file, 'utf8'));
    for (const suite of result.testResults.filter((s) => s.status === 'failed'))
      process.stdout.write(`\n${suite.name}\n${suite.message}\n`);
    const leftOut = text.split('\n').filter((line) => line.includes('LEFT OUT'));
    if (leftOut.length) process.stdout.write(`${leftOut.join('\n')}\n`);
    const brokenSuites = result.testResults.filter(
      (s) => s.status === 'failed' && s.assertionResults.length === 0,
    ).length;
    const failed = result.numFailedTests + brokenSuites;
    return { passed: result.numPassedTests, failed: failed || (code === 0 ? 0 : 1), seconds };
  };

/**
 * A step that is a jest project in shares that run at once, each with a centre of its own, because one waits for pages
 * about as long as it computes (docs/adr/0030). What all of them need is built before, once.
 */
const jestInShares = (project, count) => async () => {
  const startedAt = performance.now();
  const built = await run(['tools/build.mjs', '--quiet']);
  if (built.code !== 0) return { passed: 0, failed: 1, seconds: built.seconds };
  const shares = await Promise.all(
    Array.from({ length: count }, (_, i) =>
      jest(project, {
        name: `${project}-${i + 1}`,
        extraArgs: ['--runInBand', '--shard', `${i + 1}/${count}`],
        extraEnv: { YOTEI_TEST_BUILT: '1' },
      })(),
    ),
  );
  const sum = (of) => shares.reduce((total, share) => total + of(share), 0);
  return {
    passed: sum(({ passed }) => passed),
    failed: sum(({ failed }) => failed),
    seconds: (performance.now() - startedAt) / 1000,
  };
};

/** Jest leaves a core free by itself: on two cores that is half the machine. */
const ALL_CORES = ['--maxWorkers', '100%'];

/** The rooms that know dates and clocks; what only counts needs no second zone. */
const WITH_DATES =
  'libs/(time|forecast|connectors|demo)/|libs/scheduling/src/(roster|rules|evaluation|explanation|objective|reoptimise|optimiser/(problem|tour|explain|sessions|breaks|team))';

const steps = {
  build: check(['tools/build.mjs']),
  types: check(['node_modules/typescript7/bin/tsc', '-b']),
  lint: check(['tools/lint.mjs']),
  format: check(['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  'repository checks': counted(['tools/check.mjs']),
  unit: jest('unit', { extraArgs: ALL_CORES }),
  'unit in another zone': jest('unit', {
    name: 'unit-in-another-zone',
    extraEnv: { TZ: 'Australia/Lord_Howe' },
    extraArgs: [...ALL_CORES, '--testPathPatterns', WITH_DATES],
  }),
  web: jest('web', { extraArgs: ALL_CORES }),
  database: jest('database', { extraArgs: ALL_CORES }),
  api: jest('api', { extraArgs: ALL_CORES }),
  data: jest('data', { extraArgs: ALL_CORES }),
  faults: jest('faults', { extraArgs: ['--runInBand'] }),
  browser: jestInShares('browser', 2),
  'readme commands': counted(['tools/check-readme-commands.mjs']),
};

/** Steps that use one core each and touch nothing of each other run at once. */
const AT_ONCE = [['lint', 'format']];

/** The steps in their order, those that run at once as one. */
function rounds(names) {
  const groupOf = (name) => AT_ONCE.find((group) => group.includes(name)) ?? [name];
  return names
    .map((name) => groupOf(name).filter((each) => names.includes(each)))
    .filter((group, i) => group[0] === names[i]);
}

async function main() {
  const wrongNode = checkNode();
  if (wrongNode) {
    process.stderr.write(`yotei: ${wrongNode}\n`);
    process.exit(2);
  }
  const args = process.argv.slice(2);
  if (args.includes('--list')) return process.stdout.write(`${Object.keys(steps).join('\n')}\n`);
  const only = args.includes('--only') ? args[args.indexOf('--only') + 1].split(',') : Object.keys(steps);
  const unknown = only.filter((name) => !(name in steps));
  if (unknown.length) {
    process.stderr.write(
      `yotei: there is no step ${unknown.join(', ')}; the steps are ${Object.keys(steps).join(', ')}\n`,
    );
    process.exit(2);
  }
  install();
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  let passed = 0;
  let failed = 0;
  for (const names of rounds(only)) {
    const results = await Promise.all(names.map((name) => steps[name]()));
    for (const [i, result] of results.entries()) {
      passed += result.passed;
      failed += result.failed;
      process.stdout.write(
        `${result.failed ? 'FAILED' : 'ok    '} ${names[i]}: ${result.passed} passed, ${result.failed} failed (${result.seconds.toFixed(0)} s)\n`,
      );
    }
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed ? 1 : 0;
}

await main();
