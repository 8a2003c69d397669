import type { BaselinePresence } from '../problem/given-shifts.js';

/** Given presence of one group in one slot, with how it is shared over the group's skills now. */
interface BaselineCell {
  readonly slot: number;
  readonly skills: readonly number[];
  readonly share: number;
  readonly split: number[];
}

/** The cells in which given shifts serve, joined by slot and group. */
export function baselineCells(
  baseline: readonly BaselinePresence[],
  skillsOf: readonly (readonly number[])[],
): BaselineCell[] {
  const joined = new Map<string, { slot: number; group: number; share: number }>();
  for (const { slot, group, share } of baseline) {
    const key = `${slot}/${group}`;
    joined.set(key, { slot, group, share: share + (joined.get(key)?.share ?? 0) });
  }
  return [...joined.values()]
    .filter(({ group }) => skillsOf[group]!.length > 0)
    .map(({ slot, group, share }) => {
      const skills = skillsOf[group]!;
      return { slot, skills, share, split: skills.map(() => share / skills.length) };
    });
}

export type { BaselineCell };
