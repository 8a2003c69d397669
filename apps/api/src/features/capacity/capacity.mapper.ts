import {
  capacityInWords,
  classInWords,
  evaluateCapacity,
  moveInWords,
  type CapacityPlan,
  type CapacityWeek,
} from '@yotei/scheduling/capacity';
import { planToFill } from '@yotei/scheduling/hiring';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import type {
  CapacityPlanHead as HeadRecord,
  CapacityPlanRecord,
  ProposalRecord,
} from './capacity-plans.repository.js';
import type { SavedCapacityPlan } from './capacity-plans.service.js';
import {
  CapacityFigures,
  CapacityForecastMissing,
  CapacityPlanChangedMeanwhile,
  CapacityPlanFaulty,
  CapacityPlanHead,
  CapacityPlanSaved,
  CapacityPlanView,
  CapacityProposal,
  type SaveCapacityPlanResult,
} from './capacity.graphql-types.js';
import type { CapacityNote } from './group-base.js';

const NOTES: Readonly<Record<CapacityNote, { readonly en: string; readonly ja: string }>> = {
  'no-long-range': {
    en: 'There is no long-range forecast: the coming week is repeated. Run one under Demand, far ahead.',
    ja: '長期予測がないため、来週の予測を繰り返しています。需要の「長期」で予測を実行してください。',
  },
  'short-long-range': {
    en: 'The long-range forecast ends before the plan: its last week is repeated.',
    ja: '長期予測が計画の途中で終わるため、最後の週を繰り返しています。',
  },
  'assumed-attrition': {
    en: 'How many people leave is not known; 20% a year is assumed.',
    ja: '離職の実績がないため、年20%と仮定しています。',
  },
  'assumed-leave': { en: 'Leave of 8% of the paid time is assumed.', ja: '休暇は有給時間の8%と仮定しています。' },
  'assumed-hiring': {
    en: 'Training, speed-up, class sizes and limits of overtime are assumed; change them to yours.',
    ja: '研修・習熟・採用人数・残業上限は仮の値です。実情に合わせて変更してください。',
  },
  'no-costs': {
    en: 'What work costs is not set up; a wage of 1,500 an hour is assumed.',
    ja: '費用が設定されていないため、時給1,500と仮定しています。',
  },
};

export const headOf = ({ id, title, version, savedAt, savedBy }: HeadRecord): CapacityPlanHead =>
  Object.assign(new CapacityPlanHead(), { id, title, version, savedAt, savedBy });

export function viewOf(record: CapacityPlanRecord): CapacityPlanView {
  const { plan, notes } = record;
  return Object.assign(new CapacityPlanView(), {
    ...headOf(record),
    plan,
    notes: notes.map((kind) => ({ kind, text: { ...NOTES[kind] } })),
  });
}

export function figuresOf(plan: CapacityPlan): CapacityFigures {
  const answer = evaluateCapacity(plan);
  const [en, ja] = [capacityInWords(plan, answer, 'en'), capacityInWords(plan, answer, 'ja')];
  return Object.assign(new CapacityFigures(), {
    groups: plan.groups.map(({ id }, index) => ({ groupId: id, columns: columnsOf(answer.groups[index]!) })),
    cost: answer.cost,
    shortHours: answer.shortHours,
    sentences: en.map((text, index) => ({ en: text, ja: ja[index]! })),
  });
}

function columnsOf(weeks: readonly CapacityWeek[]): Record<string, number[]> {
  const names = Object.keys(weeks[0] ?? {}) as (keyof CapacityWeek)[];
  return Object.fromEntries(names.map((name) => [name, weeks.map((week) => week[name])]));
}

/** With the reasons, judged by the plan as proposed. */
export function proposalOf(record: ProposalRecord, plan: CapacityPlan): CapacityProposal {
  const { id, planVersion, parameters, result, inputHash, codeVersion, seed, createdAt, createdBy } = record;
  const { classes, moves, costBefore, cost, bound, gapFraction, isWithinGap, risk } = result;
  const base = planToFill(plan, parameters.keep);
  const filled = { ...base, classes: [...base.classes, ...classes], moves: [...base.moves, ...moves] };
  const told = (language: 'en' | 'ja'): string[] => [
    ...classes.map((one) => classInWords(filled, one, language)),
    ...moves.map((one) => moveInWords(filled, one, language)),
  ];
  const [en, ja] = [told('en'), told('ja')];
  return Object.assign(new CapacityProposal(), {
    ...{ id, planVersion, keep: parameters.keep, classes, moves, costBefore, cost, bound, gapFraction, isWithinGap },
    ...{ risk, inputHash, codeVersion, seed, createdAt, createdBy },
    reasons: en.map((text, index) => ({ en: text, ja: ja[index]! })),
  });
}

export function savedOf(result: SavedCapacityPlan): typeof SaveCapacityPlanResult {
  switch (result.kind) {
    case 'saved':
      return Object.assign(new CapacityPlanSaved(), { plan: viewOf(result.plan) });
    case 'changed-meanwhile':
      return Object.assign(new CapacityPlanChangedMeanwhile(), { plan: viewOf(result.plan) });
    case 'faulty':
      return Object.assign(new CapacityPlanFaulty(), {
        faults: result.faults.map(({ path, message }) => ({ path, message: { ...message } })),
      });
    case 'nothing-forecast':
      return Object.assign(new CapacityForecastMissing(), { message: 'forecast the coming weeks first' });
    case 'not-found':
      return NotFound.of('capacity plan');
    case 'invalid':
      return InvalidInput.of(result.path, result.message);
  }
}
