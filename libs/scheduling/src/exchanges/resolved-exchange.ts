import type { Interval } from '@yotei/time';
import type { Shift, TimeOff } from '../roster/index.js';
import type { ImpossibleCode, PlacedShift } from './exchange-request.js';

/** One row of the schedule before and after; null before: new, null after: gone. */
export interface ShiftExchange {
  readonly before: PlacedShift | null;
  readonly after: Shift | null;
}

export interface ExchangeChanges {
  readonly kind: 'changes';
  readonly changes: readonly ShiftExchange[];
  /** Absence that comes with it, credited to the contract. */
  readonly timeOff: readonly TimeOff[];
  /** Agents who had to leave a training or meeting that is not meant for the one who takes their shift. */
  readonly sessionsLeft: readonly string[];
}

export type ResolvedExchange =
  ExchangeChanges | { readonly kind: 'impossible'; readonly code: ImpossibleCode; readonly shiftId?: string };

export interface PartyShifts {
  readonly agentId: string;
  readonly before: readonly Shift[];
  readonly after: readonly Shift[];
}

const byStart = (a: Interval, b: Interval) => a.startAt - b.startAt;

/** All shifts of everyone the changes touch, before and after, in the order in which the changes name them. */
export function partiesOf(
  { changes }: ExchangeChanges,
  shiftsOf: (agentId: string) => readonly PlacedShift[],
): PartyShifts[] {
  const agentIds = [...new Set(changes.flatMap(({ before, after }) => [before?.agentId, after?.agentId]))];
  const gone = new Set(changes.flatMap(({ before }) => before?.id ?? []));
  return agentIds
    .filter((id) => id !== undefined)
    .map((agentId) => {
      const before = shiftsOf(agentId);
      const added = changes.flatMap(({ after }) => (after?.agentId === agentId ? [after] : []));
      return { agentId, before, after: [...before.filter(({ id }) => !gone.has(id)), ...added].sort(byStart) };
    });
}

/** Times at which an agent does something else than before, joined; off counts as something. */
export function differingSpans({ before, after }: Omit<PartyShifts, 'agentId'>): Interval[] {
  const same = new Set(before);
  const kept = new Set(after.filter((shift) => same.has(shift)));
  const [old, now] = [before, after].map((shifts) => shifts.filter((shift) => !kept.has(shift)));
  const pieces = [...old!, ...now!].flatMap(({ activities }) => activities);
  const cuts = [...new Set(pieces.flatMap(({ startAt, endAt }) => [startAt, endAt]))].sort((a, b) => a - b);
  const spans: Interval[] = [];
  cuts.slice(1).forEach((endAt, i) => {
    const startAt = cuts[i]!;
    if (workAt(old!, startAt) === workAt(now!, startAt)) return;
    const last = spans.at(-1);
    if (last?.endAt === startAt) spans[spans.length - 1] = { startAt: last.startAt, endAt };
    else spans.push({ startAt, endAt });
  });
  return spans;
}

function workAt(shifts: readonly Shift[], at: number): string {
  return shifts
    .flatMap(({ activities }) => activities)
    .filter(({ startAt, endAt }) => startAt <= at && at < endAt)
    .map(({ activityTypeId, queueId, sessionId }) => `${activityTypeId} ${queueId ?? ''} ${sessionId ?? ''}`)
    .sort()
    .join();
}
