import { coverageGrid } from '../roster/index.js';
import { dayTemplate, openContract, problemOf, shiftOf } from '../../../../tests/kit/roster-builder.js';
import { WORK_RULES } from './catalogue.js';
import { validateProblem } from './validate-problem.js';

const paths = (changes: Parameters<typeof problemOf>[0]) => {
  const result = validateProblem(problemOf(changes));
  return result.kind === 'valid' ? [] : result.faults.map((fault) => fault.path);
};

describe('validateProblem', () => {
  it('finds nothing wrong with a sound problem', () => {
    const rules = WORK_RULES.map((rule) => ({ ruleId: rule.id, level: rule.defaultLevel }));
    expect(validateProblem(problemOf({ rules }))).toEqual({ kind: 'valid' });
  });

  it('names every fault at once', () => {
    const found = paths({
      weeks: 0,
      slotMinutes: 7,
      contracts: [{ ...openContract, weeklyMinutesMin: 3000, weeklyMinutesMax: 2400, templateIds: ['gone'] }],
      agents: [{ id: 'amy', name: 'Amy', zone: 'Mars/Olympus', contractId: 'none', skillIds: [] }],
      rules: [
        { ruleId: 'unheard-of', level: 'must' },
        { ruleId: 'max-consecutive-days', level: 'must', parameters: { days: 99, hours: 3 } },
      ],
      preferences: [{ agentId: 'bob', kind: 'day-off', weight: -1 }],
    });
    expect(found).toEqual([
      'weeks',
      'slotMinutes',
      'contracts[0].weeklyMinutesMin',
      'contracts[0].templateIds',
      'agents[0].zone',
      'agents[0].contractId',
      'preferences[0].agentId',
      'preferences[0].on',
      'preferences[0].weight',
      'rules[0].ruleId',
      'rules[1].parameters.days',
      'rules[1].parameters.hours',
    ]);
  });

  it('finds windows no break can be placed in', () => {
    const lunch = dayTemplate.activities[0]!;
    const activities = [
      { ...lunch, latestStartMinutes: 500 },
      { ...lunch, earliestStartMinutes: 200, latestStartMinutes: 220, minGapMinutes: 30 },
    ];
    expect(paths({ templates: [{ ...dayTemplate, activities }] })).toEqual([
      'templates[0].activities[0]',
      'templates[0].activities[1]',
    ]);
  });

  it('wants demand on the slots of the horizon', () => {
    const grid = coverageGrid(problemOf());
    const queue = { queueId: 'q', skillId: 'voice', grid: { ...grid, stepMinutes: 30 }, agentsToRoster: [1, -1] };
    expect(paths({ demand: [queue] })).toEqual([
      'demand[0].grid.stepMinutes',
      'demand[0].agentsToRoster',
      'demand[0].agentsToRoster[1]',
    ]);
  });

  it('finds shifts of nobody and prices that fall', () => {
    const found = paths({
      history: [shiftOf('Sun-1 09:00-17:00', { agentId: 'bob' })],
      weights: { underStaffing: [10, 5, 40], overStaffing: [1, 2, 4] },
    });
    expect(found).toEqual(['history[0].agentId', 'weights.underStaffing']);
  });
});
