import type { Command } from 'commander';
import { ForecastDistribution, type QueueForecast } from '@yotei/forecast';
import { formatLocal, weekStartOf, type ZoneId } from '@yotei/time';
import { numberOption } from '../frame/option-values.js';
import { badInput } from '../frame/problem-list.js';
import { csvLines, significant, type Cell } from '../io/csv-writer.js';
import { DISTRIBUTION_FORM } from '../io/distribution-file.js';
import { refuseWithoutFolder, writeFileWhole } from '../io/output-file.js';
import { startsOf } from './interval-starts.js';

/** What `forecast` writes beside its rows. */
export interface ForecastFileOptions {
  readonly paths?: number;
  readonly pathsOut?: string;
  readonly totalsOut?: string;
  readonly distributionOut?: string;
  readonly zone: ZoneId;
  readonly seed: number;
}

const DEFAULT_PATHS = 200;
const DIGITS = 6;
const TOTAL_COLUMNS = [
  'queue',
  'span',
  'start',
  'days',
  'contacts',
  'contacts_p05',
  'contacts_p10',
  'contacts_p50',
  'contacts_p90',
  'contacts_p95',
] as const;
const TOTAL_PROBABILITIES = [0.05, 0.1, 0.5, 0.9, 0.95];

export function defineForecastFileOptions(command: Command): void {
  command
    .option(
      '--paths <count>',
      'futures that could come, for --paths-out; 200 when left out',
      numberOption({ min: 1, max: 10_000, whole: true }),
    )
    .option(
      '--paths-out <file>',
      'CSV with one row an interval and one column a path: whole days and weeks that go together as past errors did',
    )
    .option('--totals-out <file>', 'CSV of day and week totals with their own bands, narrower than the sums')
    .option(
      '--distribution-out <file>',
      'JSON from which requirement and simulate --distribution take how days and intervals go together',
    );
}

/** Refuses impossible options before the long work begins. */
export async function checkForecastFiles(options: ForecastFileOptions): Promise<void> {
  const { paths, pathsOut, totalsOut, distributionOut } = options;
  if (paths !== undefined && pathsOut === undefined)
    throw badInput({ field: '--paths', message: 'needs --paths-out, the file to write them to' });
  for (const [option, path] of [
    ['--paths-out', pathsOut],
    ['--totals-out', totalsOut],
    ['--distribution-out', distributionOut],
  ] as const)
    if (path !== undefined) await refuseWithoutFolder(path, option);
}

/** Writes the files asked for. */
export async function writeForecastFiles(
  options: ForecastFileOptions,
  forecasts: ReadonlyMap<string, QueueForecast>,
): Promise<void> {
  const made = [...forecasts].map(([queue, forecast]) => ({
    queue,
    forecast,
    distribution: new ForecastDistribution(forecast.distribution, forecast),
  }));
  if (options.totalsOut !== undefined)
    await writeFileWhole(options.totalsOut, csvLines(TOTAL_COLUMNS, totalRows(made)));
  if (options.pathsOut !== undefined) await writeFileWhole(options.pathsOut, pathLines(made, options));
  if (options.distributionOut !== undefined)
    await writeFileWhole(options.distributionOut, `${JSON.stringify(distributionDocument(made))}\n`);
}

interface MadeForecast {
  readonly queue: string;
  readonly forecast: QueueForecast;
  readonly distribution: ForecastDistribution;
}

function distributionDocument(made: readonly MadeForecast[]): object {
  return {
    form: DISTRIBUTION_FORM,
    queues: made.map(({ queue, forecast: { methodId, trainedUntilOn, distribution } }) => ({
      queue,
      method: methodId,
      trained_until: trainedUntilOn,
      components: distribution,
    })),
  };
}

function totalRows(made: readonly MadeForecast[]): Cell[][] {
  return made.flatMap(({ queue, distribution }) => {
    const open = distribution.days
      .map((day, index) => ({ on: day.on, index }))
      .filter(({ index }) => distribution.days[index]!.total > 0);
    const row = (span: string, start: string, indices: readonly number[]): Cell[] => {
      const parts = indices.map((day) => ({ day }));
      const mean = parts.reduce((sum, part) => sum + distribution.mean(part), 0);
      const quantiles = TOTAL_PROBABILITIES.map((p) => distribution.totalQuantile(parts, p));
      return [queue, span, start, indices.length, ...[mean, ...quantiles].map((value) => significant(value, DIGITS))];
    };
    const weeks = new Map<string, number[]>();
    for (const { on, index } of open) {
      const start = weekStartOf(on);
      weeks.set(start, [...(weeks.get(start) ?? []), index]);
    }
    return [
      ...open.map(({ on, index }) => row('day', on, [index])),
      ...[...weeks].map(([start, days]) => row('week', start, days)),
    ];
  });
}

/** Whole contacts, one line an interval, made line by line: a month of paths need not fit in memory twice. */
function* pathLines(
  made: readonly MadeForecast[],
  { paths = DEFAULT_PATHS, seed, zone }: ForecastFileOptions,
): Generator<string> {
  const names = Array.from({ length: paths }, (_, index) => `path_${index + 1}`);
  yield* csvLines(['queue', 'start', 'end', ...names], pathRows(made, { paths, seed, zone }));
}

function* pathRows(
  made: readonly MadeForecast[],
  { paths, seed, zone }: { readonly paths: number; readonly seed: number; readonly zone: ZoneId },
): Generator<Cell[]> {
  for (const { queue, distribution } of made) {
    const drawn = distribution.samplePaths({ count: paths, seed });
    for (const [dayIndex, { on, contacts }] of distribution.days.entries()) {
      const startOf = startsOf(on, zone, distribution.components.stepMinutes);
      for (let index = 0; index < contacts.length; index++) {
        if (Number.isNaN(contacts[index]!)) continue;
        const counts = drawn.map((path) => Math.round(path[dayIndex]![index]!));
        yield [queue, formatLocal(startOf(index), zone), formatLocal(startOf(index + 1), zone), ...counts];
      }
    }
  }
}
