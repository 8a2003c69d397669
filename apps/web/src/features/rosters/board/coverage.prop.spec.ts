import fc from 'fast-check';
import { boardFixture } from '../../../../../../tests/kit/board-fixture.js';
import { coverageOf } from '@yotei/scheduling/evaluation';
import { DEFAULT_WEIGHTS, type RosterProblem, type Shift } from '@yotei/scheduling/roster';
import { coverageOfQueue, createCoverage, gapIn, gapTotals, recount } from './coverage.js';
import type { BoardDemand } from './board-demand.js';
import { applyEdits } from './edits.js';
import { moveShifts } from './gestures/move-shift.gesture.js';
import { instantOf, type BoardModel } from './model.js';

const QUEUES = ['calls', 'mail', 'chat'];
const SKILLS = [['calls'], ['mail'], ['calls', 'mail'], ['mail', 'chat'], []];

function boardOf(skills: readonly number[]): BoardModel {
  const model = boardFixture({ agentCount: skills.length });
  return { ...model, agents: model.agents.map((agent, i) => ({ ...agent, skillIds: SKILLS[skills[i]!]! })) };
}

/** Each queue open from 08:00 to 20:00 on all days, asking for the same number throughout. */
function demandOf(model: BoardModel, asked: readonly number[]): BoardDemand[] {
  return QUEUES.map((id, i) => ({
    queueId: id,
    skillId: id,
    title: { en: id, ja: id },
    start: 0,
    stepMinutes: 15,
    agentsToRoster: Array.from({ length: model.lengthMinutes / 15 }, (_, slot) =>
      slot % 96 >= 32 && slot % 96 < 80 ? asked[i]! : null,
    ),
  }));
}

/** Short and over hours as the publish card sums them: the server's coverage of the same draft, queue by queue. */
function publishCard(model: BoardModel, demand: readonly BoardDemand[]) {
  const shifts: Shift[] = model.shifts.flat().map((shift) => ({
    agentId: model.agents[shift.agent]!.id,
    startAt: instantOf(model, shift.start),
    endAt: instantOf(model, shift.start + shift.length),
    activities: Array.from({ length: shift.activities.length / 3 }, (_, i) => ({
      activityTypeId: model.activityTypes[shift.activities[i * 3]!]!.code,
      startAt: instantOf(model, shift.activities[i * 3 + 1]!),
      endAt: instantOf(model, shift.activities[i * 3 + 1]! + shift.activities[i * 3 + 2]!),
    })),
  }));
  const problem: RosterProblem = {
    ...{ zone: model.zone, startsOn: model.days[0]!.on, weeks: 1, slotMinutes: 15, weights: DEFAULT_WEIGHTS },
    activityTypes: model.activityTypes.map(({ code, paid, contactWork }) => ({
      id: code,
      title: code,
      paid,
      contactWork,
    })),
    agents: model.agents.map(({ id, name, contractId, skillIds }) => ({
      id,
      name,
      contractId,
      skillIds,
      zone: model.zone,
    })),
    demand: demand.map(({ queueId, skillId, agentsToRoster }) => ({
      queueId,
      skillId,
      grid: { startAt: model.startAt, stepMinutes: 15, count: agentsToRoster.length },
      agentsToRoster: agentsToRoster.map((value) => value ?? 0),
    })),
    ...{ contracts: [], templates: [], rules: [], timeOff: [], preferences: [], history: [], fixedShifts: [] },
  };
  const gaps = coverageOf(problem, { shifts }).flatMap(({ staffingGap }) => [...staffingGap]);
  const hours = (of: (gap: number) => number) => gaps.reduce((sum, gap) => sum + Math.max(0, of(gap)) / 4, 0);
  return { shortHours: hours((gap) => -gap), overHours: hours((gap) => gap) };
}

describe('coverage by queue', () => {
  it('sums to the hours of the publish card, on opening and after every edit, also back and forth', () => {
    const move = fc.record({ agent: fc.nat(5), shift: fc.nat(3), by: fc.integer({ min: -24, max: 24 }) });
    fc.assert(
      fc.property(
        fc.array(fc.nat(SKILLS.length - 1), { minLength: 6, maxLength: 6 }),
        fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }),
        fc.array(move, { maxLength: 4 }),
        (skills, asked, moves) => {
          const opened = boardOf(skills);
          const demand = demandOf(opened, asked);
          const first = createCoverage(opened, demand);
          let model = opened;
          for (const { agent, shift, by } of moves) {
            const target = { agent, shiftId: model.shifts[agent]![shift]!.id, activity: null };
            model = applyEdits(model, moveShifts(model, [target], { deltaMinutes: by * 5 }).edits);
          }
          for (const board of [model, opened, model]) {
            const card = publishCard(board, demand);
            const totals = gapTotals(recount(first, board), 0, board.lengthMinutes);
            expect(totals.shortHours).toBeCloseTo(card.shortHours, 6);
            expect(totals.overHours).toBeCloseTo(card.overHours, 6);
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  it('does not let one skill hide the lack of another', () => {
    const model = boardOf([0, 0]);
    const coverage = createCoverage(model, demandOf(model, [0, 1, 0]));
    const slot = coverage.scheduled.findIndex((agents) => agents > 0 && agents === Math.round(agents));
    expect(coverage.toRoster[slot]).toBe(1);
    expect(gapIn(coverage, slot)).toBe(-1);
    expect(gapIn(coverageOfQueue(coverage, 'mail'), slot)).toBe(-1);
    expect(gapIn(coverageOfQueue(coverage, 'calls'), slot)).toBe(coverage.scheduled[slot]);
    expect(coverageOfQueue(coverage, 'unknown')).toBe(coverage);
  });
});
