import { answerBase } from '../answer-base.js';
import { headcountChange } from '../changes/headcount.change.js';
import type { ScenarioBase } from '../scenario-base.js';

/** What one more agent of a skill is worth over the grid. Differences: with less without. */
export interface OneMoreAgent {
  readonly skillId: string;
  readonly title: string;
  /** Of the queues of the skill together, weighted by contacts. */
  readonly serviceLevelMore: number;
  readonly missedIntervalsFewer: number;
  readonly answeredInTimeMore: number;
  /** What the agent is paid more, and what is saved in penalties; null without cost terms. */
  readonly pay: number | null;
  readonly penaltiesSaved: number | null;
  /** Penalties saved less the pay; below 0 where service is what is bought. */
  readonly worth: number | null;
}

/**
 * One person more of each skill, like those it has, in the shape they work: what they give and what they cost. The most
 * contacts answered in time first. Empty where nothing is known of people.
 */
export function oneMoreAgent(base: ScenarioBase): readonly OneMoreAgent[] {
  if (!base.people) return [];
  const before = answerBase(base, { withChance: false });
  const skills = before.skills.filter(({ skillId }) => {
    const asked = { kind: 'headcount', skillId, agents: 1 } as const;
    return headcountChange.faults(asked, base).length === 0 && base.queues.some((queue) => queue.skillId === skillId);
  });
  return skills
    .map(({ skillId, title }) => {
      const after = answerBase(headcountChange.apply({ kind: 'headcount', skillId, agents: 1 }, base), {
        withChance: false,
      });
      const own = base.queues.flatMap((queue, index) => (queue.skillId === skillId ? [index] : []));
      const sum = (valueOf: (queue: number) => number): number =>
        own.reduce((total, queue) => total + valueOf(queue), 0);
      const metMore = sum((queue) => {
        const [now, next] = [before.queues[queue]!.total, after.queues[queue]!.total];
        return (next.serviceLevel - now.serviceLevel) * now.contacts || 0;
      });
      const contacts = sum((queue) => before.queues[queue]!.total.contacts);
      const [cost, nextCost] = [before.total.cost, after.total.cost];
      const penaltiesSaved = cost && nextCost ? cost.penalties - nextCost.penalties : null;
      const pay = cost && nextCost ? nextCost.total - nextCost.penalties - (cost.total - cost.penalties) : null;
      return {
        skillId,
        title,
        serviceLevelMore: contacts > 0 ? metMore / contacts : Number.NaN,
        missedIntervalsFewer: sum(
          (queue) => before.queues[queue]!.total.missedIntervals - after.queues[queue]!.total.missedIntervals,
        ),
        answeredInTimeMore: metMore,
        pay,
        penaltiesSaved,
        worth: pay === null || penaltiesSaved === null ? null : penaltiesSaved - pay,
      };
    })
    .sort((a, b) => b.answeredInTimeMore - a.answeredInTimeMore);
}
