import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Shares {
  readonly shareOf: (files: readonly string[], of: { index: number; count: number }) => string[];
  readonly secondsOf: (file: string) => number;
  readonly listed: readonly string[];
}

const root = join(__dirname, '..');
const { shareOf, secondsOf, listed } = createRequire(join(root, 'package.json'))('./tools/test-shares.cjs') as Shares;

const filesOf = (folder: string, ending: string) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`);
const journeys = filesOf('tests/web', '.browser-spec.ts');

describe('shares of test files', () => {
  it.each([
    ['journeys', journeys, 2],
    ['journeys on a larger machine', journeys, 5],
    ['no more files than shares', journeys.slice(0, 3), 5],
  ])('hold every file once: %s', (_, files, count) => {
    const shares = Array.from({ length: count }, (__, i) => shareOf(files, { index: i + 1, count }));
    expect(shares.flat().sort()).toEqual([...files].sort());
  });

  it('are the same whatever order the files are found in', () => {
    expect(shareOf([...journeys].reverse(), { index: 1, count: 2 })).toEqual(shareOf(journeys, { index: 1, count: 2 }));
  });

  it('take about as long as each other', () => {
    const [one, other] = [1, 2].map((index) =>
      shareOf(journeys, { index, count: 2 }).reduce((sum, file) => sum + secondsOf(file), 0),
    );
    // The longest first: shares differ by no more than a short file.
    expect(Math.abs(one! - other!)).toBeLessThanOrEqual(Math.min(...journeys.map(secondsOf)));
  });

  it('know the seconds of files that exist', () => {
    expect(journeys).toEqual(expect.arrayContaining([...listed]));
  });
});
