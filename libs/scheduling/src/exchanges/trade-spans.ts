import { overlaps, type Interval } from '@yotei/time';
import { tileActivities, type Activity, type Shift } from '../roster/index.js';
import type { ImpossibleCode, PlacedShift } from './exchange-request.js';
import { isOneDay, isOwnTime, knowsOwnTime, OWN_TIME } from './own-time.js';
import { withRests } from './place-rests.js';
import type { ResolvedExchange, ShiftExchange } from './resolved-exchange.js';
import { withForm } from './shift-form.js';
import type { ShiftShelf } from './shift-shelf.js';
import { takenBy } from './taken-shift.js';

interface Trade {
  readonly fromAgentId: string;
  readonly toAgentId: string;
  readonly spans: readonly Interval[];
}

/**
 * Within the spans each does what the other would have done. Work that touches joins into one shift, and so do pieces of one
 * day with own time between them. Breaks are placed anew where rules ask for it; a shift that fits no template
 * follows none.
 */
export function tradeSpans(shelf: ShiftShelf, { fromAgentId, toAgentId, spans }: Trade): ResolvedExchange {
  const refused = (code: ImpossibleCode, shiftId?: string): ResolvedExchange => ({ kind: 'impossible', code, shiftId });
  if (!shelf.agent(fromAgentId) || !shelf.agent(toAgentId)) return refused('unknown-agent');
  if (fromAgentId === toAgentId) return refused('same-agent');
  if (spans.length === 0 || spans.some(({ startAt, endAt }) => endAt <= startAt)) return refused('empty-span');
  const [mine, theirs] = [fromAgentId, toAgentId].map((agentId) => touchedBy(shelf, agentId, spans)) as [
    PlacedShift[],
    PlacedShift[],
  ];
  const locked = [...mine, ...theirs].find((shift) => shift.locked && spans.some((span) => overlaps(shift, span)));
  if (locked) return refused('locked', locked.id);
  const sessionsLeft: string[] = [];
  const changes = [
    { agentId: fromAgentId, own: mine, other: theirs },
    { agentId: toAgentId, own: theirs, other: mine },
  ].flatMap(({ agentId, own, other }) => {
    const received = other.map((shift) => takenBy(shelf.problem, cut(shift, spans), agentId));
    if (received.some(({ leftSession }) => leftSession)) sessionsLeft.push(other[0]!.agentId);
    const kept = own.flatMap(({ activities }) => outside(activities, spans));
    const worked = [...kept, ...received.flatMap(({ shift }) => shift.activities)].filter((one) => !isOwnTime(one));
    const runs = joinedDays(joined(worked, shelf.contactTypeId), { shelf, agentId, own });
    return rowsOf(runs, own).map(({ before, run }): ShiftExchange => {
      if (!run) return { before, after: null };
      const origin = before ?? other.find((shift) => overlaps(shift, run)) ?? null;
      const plain = { ...run, agentId, templateId: origin?.templateId };
      if (before && isSame(before, plain)) return { before, after: before };
      return { before, after: withForm(shelf.problem, withRests(shelf.problem, plain), origin) };
    });
  });
  const real = changes.filter(({ before, after }) => !before || !after || !isSame(before, after));
  return { kind: 'changes', changes: real, timeOff: [], sessionsLeft };
}

/** Own shifts that touch a span, and those of the same day, which may become one with it. */
function touchedBy(shelf: ShiftShelf, agentId: string, spans: readonly Interval[]): PlacedShift[] {
  const { zone } = shelf.agent(agentId)!;
  const own = shelf.shiftsOf(agentId);
  const touched = own.filter((shift) => spans.some((span) => touches(shift, span)));
  if (!knowsOwnTime(shelf.problem)) return touched;
  const isNear = (shift: PlacedShift) =>
    spans.some((span) => isOneDay(...inOrder(shift, span), zone)) && !shift.locked && !touched.includes(shift);
  return own.filter((shift) => touched.includes(shift) || isNear(shift));
}

const inOrder = (a: Interval, b: Interval): [Interval, Interval] => (a.startAt <= b.startAt ? [a, b] : [b, a]);

interface Day {
  readonly shelf: ShiftShelf;
  readonly agentId: string;
  readonly own: readonly PlacedShift[];
}

