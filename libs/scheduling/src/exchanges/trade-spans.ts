import { localDateOf, localMinuteOfDay, MINUTE_MILLIS, overlaps, weekdayOf, type Interval } from '@yotei/time';
import {
  indexProblem,
  tileActivities,
  type Activity,
  type Agent,
  type RosterProblem,
  type Shift,
} from '../roster/index.js';
import type { ImpossibleCode, PlacedShift } from './exchange-request.js';
import type { ResolvedExchange, ShiftExchange } from './resolved-exchange.js';
import type { ShiftShelf } from './shift-shelf.js';
import { takenBy } from './taken-shift.js';

interface Trade {
  readonly fromAgentId: string;
  readonly toAgentId: string;
  readonly spans: readonly Interval[];
}

/** Within the spans each does what the other would have done. Work that touches joins into one shift. */
export function tradeSpans(shelf: ShiftShelf, { fromAgentId, toAgentId, spans }: Trade): ResolvedExchange {
  const refused = (code: ImpossibleCode, shiftId?: string): ResolvedExchange => ({ kind: 'impossible', code, shiftId });
  if (!shelf.agent(fromAgentId) || !shelf.agent(toAgentId)) return refused('unknown-agent');
  if (fromAgentId === toAgentId) return refused('same-agent');
  if (spans.length === 0 || spans.some(({ startAt, endAt }) => endAt <= startAt)) return refused('empty-span');
  const touched = (agentId: string) =>
    shelf.shiftsOf(agentId).filter((shift) => spans.some((span) => touches(shift, span)));
  const [mine, theirs] = [touched(fromAgentId), touched(toAgentId)];
  const locked = [...mine, ...theirs].find((shift) => shift.locked && spans.some((span) => overlaps(shift, span)));
  if (locked) return refused('locked', locked.id);
  const sessionsLeft: string[] = [];
  const sides = [
    { agentId: fromAgentId, own: mine, other: theirs },
    { agentId: toAgentId, own: theirs, other: mine },
  ].map((side) => {
    const received = side.other.map((shift) => takenBy(shelf.problem, cut(shift, spans), side.agentId));
    if (received.some(({ leftSession }) => leftSession)) sessionsLeft.push(side.other[0]!.agentId);
    const kept = side.own.flatMap(({ activities }) => outside(activities, spans));
    const pieces = [...kept, ...received.flatMap(({ shift }) => shift.activities)];
    return { ...side, runs: joined(pieces, shelf.contactTypeId) };
  });
  const changes = sides.flatMap(({ agentId, own, other, runs }) =>
    rowsOf(runs, own).map(({ before, run }): ShiftExchange => {
      if (!run) return { before, after: null };
      const model = before ?? other.find((shift) => overlaps(shift, run));
      const after = { ...run, agentId, templateId: model?.templateId };
      return { before, after: { ...after, templateId: templateOf(shelf.problem, agentId, after, before) } };
    }),
  );
  const real = changes.filter(({ before, after }) => !before || !after || !isSame(before, after));
  return { kind: 'changes', changes: real, timeOff: [], sessionsLeft };
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

function templateOf(problem: RosterProblem, agentId: string, run: Shift, before: PlacedShift | null) {
  if (before && before.startAt === run.startAt && before.endAt === run.endAt) return before.templateId;
  const agent = indexProblem(problem).agents.get(agentId)!;
  return fittingTemplate(problem, agent, run) ?? before?.templateId ?? run.templateId;
}

/** A template of the agent's contract whose length, start and activities the shift meets. */
function fittingTemplate(problem: RosterProblem, agent: Agent, shift: Shift): string | undefined {
  const { contracts, templates } = indexProblem(problem);
  const minute = localMinuteOfDay(shift.startAt, agent.zone);
  const weekday = weekdayOf(localDateOf(shift.startAt, agent.zone));
  return (contracts.get(agent.contractId)?.templateIds ?? []).find((id) => {
    const template = templates.get(id);
    if (!template || template.lengthMinutes !== (shift.endAt - shift.startAt) / MINUTE_MILLIS) return false;
    if (minute < template.earliestStartMinute || minute > template.latestStartMinute) return false;
    if (template.weekdays && !template.weekdays.includes(weekday)) return false;
    return template.activities.every((asked) =>
      shift.activities.some((one) => {
        const at = (one.startAt - shift.startAt) / MINUTE_MILLIS;
        return (
          one.activityTypeId === asked.activityTypeId &&
          (one.endAt - one.startAt) / MINUTE_MILLIS >= asked.lengthMinutes &&
          at >= asked.earliestStartMinutes &&
          at <= asked.latestStartMinutes
        );
      }),
    );
  });
}

const textOf = ({ activities }: Shift): string =>
  JSON.stringify(activities.map((one) => [one.activityTypeId, one.queueId, one.sessionId, one.startAt, one.endAt]));

const isSame = (before: Shift, after: Shift): boolean => textOf(before) === textOf(after);
