import { performanceOf, requiredAgents, type StaffingPlan } from '../index.js';
import {
  directorSentence,
  explainStaffing,
  formulaInNumbers,
  formulaInSymbols,
  type ExplainStaffingInput,
  type StaffingExplanation,
} from './index.js';

const plan: StaffingPlan = {
  modelId: 'erlang-c',
  goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
  shrinkage: [
    { id: 'sickness', fraction: 0.2, planned: false },
    { id: 'lateness', fraction: 0.125, planned: false }, // 0.8 × 0.875 = 0.7 is left
    { id: 'training', fraction: 0.1, planned: true },
  ],
};
const input: ExplainStaffingInput = { plan, contacts: 100, intervalSeconds: 1800, averageHandleSeconds: 180 };
const withGoal = (goal: StaffingPlan['goal'], modelId = 'erlang-c'): StaffingExplanation =>
  explainStaffing({ ...input, plan: { modelId, goal, patienceSeconds: 300 } });
const ids = ({ steps }: StaffingExplanation): readonly string[] => steps.map(({ id }) => id);

describe('why 14 agents, of a whole plan', () => {
  const explained = explainStaffing(input);

  it('gives the answer of the model and the roster after unplanned shrinkage, reason by reason', () => {
    expect(explained).toMatchObject({ modelId: 'erlang-c', requiredAgents: 14, agentsToRoster: 20 });
    const reasons = explained.steps.flatMap((step) => (step.id === 'shrinkage-reason' ? [step] : []));
    expect(reasons.map(({ reasonId }) => reasonId)).toEqual(['sickness', 'lateness']);
    expect(reasons.map(({ agentsAfter }) => agentsAfter)).toEqual([17.5, expect.closeTo(20, 12)]);
    expect(ids(explained)).toEqual([
      'contacts',
      'handle-time',
      'load',
      'model',
      'one-fewer',
      'enough',
      'shrinkage-reason',
      'shrinkage-reason',
      'shrinkage',
      'to-roster',
    ]);
  });

  it('says what one agent more or fewer changes, by the figures of performanceOf', () => {
    const { effects } = explained;
    const load = { contacts: 100, intervalSeconds: 1800, averageHandleSeconds: 180 };
    for (const [agents, effect] of [
      [13, effects!.fewer],
      [14, effects!.answer],
      [15, effects!.more],
    ] as const) {
      expect(effect.performance).toEqual(performanceOf('erlang-c', load, agents, plan.goal));
    }
    expect(effects!.fewer.goals[0]).toMatchObject({ met: false, target: 0.8 });
    expect(effects!.answer.goals[0]!.met).toBe(true);
  });

  it('draws the curve from just below a stable queue to far beyond the goal, and marks the answer', () => {
    const { curve } = explained;
    const { answer, oneFewer, oneMore, scheduled } = curve!.marks;
    expect([answer, oneFewer, oneMore].map((at) => curve!.agents[at!])).toEqual([14, 13, 15]);
    expect(scheduled).toBeNull();
    expect(curve!.agents[0]).toBe(9); // least stable 11, two fewer
    expect(curve!.serviceLevelFraction[0]).toBe(0);
    expect(curve!.serviceLevelFraction.at(-1)).toBeGreaterThan(0.99);
    expect(curve!.serviceLevelFraction[answer!]).toBeCloseTo(0.888350019179467, 12);
    expect([curve!.met[oneFewer!], curve!.met[answer!]]).toEqual([0, 1]);
    expect(curve!.chanceFraction[answer!]).toBeNaN();
  });

  it('writes each formula with letters and with numbers', () => {
    const [load, , level] = explained.formulas;
    expect(formulaInSymbols(load!)).toBe('a = c × h ÷ t');
    expect(formulaInNumbers(load!, 'en')).toBe('10 erlangs = 100 contacts × 3 min ÷ 30 min');
    expect(formulaInNumbers(load!, 'ja')).toBe('10アーラン = 100件 × 3分 ÷ 30分');
    expect(formulaInSymbols(level!)).toBe('SL = 1 − Pw × exp(−(n − a) × T ÷ h)');
    expect(formulaInNumbers(level!, 'en')).toBe('88.8% = 1 − 17.4% × exp(−(14 agents − 10 erlangs) × 20 s ÷ 3 min)');
    expect(formulaInSymbols(explained.formulas.at(-1)!)).toBe('r = ⌈n ÷ ((1 − s) × (1 − s))⌉');
    expect(formulaInNumbers(explained.formulas.at(-1)!, 'en')).toBe(
      '20 agents = ⌈14 agents ÷ ((1 − 20%) × (1 − 12.5%))⌉',
    );
  });

  it('is a sentence a planner can say to a director, in both languages', () => {
    expect(directorSentence(explained.sentence, 'en')).toBe(
      'We expect 100 contacts in 30 min at 3 min each, which is work for 10 agents without a pause. ' +
        'To answer at least 80% within 20 s we need 14 agents. They reach 88.8%; with 13 agents it would be 79.6%. ' +
        'As 30% of the paid time is lost to absence and the like, 20 agents have to be on the roster.',
    );
    expect(directorSentence(explained.sentence, 'ja')).toBe(
      '30分に100件（1件あたり3分）を見込んでおり、これは休みなく働いて10人分の業務量です。' +
        '20秒以内に80%以上へ応答するには、14人が必要です。14人なら88.8%、13人では79.6%になります。' +
        '勤務時間の30%は欠勤などで失われるため、シフトには20人を配置します。',
    );
  });
});