/** Pieces of one day become one shift with own time between them; two shifts that stood apart before stay apart. */
function joinedDays(runs: readonly Run[], { shelf, agentId, own }: Day): Run[] {
  if (!knowsOwnTime(shelf.problem)) return [...runs];
  const { zone } = shelf.agent(agentId)!;
  const stood = (run: Run) => own.some((shift) => isSame(shift, run));
  const days: Run[] = [];
  for (const run of runs) {
    const last = days.at(-1);
    const gap = last && { activityTypeId: OWN_TIME, startAt: last.endAt, endAt: run.startAt };
    const isPause = gap && own.some((shift) => shift.startAt <= gap.startAt && gap.endAt <= shift.endAt);
    const joins = last && (isPause || isOneDay(last, run, zone)) && !(stood(last) && stood(run));
    if (!last || !gap || !joins) days.push(run);
    else
      days[days.length - 1] = {
        startAt: last.startAt,
        endAt: run.endAt,
        activities: [...last.activities, gap, ...run.activities],
      };
  }
  return days;
}

const touches = (a: Interval, b: Interval): boolean => a.startAt <= b.endAt && b.startAt <= a.endAt;

/** Only what lies in the spans, as a shift without regard to tiling. */
function cut(shift: PlacedShift, spans: readonly Interval[]): Shift {
  const activities = shift.activities.flatMap((activity) =>
    spans.flatMap(({ startAt, endAt }) => {
      const piece = {
        ...activity,
        startAt: Math.max(startAt, activity.startAt),
        endAt: Math.min(endAt, activity.endAt),
      };
      return piece.endAt > piece.startAt ? [piece] : [];
    }),
  );
  return { ...shift, activities };
}

function outside(activities: readonly Activity[], spans: readonly Interval[]): Activity[] {
  return spans.reduce<Activity[]>(
    (pieces, span) =>
      pieces.flatMap((piece) =>
        overlaps(piece, span)
          ? [
              { ...piece, endAt: span.startAt },
              { ...piece, startAt: span.endAt },
            ].filter(({ startAt, endAt }) => endAt > startAt)
          : [piece],
      ),
    [...activities],
  );
}

interface Run extends Interval {
  readonly activities: readonly Activity[];
}

/** Pieces that touch or overlap become one run; where they overlap (a received piece lies in own work) tiling decides. */
function joined(pieces: readonly Activity[], contactTypeId: string): Run[] {
  const runs: { startAt: number; endAt: number; pieces: Activity[] }[] = [];
  for (const piece of [...pieces].sort((a, b) => a.startAt - b.startAt)) {
    const last = runs.at(-1);
    if (last && piece.startAt <= last.endAt) {
      last.endAt = Math.max(last.endAt, piece.endAt);
      last.pieces.push(piece);
    } else runs.push({ startAt: piece.startAt, endAt: piece.endAt, pieces: [piece] });
  }
  return runs.map(({ startAt, endAt, pieces: own }) => ({
    startAt,
    endAt,
    activities: joinAlike(tileActivities({ startAt, endAt }, own, contactTypeId)),
  }));
}

/** A break cut in two by a span's edge and put together again is one break. */
function joinAlike(activities: readonly Activity[]): Activity[] {
  const whole: Activity[] = [];
  for (const activity of activities) {
    const last = whole.at(-1);
    const alike = last?.activityTypeId === activity.activityTypeId && last.queueId === activity.queueId;
    if (alike && last.sessionId === activity.sessionId) whole[whole.length - 1] = { ...last, endAt: activity.endAt };
    else whole.push(activity);
  }
  return whole;
}

/** Which stored shift each run goes on as: that of the agent it overlaps the longest; the rest are new, or gone. */
function rowsOf(runs: readonly Run[], own: readonly PlacedShift[]): { before: PlacedShift | null; run: Run | null }[] {
  const left = new Set(own);
  const rows = runs.map((run) => {
    const common = (shift: PlacedShift) => Math.min(shift.endAt, run.endAt) - Math.max(shift.startAt, run.startAt);
    const [before = null] = [...left].filter((shift) => common(shift) > 0).sort((a, b) => common(b) - common(a));
    if (before) left.delete(before);
    return { before, run };
  });
  return [...rows, ...[...left].map((before) => ({ before, run: null }))];
}

const textOf = ({ activities }: Pick<Shift, 'activities'>): string =>
  JSON.stringify(activities.map((one) => [one.activityTypeId, one.queueId, one.sessionId, one.startAt, one.endAt]));

const isSame = (before: Pick<Shift, 'activities'>, after: Pick<Shift, 'activities'>): boolean =>
  textOf(before) === textOf(after);
