import { problemFaults } from './problem-faults.js';
import { parseRulesFile } from './roster-files.js';
import type { ObjectiveSettings } from './objective-settings.js';
import { serialiseRulesFile } from './write-roster-files.js';
import { DEFAULT_WEIGHTS } from './roster-problem.js';
import { problemOf } from '../../../../tests/kit/roster-builder.js';

const objective: ObjectiveSettings = {
  fairness: {
    memoryWeeks: 8,
    weights: { night: 6, weekend: 4 },
    holidays: ['2026-11-03'],
    memory: [{ agentId: 'amy', kind: 'night', count: 3 }],
  },
  wellbeing: [{ termId: 'quick-return', weight: 20, parameters: { restHours: 12 } }],
  stability: { dayWeight: 10, movedHourWeight: 2, breakQuarterWeight: 1 },
  money: {
    unitsPerCurrency: 0.5,
    currency: 'EUR',
    hourly: [{ contractId: 'open', perHour: 21 }, { perHour: 18 }],
    nightPremiumFraction: 0.25,
  },
};

describe('the objective in rules.json', () => {
  it('is read as it was written', () => {
    const text = serialiseRulesFile({ rules: [], weights: DEFAULT_WEIGHTS, objective });
    const read = parseRulesFile(text, { zone: 'Asia/Tokyo' });
    expect(read).toMatchObject({ kind: 'read', content: { objective } });
  });

  it('names what it does not know', () => {
    const text = '{"rules": [], "objective": {"fairness": {"weights": {"nights": 1}}, "thrift": {}}}';
    const read = parseRulesFile(text, { zone: 'Asia/Tokyo' });
    const paths = read.kind === 'refused' ? read.faults.map(({ path }) => path) : [];
    expect(paths.sort()).toEqual(['objective.fairness.weights.nights', 'objective.thrift']);
  });

  it('is sound as above, and every value out of range is named', () => {
    expect(problemFaults(problemOf({ objective }))).toEqual([]);
    const bad: ObjectiveSettings = {
      fairness: { memoryWeeks: 0, weights: { night: -1 }, memory: [{ agentId: 'eve', kind: 'night', count: 1 }] },
      stability: { dayWeight: -1, movedHourWeight: 0, breakQuarterWeight: 0 },
      money: { unitsPerCurrency: 1, hourly: [{ contractId: 'gone', perHour: 1 }], holidays: ['3 May'] },
    };
    expect(problemFaults(problemOf({ objective: bad })).map(({ path }) => path)).toEqual([
      'objective.fairness.memoryWeeks',
      'objective.fairness.weights.night',
      'objective.fairness.memory[0].agentId',
      'objective.stability.dayWeight',
      'objective.money.holidays[0]',
      'objective.money.hourly[0].contractId',
    ]);
  });
});
