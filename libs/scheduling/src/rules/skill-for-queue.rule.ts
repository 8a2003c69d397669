import { breachOf, judged, plannedShifts } from './rule-parts.js';
import type { Breach, WorkRule } from './work-rule.js';

/** Contact work bound to a queue is done by an agent with the queue's skill. Unbound work is shared over the agent's skills. */
export const skillForQueue: WorkRule = {
  id: 'skill-for-queue',
  title: { en: 'Skill for the queue', ja: 'キューに必要なスキル' },
  message: { en: 'Queue {queueId} needs skill {skillId}', ja: 'キュー{queueId}にはスキル{skillId}が必要です' },
  source: 'organisation: skills',
  amountUnit: 'count',
  parameters: [],
  defaultLevel: 'must',
  lookBackDays: () => 0,
  evaluate: (view, _p, level) => {
    const toBreach = breachOf(skillForQueue, view, level);
    const breaches: Breach[] = [];
    for (const activity of plannedShifts(view).flatMap((shift) => shift.activities)) {
      if (activity.queueId === undefined) continue;
      const skillId = view.queueSkills.get(activity.queueId);
      if (skillId !== undefined && view.agent.skillIds.includes(skillId)) continue;
      const values = { queueId: activity.queueId, skillId: skillId ?? '-' };
      breaches.push(toBreach({ at: activity.startAt, span: activity, amount: 1, values }));
    }
    return judged(breaches);
  },
  tour: { kind: 'by-construction' },
  standing: true,
};