describe('the explanation of other plans', () => {
  it('shows the load method, and staffs the load it gives', () => {
    const explained = explainStaffing({
      ...input,
      plan: { ...plan, loadMethod: 'modified-offered-load' },
      staffedErlangs: 12.5,
    });
    expect(explained.steps.find(({ id }) => id === 'load-method')).toEqual({
      id: 'load-method',
      method: 'modified-offered-load',
      ownErlangs: 10,
      staffedErlangs: 12.5,
    });
    const load = { contacts: 125, intervalSeconds: 1800, averageHandleSeconds: 180 };
    expect(requiredAgents('erlang-c', load, plan.goal)).toMatchObject({ agents: explained.requiredAgents });
    expect(explained.steps[0]).toMatchObject({ id: 'contacts', contacts: 100 });
    // a is the interval's own load; the model is asked about another, and the letter says so.
    expect(explained.formulas.map(formulaInSymbols)).toEqual(
      expect.arrayContaining(['a = c × h ÷ t', 'SL = 1 − Pw × exp(−(n − a′) × T ÷ h)']),
    );
    expect(directorSentence(explained.sentence, 'en')).toContain(
      'With what is in hand from before, and as the load moves, it comes to 12.5 agents.',
    );
  });

  it('shows what the uncertain forecast adds, with the chance for each number of agents', () => {
    const chanceOf = (agents: number): number => Math.min(1, Math.max(0, (agents - 10) / 10));
    const explained = explainStaffing({
      ...input,
      plan: { ...plan, staffedFor: { kind: 'chance', chanceFraction: 0.9 } },
      requiredAgents: 19,
      chanceOf,
    });
    expect(explained.requiredAgents).toBe(19);
    expect(explained.steps.find(({ id }) => id === 'uncertain-load')).toMatchObject({
      pointAgents: 14,
      agents: 19,
      chanceFraction: 0.9,
      pointChanceFraction: 0.4,
    });
    expect(explained.curve!.chanceFraction[explained.curve!.marks.answer!]).toBe(0.9);
    expect(directorSentence(explained.sentence, 'en')).toContain(
      '14 agents would do if it were; 19 agents meet the goal with a chance of 90%.',
    );
  });

  it('sets what is scheduled beside what is needed, and marks who is there of them', () => {
    const explained = explainStaffing({ ...input, scheduledAgents: 18 });
    expect(explained.steps.find(({ id }) => id === 'scheduled')).toEqual({
      id: 'scheduled',
      scheduledAgents: 18,
      staffingGap: -2,
      presentAgents: 12, // 18 × 0.7 = 12.6
    });
    expect(explained.curve!.agents[explained.curve!.marks.scheduled!]).toBe(12);
    expect(directorSentence(explained.sentence, 'en')).toContain('18 agents are on the roster, 2 agents too few.');
  });

  it('speaks of the goal that decides', () => {
    expect(directorSentence(withGoal({ asaSeconds: 10 }).sentence, 'en')).toContain('To answer within 10 s on average');
    expect(directorSentence(withGoal({ maxOccupancyFraction: 0.6 }).sentence, 'en')).toContain(
      'To keep agents busy at most 60% of the time we need 17 agents. They are busy 58.8% of the time',
    );
    expect(directorSentence(withGoal({ maxAbandonmentFraction: 0.03 }, 'erlang-a').sentence, 'en')).toContain(
      'So that at most 3% give up waiting we need 13 agents.',
    );
    expect(directorSentence(withGoal({ maxBlockingFraction: 0.02 }, 'erlang-b').sentence, 'ja')).toContain(
      '呼損率を2%以下にするには、17人が必要です。',
    );
    expect(directorSentence(withGoal({}, 'workload').sentence, 'en')).toContain(
      'With 9 agents the work would grow faster than it is done.',
    );
  });

  it('names the goal that decides among several, and that the others hold', () => {
    const both = withGoal({ serviceLevelFraction: 0.8, answerWithinSeconds: 20, maxOccupancyFraction: 0.6 });
    expect(directorSentence(both.sentence, 'en')).toMatch(
      /To keep agents busy at most 60% .* 17 agents\. .* The other goals are met with that too\.$/,
    );
  });

  it('never shows a missed goal as if it were met', () => {
    // 13 agents give 79.5594788 %: a goal of 79.56 % is missed by less than a thousandth of a point.
    const explained = withGoal({ serviceLevelFraction: 0.7956, answerWithinSeconds: 20 });
    expect(directorSentence(explained.sentence, 'en')).toContain('with 13 agents it would be 79.559%');
  });

  it('says that nobody is needed, or that no number is enough', () => {
    const none = explainStaffing({ ...input, contacts: 0 });
    expect(none).toMatchObject({ requiredAgents: 0, agentsToRoster: 0, curve: null, effects: null });
    expect(directorSentence(none.sentence, 'en')).toBe('No contacts are expected, so nobody is needed.');
    const certain = withGoal({ serviceLevelFraction: 1, answerWithinSeconds: 20 });
    expect(certain).toMatchObject({ requiredAgents: null, agentsToRoster: null, effects: null });
    expect(certain.curve!.marks.answer).toBeNull();
    expect(directorSentence(certain.sentence, 'ja')).toContain('この目標を確実に満たす人数はありません。');
  });
});

describe('a goal out of reach', () => {
  it.each([
    ['certainty', { modelId: 'erlang-c', goal: { serviceLevelFraction: 1, answerWithinSeconds: 20 } }, /for certain/],
    [
      'too few lines',
      { modelId: 'erlang-x', patienceSeconds: 300, lines: 2, goal: { maxBlockingFraction: 0.01 } },
      /so few lines/,
    ],
    [
      'met by abandonment',
      {
        modelId: 'erlang-a',
        patienceSeconds: 300,
        goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20, serviceLevelVariant: 'answered-of-answered' },
      },
      /give up as served/,
    ],
  ] as const)('says to a director why: %s', (_, plan, words) => {
    const { sentence, requiredAgents } = explainStaffing({
      plan,
      contacts: 100,
      intervalSeconds: 1800,
      averageHandleSeconds: 180,
    });
    expect(requiredAgents).toBeNull();
    expect(directorSentence(sentence, 'en')).toMatch(words);
    expect(directorSentence(sentence, 'ja')).not.toBe('');
  });
});
