import { localDaysGrid } from '@yotei/time';
import {
  evaluateStaffing,
  fullTimeEquivalents,
  requirementOf,
  type StaffingForecast,
  type StaffingPlan,
} from '../index.js';

const zone = 'Europe/Berlin';
const plan: StaffingPlan = {
  modelId: 'erlang-a',
  goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
  patienceSeconds: 300,
  shrinkage: [{ id: 'sickness', fraction: 0.1, planned: false }],
};

/** A fortnight around the clock change of October 2025, open from 8 to 18 by the hours since local midnight. */
function fortnight(rateCv?: number): StaffingForecast {
  const grid = localDaysGrid('2025-10-20', 14, zone, 30);
  const contacts = Array.from({ length: grid.count }, (_, index) => {
    const place = index < 7 * 48 - 48 ? index % 48 : (index + 48 - 2) % 48;
    return place >= 16 && place < 36 ? 60 + 30 * Math.sin(place) : Number.NaN;
  });
  return { grid, zone, contacts, averageHandleSeconds: contacts.map(() => 300), rateCv };
}

describe('the sums of a requirement', () => {
  const requirement = requirementOf(plan, fortnight(0.15));

  it('hold every local day, that of the clock change among them, and both weeks', () => {
    const { days, weeks } = requirement.summary;
    expect(days.map(({ fromOn }) => fromOn)).toHaveLength(14);
    expect(days[6]).toMatchObject({ fromOn: '2025-10-26', untilOn: '2025-10-27' });
    expect(weeks.map(({ fromOn, untilOn }) => [fromOn, untilOn])).toEqual([
      ['2025-10-20', '2025-10-27'],
      ['2025-10-27', '2025-11-03'],
    ]);
  });

  it('round the hours of a day once, and leave what is in hand after closing as overtime', () => {
    const [day] = requirement.summary.days;
    const toRoster = requirement.agentsToRoster.subarray(0, 48).reduce((sum, agents) => sum + agents, 0) / 2;
    expect(day!.agentHoursToRoster).toBe(toRoster);
    expect(day!.overtimeHours).toBeGreaterThan(0);
    expect(fullTimeEquivalents(5 * day!.agentHoursToRoster, 40)).toBeCloseTo(toRoster / 8, 9);
  });

  it('give a chance by day and week that rises with agents, and says less where less goes together', () => {
    const agents = requirement.requiredAgents;
    const chanceWith = (more: number, withinDay: number) =>
      evaluateStaffing(plan, fortnight(0.15), {
        agents: agents.map((count) => (count > 0 ? count + more : 0)),
        correlation: { withinDay, betweenDays: 0.5 },
      }).summary;
    const usual = chanceWith(0, 0.7);
    expect(usual.days[0]!.chanceToMeet).toBeCloseTo(requirement.summary.days[0]!.chanceToMeet, 12);
    const more = chanceWith(2, 0.7);
    expect(more.days[0]!.chanceToMeet).toBeGreaterThan(usual.days[0]!.chanceToMeet + 0.1);
    expect(more.weeks[1]!.chanceToMeet).toBeGreaterThan(usual.weeks[1]!.chanceToMeet + 0.1);
    // With room to spare, what is common to a day is what can still spoil it.
    expect(chanceWith(2, 0.2).days[0]!.chanceToMeet).toBeGreaterThan(more.days[0]!.chanceToMeet);
  });

  it('know no chance where the spread is not known', () => {
    const unknown = requirementOf(plan, fortnight()).summary;
    expect(unknown.days[0]!.chanceToMeet).toBeNaN();
    expect(unknown.weeks[0]!.expectedServiceLevel).toBeNaN();
    expect(unknown.days[0]!.serviceLevel).toBeGreaterThan(0.8);
  });

  it('is the same whether the spread is given or read from a band without other noise', () => {
    const forecast = fortnight();
    // Bands of counts with a rate cv of 0.15: mean ± 1.2816 x sqrt(mean + (0.15 mean)²).
    const edge = (sign: number) =>
      Array.from(forecast.contacts, (mean) => mean + sign * 1.2815515655446004 * Math.sqrt(mean + (0.15 * mean) ** 2));
    const read = requirementOf(plan, { ...forecast, countQuantiles: { p10: edge(-1), p90: edge(1) } });
    expect(read.rateCv[20]).toBeCloseTo(0.15, 12);
    read.chanceToMeet.forEach((chance, index) => {
      const known = requirement.chanceToMeet[index]!;
      if (Number.isNaN(known)) expect(chance).toBeNaN();
      else expect(chance).toBeCloseTo(known, 9);
    });
  });

  it('refuses scheduled agents that do not fit the grid', () => {
    expect(() => evaluateStaffing(plan, fortnight(), { agents: [1] })).toThrow('agents (1 values) must have one value');
  });
});
