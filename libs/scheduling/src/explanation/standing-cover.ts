import type { RosterProblem, Shift } from '../roster/index.js';
import { CoverState } from '../optimiser/cover/cover-state.js';
import { baselineOf, type BaselinePresence } from '../optimiser/problem/given-shifts.js';
import type { PreparedProblem } from '../optimiser/problem/prepare.js';
import { skillGroups } from '../optimiser/problem/skill-groups.js';

/** The cover a whole roster gives, from which one agent's work can be taken out and put back. */
export interface StandingCover {
  readonly cover: CoverState;
  readonly presenceOf: (shifts: readonly Shift[]) => readonly BaselinePresence[];
  /** Group of the agent, as is or with one more skill. */
  readonly groupOf: (agent: number, skillId?: string) => number;
  readonly skillIds: readonly string[];
}

/** Contact work that fills a slot only in part counts nothing, as in the engine's own cover. */
const WHOLE = 1;

export function standingCover(
  problem: RosterProblem,
  { table, frame }: PreparedProblem,
  shifts: readonly Shift[],
): StandingCover {
  const groups = skillGroups(problem, table.columns);
  const presenceOf = (some: readonly Shift[]) =>
    baselineOf(problem, some, frame, groups.groupOf).filter(({ share }) => share >= WHOLE);
  const presence = presenceOf(shifts);
  const masks = [...groups.masks];
  const numberOf = (mask: number): number => {
    const known = masks.indexOf(mask);
    return known >= 0 ? known : masks.push(mask) - 1;
  };
  const skillIds = table.columns.map((column) => column.skillId);
  const withSkill = problem.agents.map((_, agent) =>
    skillIds.map((__, bit) => numberOf(masks[groups.ofAgent[agent]!]! | (1 << bit))),
  );
  const cover = new CoverState(table, masks, frame.pad);
  for (const { slot, group } of presence) cover.add(slot, group);
  return {
    cover,
    presenceOf,
    skillIds,
    groupOf: (agent, skillId) =>
      skillId === undefined ? groups.ofAgent[agent]! : withSkill[agent]![skillIds.indexOf(skillId)]!,
  };
}
