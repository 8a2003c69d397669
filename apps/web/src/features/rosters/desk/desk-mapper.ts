import { creditedMinutesByWeek } from '@yotei/scheduling/roster';
import { localDateOf, MINUTE_MILLIS, type Instant } from '@yotei/time';
import type { Viewer } from '../../../app/session.js';
import type { PlanningDataQuery, ScheduleDeskQuery, ShiftFieldsFragment } from '../../../graphql/generated/graphql.js';
import {
  baseTypeOf,
  boardDays,
  byStart,
  demandFrom,
  unpackShifts,
  type BoardActivityType,
  type BoardDay,
  type BoardDemand,
  type BoardModel,
  type BoardSession,
  type BoardShift,
  type BoardTimeOff,
} from '../board/index.js';

export type ScheduleBoardData = NonNullable<ScheduleDeskQuery['scheduleBoard']>;
export type PlanningData = NonNullable<PlanningDataQuery['viewer']>['organisation'];
export type ScheduleInfo = ScheduleBoardData['schedule'];

/** Activity types as the board needs them. */
export function activityTypesOf(viewer: Viewer): BoardActivityType[] {
  return viewer.organisation.activityTypes.map(({ id, code, colourToken, title, letter, paid, contactWork }) => ({
    id,
    code,
    // Overtime is contact work with a second cue of its own.
    ...(code !== 'overtime' && { colourToken }),
    title,
    letter,
    paid,
    contactWork,
  }));
}

/** The board's model out of the api's answer. */
export function toBoardModel(data: ScheduleBoardData, types: readonly BoardActivityType[]): BoardModel {
  const startAt = Date.parse(data.startAt);
  const { zone } = data.schedule;
  const days = boardDays(localDateOf(startAt, zone), data.schedule.weeks * 7, zone);
  const last = days.at(-1)!;
  const shifts = withSessions(unpackShifts(data.shifts, types, data.agents.length), data.sessionTitles);
  return {
    startAt,
    zone,
    lengthMinutes: last.start + last.length,
    slotMinutes: data.slotMinutes,
    days,
    agents: data.agents.map(({ id, name, nameReading, teamId, contractId, siteId, skillIds }) => ({
      id,
      name,
      nameReading,
      teamId,
      contractId,
      siteId,
      skillIds,
    })),
    activityTypes: types,
    baseType: baseTypeOf(types),
    shifts,
    timeOff: timeOffOf(data, startAt, days),
  };
}

/** The shifts with what their trainings and meetings are called. */
function withSessions(
  shifts: readonly (readonly BoardShift[])[],
  titles: ScheduleBoardData['sessionTitles'],
): readonly (readonly BoardShift[])[] {
  if (titles.length === 0) return shifts;
  const byShift = new Map<string, Map<number, string>>();
  for (const { shiftId, startMinute, title } of titles) {
    const known = byShift.get(shiftId) ?? new Map<number, string>();
    byShift.set(shiftId, known.set(startMinute, title));
  }
  return shifts.map((list) =>
    list.map((shift) => {
      const own = byShift.get(shift.id);
      return own ? { ...shift, ...sessionsOf(shift.activities, (start) => own.get(start)) } : shift;
    }),
  );
}

/** Of packed activities those with a title. */
function sessionsOf(
  activities: readonly number[],
  titleAt: (start: number) => string | null | undefined,
): Pick<BoardShift, 'sessions'> {
  const sessions: BoardSession[] = [];
  for (let k = 0; k < activities.length; k += 3) {
    const [type, start, length] = [activities[k]!, activities[k + 1]!, activities[k + 2]!];
    const title = titleAt(start);
    if (title) sessions.push({ type, start, length, title });
  }
  return sessions.length > 0 ? { sessions } : {};
}

/** Absences by agent; those before the horizon are for the rules only. Paid minutes are what falls on the horizon's weeks. */
function timeOffOf(data: ScheduleBoardData, startAt: Instant, days: readonly BoardDay[]): BoardTimeOff[][] {
  const index = new Map(data.agents.map((agent, i) => [agent.id, i]));
  const instant = (day: BoardDay) => startAt + day.start * MINUTE_MILLIS;
  const weekStartsAt = [...days.filter((_, i) => i % 7 === 0).map(instant), Date.parse(data.endAt)];
  const lists: BoardTimeOff[][] = data.agents.map(() => []);
  for (const { agentId, reason, ...off } of data.timeOff) {
    const agent = index.get(agentId);
    if (agent === undefined || Date.parse(off.endAt) <= startAt) continue;
    const absence = { ...off, agentId, startAt: Date.parse(off.startAt), endAt: Date.parse(off.endAt) };
    const credited = creditedMinutesByWeek([absence], weekStartsAt, data.agents[agent]!.zone);
    lists[agent]!.push({
      start: (absence.startAt - startAt) / MINUTE_MILLIS,
      length: (absence.endAt - absence.startAt) / MINUTE_MILLIS,
      paidMinutes: credited.reduce((sum, minutes) => sum + minutes, 0),
      reason,
    });
  }
  for (const list of lists) list.sort(byStart);
  return lists;
}

/** Demand of every queue of the requirement; empty when there is none. */
export function demandOf(data: ScheduleBoardData, model: BoardModel): BoardDemand[] {
  return (data.requirement?.queues ?? []).map((queue) => demandFrom(model, queue));
}

/** A shift as mutations and subscriptions send it; null when its agent is not on this board. */
export function toBoardShift(model: BoardModel, shift: ShiftFieldsFragment): BoardShift | null {
  const agent = model.agents.findIndex((candidate) => candidate.id === shift.agentId);
  if (agent < 0) return null;
  const minute = (at: string) => (Date.parse(at) - model.startAt) / MINUTE_MILLIS;
  const start = minute(shift.startAt);
  const activities = shift.activities.flatMap((activity) => {
    const type = model.activityTypes.findIndex((candidate) => candidate.id === activity.activityTypeId);
    return [type, minute(activity.startAt), minute(activity.endAt) - minute(activity.startAt)];
  });
  const titles = new Map(shift.activities.map(({ startAt, title }) => [minute(startAt), title]));
  return {
    id: shift.id,
    version: shift.version,
    agent,
    start,
    length: minute(shift.endAt) - start,
    templateId: shift.templateId,
    locked: shift.locked,
    handEdited: shift.handEdited,
    changed: true,
    ...(shift.agreedForm && { agreedForm: true }),
    activities,
    ...sessionsOf(activities, (at) => titles.get(at)),
  };
}
