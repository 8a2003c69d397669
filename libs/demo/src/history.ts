import {
  addDays,
  daysBetween,
  instantOfLocal,
  localMinuteOfDay,
  localDaysGrid,
  intervalStart,
  startOfLocalDay,
  weekdayOf,
  type Instant,
  type LocalDate,
} from '@yotei/time';
import { DEMAND_SHAPES, relativeRate, type DemandShape } from './demand-shape.js';
import type { DemoAgent, DemoEvent, DemoHistory, DemoQueue, DemoSite } from './demo-centre.js';
import { randomSource, type RandomSource } from './random-source.js';
import { contactsAtPeak } from './sizing.js';

/** Wall-clock minutes of the outage, and of the callers who try again after it. */
const OUTAGE = { fromMinute: 600, untilMinute: 720, reboundUntilMinute: 780 };

interface HistoryOptions {
  readonly seed: number;
  readonly queue: DemoQueue;
  readonly site: DemoSite;
  readonly agents: readonly DemoAgent[];
  readonly events: readonly DemoEvent[];
  readonly fromOn: LocalDate;
  /** No interval ends after this instant: the future has no history. */
  readonly untilAt: Instant;
}

interface DayContext {
  readonly on: LocalDate;
  readonly level: number;
  readonly handleLevel: number;
  readonly outage: 'own-queue' | 'other-channel' | 'none';
}

function outageFactor(outage: DayContext['outage'], minuteOfDay: number): number {
  if (outage === 'none' || minuteOfDay < OUTAGE.fromMinute || minuteOfDay >= OUTAGE.reboundUntilMinute) return 1;
  const during = minuteOfDay < OUTAGE.untilMinute;
  if (outage === 'own-queue') return during ? 0.04 : 1.7;
  return during ? 1.9 : 1.3;
}

function eventFactor(shape: DemandShape, events: readonly DemoEvent[], on: LocalDate): number {
  return events
    .filter((event) => event.fromOn <= on && on <= event.untilOn && event.queueIds.includes(shape.queueId))
    .reduce((factor, event) => {
      if (event.kind === 'holiday' || event.kind === 'closed') return factor * shape.holidayFactor;
      return event.kind === 'campaign' ? factor * shape.campaignFactor : factor;
    }, 1);
}

function outageOf(options: HistoryOptions, on: LocalDate): DayContext['outage'] {
  const outage = options.events.find((event) => event.kind === 'outage' && event.fromOn <= on && on <= event.untilOn);
  if (!outage) return 'none';
  if (outage.queueIds.includes(options.queue.id)) return 'own-queue';
  return options.queue.channel === 'chat' || options.queue.channel === 'social' ? 'other-channel' : 'none';
}

/** Sum of `count` lognormal handle times; the normal limit beyond a dozen. */
function handleSecondsOf(count: number, mean: number, variation: number, random: RandomSource): number {
  if (count === 0) return 0;
  const logVariance = Math.log(1 + variation);
  if (count > 12)
    return Math.round(
      Math.max(count * mean * 0.4, count * mean + mean * Math.sqrt(variation * count) * random.normal()),
    );
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += mean * Math.exp(Math.sqrt(logVariance) * random.normal() - logVariance / 2);
  return Math.max(count, Math.round(sum));
}

function binomial(count: number, fraction: number, random: RandomSource): number {
  let hits = 0;
  for (let i = 0; i < count; i += 1) if (random.uniform() < fraction) hits += 1;
  return hits;
}

type Columns = { [K in Exclude<keyof DemoHistory, 'queueId'>]: number[] };

function appendInterval(
  columns: Columns,
  at: Instant,
  offered: number,
  sample: { day: DayContext; minuteOfDay: number; shape: DemandShape; random: RandomSource },
): void {
  const { day, minuteOfDay, shape, random } = sample;
  const broken = day.outage === 'own-queue' && outageFactor('own-queue', minuteOfDay) !== 1;
  const abandoned = binomial(offered, broken ? 0.35 : shape.abandonedFraction * (0.5 + random.uniform()), random);
  const answered = offered - abandoned;
  // Contacts grow a little longer towards the evening: the easy ones are asked first.
  const mean = shape.averageHandleSeconds * day.handleLevel * (0.97 + 0.06 * (minuteOfDay / 1440));
  columns.startAt.push(at);
  columns.offeredCount.push(offered);
  columns.abandonedCount.push(abandoned);
  columns.answeredCount.push(answered);
  columns.answeredWithinCount.push(binomial(answered, broken ? 0.3 : shape.answeredWithinFraction, random));
  columns.handleSeconds.push(handleSecondsOf(answered, mean, shape.handleVariation, random));
}

/**
 * History of one queue: contacts are Poisson around a rate that itself varies by day and by interval (gamma), so
 * their variance exceeds their mean as in real centres. One element an open interval; a site's clock changes move
 * the opening hours in UTC, as they do in life.
 */
export function generateHistory(options: HistoryOptions): DemoHistory {
  const { queue, site, events, fromOn, untilAt } = options;
  const shape = DEMAND_SHAPES.find(({ queueId }) => queueId === queue.id)!;
  const random = randomSource(options.seed, `history:${queue.id}`);
  const peak = contactsAtPeak(queue, shape, options.agents);
  const columns: Columns = {
    startAt: [],
    offeredCount: [],
    answeredCount: [],
    answeredWithinCount: [],
    abandonedCount: [],
    handleSeconds: [],
  };
  let handleLevel = 1;
  for (let on = fromOn; startOfLocalDay(addDays(on, 1), site.zone) <= untilAt; on = addDays(on, 1)) {
    handleLevel = 1 + 0.92 * (handleLevel - 1) + 0.012 * random.normal();
    const weeksBeforeEnd = (untilAt - instantOfLocal(on, 0, site.zone)) / (7 * 86_400_000);
    const level =
      random.gamma(1, 1 / shape.daySpread ** 2) *
      (1 + shape.weeklyGrowth) ** -weeksBeforeEnd *
      eventFactor(shape, events, on);
    appendDay(
      columns,
      { on, level: level * peak, handleLevel, outage: outageOf(options, on) },
      { queue, site, shape, random },
    );
  }
  return { queueId: queue.id, ...columns };
}

function appendDay(
  columns: Columns,
  day: DayContext,
  of: { queue: DemoQueue; site: DemoSite; shape: DemandShape; random: RandomSource },
): void {
  const { queue, site, shape, random } = of;
  const opening = queue.opening.find(({ weekday }) => weekday === weekdayOf(day.on));
  if (!opening || day.level === 0) return;
  const grid = localDaysGrid(day.on, 1, site.zone, queue.intervalMinutes);
  for (let i = 0; i < grid.count; i += 1) {
    const at = intervalStart(grid, i);
    const minuteOfDay = localMinuteOfDay(at, site.zone);
    if (minuteOfDay < opening.fromMinute || minuteOfDay >= opening.untilMinute) continue;
    const rate =
      day.level * relativeRate(shape, weekdayOf(day.on), minuteOfDay) * outageFactor(day.outage, minuteOfDay);
    const offered = random.poisson(random.gamma(rate, 1 / shape.intervalSpread ** 2));
    appendInterval(columns, at, offered, { day, minuteOfDay, shape, random });
  }
}

/** First day of a history of that many weeks: a Monday, so that every weekday is seen equally often. */
export function historyStart(today: LocalDate, weeks: number): LocalDate {
  return addDays(today, -(daysBetween('1970-01-05', today) % 7) - weeks * 7);
}
