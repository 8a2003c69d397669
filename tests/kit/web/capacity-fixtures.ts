import { capacityGroup, capacityPlan } from '../capacity-plans.js';

const plan = capacityPlan([
  capacityGroup('voice', 30, { title: { en: 'Voice', ja: '電話' } }),
  capacityGroup('chat', 30, { title: { en: 'Chat', ja: 'チャット' }, heads: 4 }),
]);
const head = { id: 'cp1', title: 'Next year', version: 3, savedAt: '2026-11-20T01:00:00Z', savedBy: 'Aiko Planner' };

/** One capacity plan of two groups. */
export const capacityAnswers = {
  CapacityPlans: { capacityPlans: [head] },
  CapacityPlan: {
    capacityPlan: {
      ...head,
      plan: { ...plan, classes: [{ id: 'own-1', groupId: 'voice', week: 4, heads: 2 }] },
      notes: [{ kind: 'assumed-leave', text: { en: 'Leave is assumed.', ja: '休暇は仮の値です。' } }],
    },
  },
  CapacityProposals: { capacityPlan: { id: 'cp1', proposals: [] } },
};
export const noCapacityAnswers = { ...capacityAnswers, CapacityPlans: { capacityPlans: [] } };
