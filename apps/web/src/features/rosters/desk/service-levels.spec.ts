import { performanceOf } from '@yotei/scheduling/staffing';
import { boardFixture, FIXTURE_QUEUE, fixtureDemand } from '../../../../../../tests/kit/board-fixture.js';
import { createCoverage, instantOf, type Coverage } from '../board/index.js';
import { ServiceLevels } from './service-levels.js';

const model = boardFixture({ agentCount: 40 });
const coverage = createCoverage(model, fixtureDemand(model, 12));
const STEP = 30;
const INTERVALS = (7 * 1440) / STEP;
const PLAN = {
  modelId: 'erlang-a',
  patienceSeconds: 120,
  concurrency: null,
  slowdownFraction: null,
  lines: null,
  redialFraction: null,
  goal: { answerWithinSeconds: 20, serviceLevelVariant: null },
};

/** Forty contacts an interval from eight to nine in the evening; a tenth more is rostered than sits on contacts. */
function levelsOf(change: Record<string, unknown> = {}) {
  const open = (value: number) =>
    Array.from({ length: INTERVALS }, (_, i) => ((i * STEP) % 1440 >= 480 && (i * STEP) % 1440 < 1260 ? value : null));
  const queue = {
    queue: { id: FIXTURE_QUEUE.queueId },
    startAt: new Date(instantOf(model, 0)).toISOString(),
    stepMinutes: STEP,
    contacts: open(40),
    averageHandleSeconds: open(300),
    requiredAgents: open(10),
    agentsToRoster: open(11),
    plan: { ...PLAN, ...change },
  };
  return new ServiceLevels(model, [queue]);
}

/** The coverage with so many agents at every time. */
const withAgents = (agents: number): Coverage => ({
  ...coverage,
  queues: coverage.queues.map((queue) => ({ ...queue, scheduled: queue.scheduled.map(() => agents) })),
});
const NOON = { from: 720, until: 750 };

describe('the predicted service level of the board', () => {
  it('is the model’s for the agents on contacts, the absence taken off', () => {
    // 11 rostered are 10 on contacts: 11 × 10 / 11.
    const load = { contacts: 40, intervalSeconds: 1800, averageHandleSeconds: 300, patienceSeconds: 120 };
    const { serviceLevelFraction } = performanceOf('erlang-a', load, 10, { answerWithinSeconds: 20 });
    expect(levelsOf().fractionOver(withAgents(11), NOON)).toBeCloseTo(serviceLevelFraction, 9);
  });

  it('lies between its neighbours for part of an agent, and never falls with more agents', () => {
    const levels = levelsOf();
    const fractions = [8, 8.5, 9, 9.5, 10, 12, 14].map((agents) => levels.fractionOver(withAgents(agents), NOON)!);
    fractions.forEach((fraction, i) => i > 0 && expect(fraction).toBeGreaterThanOrEqual(fractions[i - 1]!));
    expect(fractions.at(-1)).toBeLessThanOrEqual(1);
  });

  it('is null where nothing is open, and where the model cannot say', () => {
    expect(levelsOf().fractionOver(withAgents(11), { from: 0, until: 240 })).toBeNull();
    expect(levelsOf({ modelId: 'no-such-model' }).fractionOver(withAgents(11), NOON)).toBeNull();
  });
});
