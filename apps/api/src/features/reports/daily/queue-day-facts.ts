import { gridEnd, intervalStart, MINUTE_MILLIS } from '@yotei/time';
import type { ReplayedQueue } from '../../intraday/replay/index.js';
import type { QueueDayFacts, WorstHalfHour } from './daily-facts.js';

/** Fewer contacts than this say nothing of a half hour. */
const FEWEST_CONTACTS = 5;

const known = (value: number | null | undefined): value is number => value != null && !Number.isNaN(value);

/** Null: nothing is known of the day. */
export function queueDayFacts({ plan, facts }: ReplayedQueue): QueueDayFacts | null {
  const indices = Array.from({ length: facts.knownCount }, (_, i) => i).filter((i) => known(facts.offered[i]));
  if (indices.length === 0) return null;
  const sum = (of: (i: number) => number): number => indices.reduce((total, i) => total + of(i), 0);
  const offered = sum((i) => facts.offered[i]!);
  const tellsAll = (values: Float64Array): boolean => indices.every((i) => known(values[i]) || facts.offered[i] === 0);
  const forecast = sum((i) => plan.contacts[i] ?? 0);
  const answered = sum((i) => facts.answered[i] || 0);
  const isAnswered = tellsAll(facts.answered);
  const isLevel = tellsAll(facts.answeredWithin) && offered > 0;
  const planned = sum((i) => (plan.contacts[i] ?? 0) * (plan.handleSeconds[i] ?? 0));
  const isHandled = tellsAll(facts.handleSeconds) && isAnswered && answered > 0;
  return {
    queueId: plan.queue.id,
    name: plan.queue.name,
    forecast,
    offered,
    level: isLevel ? sum((i) => facts.answeredWithin[i] || 0) / offered : null,
    abandonment: isAnswered && offered > 0 ? Math.max(0, offered - answered) / offered : null,
    goal: plan.queue.plan.goal.serviceLevelFraction ?? null,
    worst: isLevel ? worstHalfHour({ plan, facts }) : null,
    plannedHandleSeconds: forecast > 0 && planned > 0 ? planned / forecast : null,
    handleSeconds: isHandled ? sum((i) => facts.handleSeconds[i] || 0) / answered : null,
  };
}

function worstHalfHour({ plan: { grid }, facts }: ReplayedQueue): WorstHalfHour | null {
  const size = Math.max(1, Math.round(30 / grid.stepMinutes));
  let worst: WorstHalfHour | null = null;
  for (let from = 0; from < facts.knownCount; from += size) {
    const own = Array.from({ length: size }, (_, i) => from + i).filter((i) => known(facts.offered[i]));
    const offered = own.reduce((sum, i) => sum + facts.offered[i]!, 0);
    if (offered < FEWEST_CONTACTS) continue;
    const level = own.reduce((sum, i) => sum + (facts.answeredWithin[i] || 0), 0) / offered;
    if (worst && level >= worst.level) continue;
    const startAt = intervalStart(grid, from);
    worst = {
      startAt,
      endAt: Math.min(gridEnd(grid), startAt + size * grid.stepMinutes * MINUTE_MILLIS),
      level,
      offered,
    };
  }
  return worst;
}
