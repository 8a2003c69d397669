import { localDateOf, localDaysGrid, type Instant, type LocalDate } from '@yotei/time';
import { forecastRestOfDay, type QueueHistory, type RestOfDayForecast } from '@yotei/forecast';
import type { CommandContext } from '../frame/command.js';
import { badInput } from '../frame/problem-list.js';
import { readHistories } from '../io/history/history-file.js';
import { readInstant } from '../io/quantities.js';
import { breathe, type HistoryOptions, type LoadedHistory } from './history-options.js';
import { forecastSources } from './horizons/forecast-sources.js';
import type { HorizonOptions } from './horizons/horizon-options.js';
import { loadDecisions, type UnusualOptions } from './unusual-history.js';

export interface RestOfDayInput extends HistoryOptions, UnusualOptions, HorizonOptions {
  readonly method: string;
  readonly actualsSoFar: string;
  readonly at?: string;
}

function instantOf({ at, zone, ambiguous }: RestOfDayInput): Instant {
  if (at === undefined)
    throw badInput({ field: '--at', message: 'missing; --actuals-so-far needs the time up to which the day is known' });
  const read = readInstant(at, { zone, ambiguous });
  if (read.kind === 'problem') throw badInput({ field: '--at', message: read.message });
  return read.value;
}

function contactsOf(today: QueueHistory | undefined, history: QueueHistory, on: LocalDate): Float64Array {
  const { count } = localDaysGrid(on, 1, history.zone, history.stepMinutes);
  return today?.days.find((day) => day.on === on)?.contacts ?? new Float64Array(count).fill(Number.NaN);
}

/** The rest of the day of `--at` for each queue that has history enough. */
export async function forecastRest(
  options: RestOfDayInput,
  loaded: LoadedHistory,
  context: CommandContext,
): Promise<Map<string, RestOfDayForecast>> {
  const at = instantOf(options);
  if (options.interval === 86_400)
    throw badInput({ field: '--interval', message: 'a whole day has no rest; use 15m or 30m' });
  const on = localDateOf(at, options.zone);
  const stepMinutes = options.interval / 60;
  const absentIsZero = options.absentRows === 'zero';
  const today = await readHistories(options.actualsSoFar, {
    ...options,
    opening: undefined,
    stepMinutes,
    absentIsZero,
    note: context.note,
  });
  const forecasts = new Map<string, RestOfDayForecast>();
  const decisionsOf = await loadDecisions(options);
  const sources = await forecastSources({ options, histories: loaded.histories, fromOn: on });
  for (const queue of sources.queues) {
    if (context.signal.aborted) break;
    const past = sources.pastOf(queue);
    if (past.kind === 'refused') {
      context.note(`${queue === '' ? 'the queue' : `queue '${queue}'`}: ${past.message}; not forecast`);
      continue;
    }
    const { history } = past;
    const soFar = contactsOf(today.get(queue), history, on);
    const events = loaded.eventsOf(queue);
    const result = forecastRestOfDay(history, {
      methodId: options.method,
      on,
      at,
      soFar,
      events,
      decisions: decisionsOf(queue),
      seed: options.seed,
    });
    if (result.kind === 'forecast') forecasts.set(queue, result);
    else if (result.kind === 'closed-day')
      context.note(`${options.history}: ${queue === '' ? 'the queue' : `queue '${queue}'`} is closed on ${on}`);
    else
      context.note(
        `${options.history}: ${queue === '' ? 'the queue' : `queue '${queue}'`} has too little history before ${on}; not forecast`,
      );
    context.progress.update({ fraction: forecasts.size / sources.queues.length, message: queue });
    await breathe();
  }
  return forecasts;
}

/** What the update did, in words: what came, what it means for the rest, and how sure that is. */
export function restExplanation(queue: string, forecast: RestOfDayForecast): string[] {
  const { methodId, factor, contactsSoFar, forecastSoFar, learnedFromDays, slopes } = forecast;
  const whole = (value: number) => Math.round(value).toLocaleString('en-GB');
  const band = ({ contacts, p10, p90 }: RestOfDayForecast['rest']) =>
    `${whole(contacts)} (8 of 10 times ${whole(p10)} to ${whole(p90)})`;
  const head = queue === '' ? 'rest of the day' : `queue ${queue}, rest of the day`;
  const lines = [
    `${head}: ${methodId} times ${factor.toFixed(3)}; ${whole(contactsSoFar)} contacts so far where ${whole(forecastSoFar)} were forecast, learned from ${learnedFromDays} days`,
    `  the rest follows the day so far with ${slopes.soFar.toFixed(2)} and its last two hours with ${slopes.lastTwoHours.toFixed(2)} (1 would be in full)`,
    `  to come: ${band(forecast.rest)}; whole day: ${band(forecast.total)}, this morning ${whole(forecast.morningTotal)}`,
  ];
  const intervals = (count: number) => (count === 1 ? '1 interval' : `${count} intervals`);
  const { missingIntervals, silentIntervals } = forecast;
  if (missingIntervals.length > 0)
    lines.push(`  ${intervals(missingIntervals.length)} without a value: late, and left out of the comparison`);
  if (silentIntervals.length > 0)
    lines.push(`  ${intervals(silentIntervals.length)} silent: taken as an outage, which says nothing of the rest`);
  return lines;
}
