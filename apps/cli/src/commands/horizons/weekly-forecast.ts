import { addDays, formatLocal, startOfLocalDay, weekStartOf, type LocalDate } from '@yotei/time';
import { forecastLongRange, type LongRangeForecast, type LongRangeWeek } from '@yotei/forecast';
import type { CommandContext } from '../../frame/command.js';
import { ExitCode } from '../../frame/exit-code.js';
import { badInput } from '../../frame/problem-list.js';
import { csvLines, significant, type Cell } from '../../io/csv-writer.js';
import { readGrowth } from '../../io/growth-file.js';
import { refuseWithoutFolder, writeFileWhole } from '../../io/output-file.js';
import { FORECAST_COLUMNS } from '../forecast-rows.js';
import { breathe, type HistoryOptions, type LoadedHistory } from '../history-options.js';
import { forecastSources } from './forecast-sources.js';
import type { HorizonOptions } from './horizon-options.js';
import { intervalLines, type BrokenDownQueue } from './week-intervals.js';

type WeeklyOptions = HistoryOptions &
  HorizonOptions & { readonly horizon: number; readonly from?: LocalDate; readonly explain?: boolean };

const COLUMNS = [...FORECAST_COLUMNS, 'base', 'trend', 'season', 'calendar', 'growth'] as const;
const DIGITS = 6;

type WeekCells = Readonly<Record<(typeof COLUMNS)[number], Cell>>;

/** `--by week`: one row a queue and week, the contacts taken apart into what makes them. */
export async function runWeekly(
  options: WeeklyOptions,
  loaded: LoadedHistory,
  context: CommandContext,
): Promise<ExitCode> {
  const weeks = options.horizon / 7;
  if (!Number.isInteger(weeks) || weeks > 160)
    throw badInput({
      field: '--horizon',
      message: `${options.horizon} days are not 1 to 160 whole weeks; expected for example 78w`,
    });
  const fromOn = options.from ?? nextMonday(loaded);
  const sources = await forecastSources({ options, histories: loaded.histories, fromOn });
  const growth = options.growth === undefined ? [] : await readGrowth(options.growth);
  if (options.intervalsOut !== undefined) await refuseWithoutFolder(options.intervalsOut, '--intervals-out');
  const found = new Map<string, LongRangeForecast>();
  const broken: BrokenDownQueue[] = [];
  for (const queue of sources.queues) {
    if (context.signal.aborted) break;
    const past = sources.pastOf(queue);
    const name = queue === '' ? 'the queue' : `queue '${queue}'`;
    if (past.kind === 'refused') {
      context.note(`${name}: ${past.message}; not forecast`);
      continue;
    }
    const result = forecastLongRange(past.history, {
      fromOn,
      weeks,
      events: loaded.eventsOf(queue),
      growth: growth
        .filter((line) => line.queue === undefined || line.queue === queue)
        .map(({ assumption }) => assumption),
      trend: options.trend,
      seed: options.seed,
    });
    if (result.kind === 'long-range') {
      found.set(queue, result);
      broken.push({ queue, history: past.history, weeks: result.weeks, events: loaded.eventsOf(queue) });
    } else
      context.note(
        `${options.history}: ${name} has ${result.haveDays} of the ${result.needDays} days of history it needs before ${fromOn}; not forecast`,
      );
    context.progress.update({ fraction: found.size / sources.queues.length, message: queue });
    await breathe();
  }
  if (found.size === 0 && !context.signal.aborted)
    throw badInput({
      file: options.history,
      message: `too little history before ${fromOn} to forecast any queue by week; at least four weeks are needed`,
    });
  for (const [queue, forecast] of found) tell({ queue, forecast, explain: options.explain ?? false }, context);
  if (options.intervalsOut !== undefined) await writeFileWhole(options.intervalsOut, intervalLines(broken));
  return emit(found, options, context);
}

function nextMonday({ histories }: LoadedHistory): LocalDate {
  const last = [...histories.values()].map(({ days }) => days.at(-1)?.on ?? '').reduce((a, b) => (a > b ? a : b), '');
  if (last === '') throw badInput({ field: '--history', message: 'no history to forecast weeks from' });
  return weekStartOf(addDays(last, 7));
}

const YEARLY = {
  none: 'no yearly shape: under a year of history, so the bands allow for a season nobody has seen',
  shrunk: 'the yearly shape is drawn to none: it was seen less than twice',
  full: 'the yearly shape was seen twice or more',
} as const;

function tell(
  of: { readonly queue: string; readonly forecast: LongRangeForecast; readonly explain: boolean },
  context: CommandContext,
): void {
  const { queue, forecast, explain } = of;
  const head = queue === '' ? 'forecast' : `queue ${queue}`;
  // Too little for a yearly shape is never left unsaid; the rest is for those who ask.
  if (explain || forecast.yearlyTerms === 'none')
    context.note(`${head}: ${forecast.historyWeeks} weeks of history; ${YEARLY[forecast.yearlyTerms]}`);
  if (explain)
    context.note(
      `${head}: the trend makes ${(100 * forecast.trendFirstYear).toFixed(1)} % in the first year and dies out`,
    );
}

async function emit(
  found: ReadonlyMap<string, LongRangeForecast>,
  { zone }: WeeklyOptions,
  context: CommandContext,
): Promise<ExitCode> {
  const rows = [...found].flatMap(([queue, { weeks }]) => weeks.map((week) => cellsOf(queue, week, zone)));
  await context.emit({
    document: () => ({
      queues: [...found].map(([queue, { weeks: _weeks, past: _past, ...rest }]) => ({ queue, ...rest })),
      rows,
    }),
    text: () =>
      csvLines(
        COLUMNS,
        rows.map((cells) => COLUMNS.map((column) => cells[column])),
      ),
  });
  return context.signal.aborted ? ExitCode.stopped : ExitCode.done;
}

function cellsOf(queue: string, week: LongRangeWeek, zone: string): WeekCells {
  const number = (value: number) => significant(value, DIGITS);
  const { base, trend, season, calendar, growth } = week.components;
  return {
    queue,
    start: formatLocal(startOfLocalDay(week.on, zone), zone),
    end: formatLocal(startOfLocalDay(addDays(week.on, 7), zone), zone),
    contacts: number(week.contacts),
    contacts_p05: number(week.p05),
    contacts_p10: number(week.p10),
    contacts_p90: number(week.p90),
    contacts_p95: number(week.p95),
    handle_seconds: number(week.averageHandleSeconds),
    base: number(base),
    trend: number(trend),
    season: number(season),
    calendar: number(calendar),
    growth: number(growth),
  };
}
