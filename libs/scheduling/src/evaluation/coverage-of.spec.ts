import { amy, problemOf, shiftOf } from '../../../../tests/kit/roster-builder.js';
import { coverageGrid, type RosterProblem, type Shift } from '../roster/index.js';
import { coverageOf } from './coverage-of.js';

const queue = (problem: RosterProblem, queueId: string, skillId: string, asked: number) => ({
  queueId,
  skillId,
  grid: coverageGrid(problem),
  agentsToRoster: new Array<number>(coverageGrid(problem).count).fill(asked),
});

function centre(
  asked: { readonly phone: number; readonly web: number },
  changes: Partial<RosterProblem> = {},
): RosterProblem {
  const base = problemOf(changes);
  const agents = [amy, { ...amy, id: 'ben', skillIds: ['voice', 'chat'] }, { ...amy, id: 'cho', skillIds: [] }];
  return {
    ...base,
    agents: agents.map((agent) => ({ ...agent, zone: base.zone })),
    demand: [queue(base, 'phone', 'voice', asked.phone), queue(base, 'web', 'chat', asked.web)],
  };
}

const at = (problem: RosterProblem, shifts: readonly Shift[], slot: number) =>
  coverageOf(problem, { shifts }).map(({ scheduledAgents, staffingGap }) => [scheduledAgents[slot], staffingGap[slot]]);
const by = (agentId: string, text: string) => shiftOf(text, { agentId });
const NINE = 36;

describe('coverageOf', () => {
  it('counts agents on contact work, not those at lunch', () => {
    const shifts = [by('amy', 'Mon 09:00-12:00 lunch@10:00+30')];
    const problem = centre({ phone: 1, web: 0 });
    expect(at(problem, shifts, NINE)).toEqual([
      [1, 0],
      [0, 0],
    ]);
    expect(at(problem, shifts, NINE + 4)).toEqual([
      [0, -1],
      [0, 0],
    ]); // 10:00
    expect(at(problem, shifts, NINE + 6)).toEqual([
      [1, 0],
      [0, 0],
    ]); // 10:30
    expect(at(problem, shifts, NINE + 12)[0]).toEqual([0, -1]); // 12:00: the end is outside
  });

  it('sends an agent with two skills where more is missing', () => {
    const shifts = [by('amy', 'Mon 09:00-12:00'), by('ben', 'Mon 09:00-12:00')];
    expect(at(centre({ phone: 1, web: 1 }), shifts, NINE)).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(at(centre({ phone: 2, web: 0.1 }), shifts, NINE)[0]).toEqual([2, 0]);
  });

  it('keeps work bound to a queue there, and counts nobody without the skill', () => {
    const bound = (shift: Shift, queueId: string) => ({
      ...shift,
      activities: shift.activities.map((one) => ({ ...one, queueId })),
    });
    const shifts = [
      bound(by('ben', 'Mon 09:00-12:00'), 'web'),
      bound(by('amy', 'Mon 09:00-12:00'), 'web'),
      by('cho', 'Mon 09:00-12:00'),
    ];
    expect(at(centre({ phone: 3, web: 0 }), shifts, NINE)).toEqual([
      [0, -3],
      [1, 1],
    ]);
  });

  it('counts a part of a slot as a part', () => {
    const problem = centre({ phone: 1, web: 0 });
    const [first] = coverageOf(problem, { shifts: [by('amy', 'Mon 09:00-12:00 break@09:20+15')] });
    // 09:15 to 09:30 holds 5 minutes of contact work, 09:30 to 09:45 ten.
    expect(first!.scheduledAgents[NINE + 1]).toBeCloseTo(5 / 15, 12);
    expect(first!.scheduledAgents[NINE + 2]).toBeCloseTo(10 / 15, 12);
    expect(first!.scheduledAgents[NINE + 3]).toBe(1);
  });

  it.each([
    ['2025-03-24', 668],
    ['2025-10-20', 676],
  ])('has the slots of a week with a clock change (%s: %i)', (startsOn, count) => {
    const problem = centre({ phone: 1, web: 0 }, { zone: 'Europe/Berlin', startsOn });
    const [phone] = coverageOf(problem, { shifts: [shiftOf('Sun 01:00-05:00', problem)] });
    expect(phone!.grid.count).toBe(count);
    // Four hours by the clock: three in spring, five in autumn.
    expect(phone!.scheduledAgents.reduce((sum, agents) => sum + agents, 0)).toBe(count < 672 ? 12 : 20);
  });

  it('leaves aside what lies outside the horizon', () => {
    const problem = centre({ phone: 0, web: 0 });
    const [phone] = coverageOf(problem, { shifts: [by('amy', 'Sun-1 22:00-01:00'), by('amy', 'Sun 23:00-02:00')] });
    expect(phone!.scheduledAgents.reduce((sum, agents) => sum + agents, 0)).toBe(4 + 4); // an hour at each end
  });
});
