import type { Relaxation } from './relaxation.js';

/** The queue's skill gained by an agent without it. */
export const skill: Relaxation = {
  kind: 'skill',
  relax: ({ solo, skillId }) => {
    const agent = solo.agents[0]!;
    if (agent.skillIds.includes(skillId)) return [];
    return [
      {
        limit: { kind: 'skill', skillId },
        key: `skill ${skillId}`,
        solo: { ...solo, agents: [{ ...agent, skillIds: [...agent.skillIds, skillId] }] },
      },
    ];
  },
};
