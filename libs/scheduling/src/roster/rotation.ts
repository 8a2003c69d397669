import { daysBetween, weekdayOf, type LocalDate } from '@yotei/time';
import type { Agent, Contract } from './roster-problem.js';

/** One week of a rotation: what may be worked in it. */
export interface RotationWeek {
  /** Templates allowed that week; absent = all of the contract's. */
  readonly templateIds?: readonly string[];
  /** ISO weekdays without work. */
  readonly daysOff?: readonly number[];
}

/** A cycle of weeks, such as early, late, early with the weekend off, that starts again after its last week. */
export interface Rotation {
  /** First day of a first week of the cycle; earlier and later weeks follow from it. */
  readonly startsOn: LocalDate;
  readonly weeks: readonly RotationWeek[];
  /** First day on which it holds, and first on which it no longer does, as for a season; absent = always. */
  readonly fromOn?: LocalDate;
  readonly untilOn?: LocalDate;
}

/** The rotation of the date: the agent's own while it holds, else the contract's; undefined when neither has one. */
export function rotationOn(agent: Agent, contract: Contract, on: LocalDate): Rotation | undefined {
  return [agent.rotation, contract.rotation].find(
    (rotation) =>
      rotation && !(rotation.fromOn && on < rotation.fromOn) && !(rotation.untilOn && on >= rotation.untilOn),
  );
}

/** The week of the cycle the date lies in for this agent, who may be some weeks further on than the rotation's start. */
export function rotationWeekOn(rotation: Rotation, agent: Agent, on: LocalDate): RotationWeek {
  const { length } = rotation.weeks;
  const week = Math.floor(daysBetween(rotation.startsOn, on) / 7) + (agent.rotationOffsetWeeks ?? 0);
  return rotation.weeks[((week % length) + length) % length]!;
}

/** Whether the agent's rotation allows a shift of that template to start on the local date. */
export function rotationAllows(agent: Agent, contract: Contract, templateId: string, on: LocalDate): boolean {
  const rotation = rotationOn(agent, contract, on);
  if (!rotation || rotation.weeks.length === 0) return true;
  const { templateIds, daysOff = [] } = rotationWeekOn(rotation, agent, on);
  return (templateIds?.includes(templateId) ?? true) && !daysOff.includes(weekdayOf(on));
}
