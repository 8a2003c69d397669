import type { DayReplayQuery } from '../../../graphql/generated/graphql.js';

export type Replay = Extract<DayReplayQuery['dayReplay'], { __typename: 'DayReplay' }>;
export type ReplayEvent = Replay['events'][number];

const MINUTE_MILLIS = 60_000;

/** Minute of the day of an instant; may lie outside it. */
export const minuteOf = (replay: Pick<Replay, 'startAt'>, at: string): number =>
  Math.floor((Date.parse(at) - Date.parse(replay.startAt)) / MINUTE_MILLIS);

export const instantAt = (replay: Pick<Replay, 'startAt'>, minute: number): number =>
  Date.parse(replay.startAt) + minute * MINUTE_MILLIS;

/** Events with their minute, those of the day only, in time order. */
export function eventsOfDay(replay: Replay): readonly (ReplayEvent & { readonly minute: number })[] {
  return replay.events
    .map((event) => ({ ...event, minute: minuteOf(replay, event.at) }))
    .filter(({ minute }) => minute >= 0 && minute < replay.planned.length);
}

/** The minute of the next event after (or before) a minute; the minute itself where there is none. */
export function nextEventMinute(replay: Replay, minute: number, by: 1 | -1): number {
  const minutes = eventsOfDay(replay).map((event) => event.minute);
  const found = by === 1 ? minutes.find((one) => one > minute) : minutes.findLast((one) => one < minute);
  return found ?? minute;
}

/** The first and last minute in which anybody is planned, an hour around them; the whole day where nobody is. */
export function worthShowing({ planned }: Pick<Replay, 'planned'>): { from: number; until: number } {
  const first = planned.findIndex((count) => count > 0);
  const last = planned.findLastIndex((count) => count > 0);
  if (first < 0) return { from: 0, until: planned.length - 1 };
  return { from: Math.max(0, first - 60), until: Math.min(planned.length - 1, last + 60) };
}

/** A queue's figures in the interval that holds the minute. */
export function queueAt(queue: Replay['queues'][number], at: number) {
  const i = Math.floor((at - Date.parse(queue.startAt)) / (queue.stepMinutes * MINUTE_MILLIS));
  const of = (values: readonly (number | null)[]) => values[i] ?? null;
  return {
    plannedContacts: of(queue.plannedContacts),
    actualContacts: of(queue.actualContacts),
    plannedService: of(queue.plannedService),
    actualService: of(queue.actualService),
  };
}
