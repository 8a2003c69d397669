import { localDaysGrid } from '@yotei/time';
import { requirementOf, type StaffingPlan } from '../staffing/index.js';
import { lawTogether, requiredHours, requirementLawOf } from './index.js';

const ZONE = 'Asia/Tokyo';
const grid = localDaysGrid('2027-01-04', 7, ZONE, 30);

/** A week of one shape: open 8 to 20, mornings high, weekends low. */
function forecastOf(contactsAtPeak: number, handleSeconds: number) {
  const contacts = Float64Array.from({ length: grid.count }, (_, index) => {
    const [day, half] = [Math.floor(index / 48), index % 48];
    if (half < 16 || half >= 40) return Number.NaN;
    return contactsAtPeak * (0.6 + 0.4 * Math.cos((half - 21) / 6)) * (day > 4 ? 0.4 : 1);
  });
  return { grid, zone: ZONE, contacts, averageHandleSeconds: new Float64Array(grid.count).fill(handleSeconds) };
}

function exact(plan: StaffingPlan, contactsAtPeak: number, handleSeconds: number) {
  const forecast = forecastOf(contactsAtPeak, handleSeconds);
  const { summary } = requirementOf(plan, forecast);
  const workload = forecast.contacts.reduce((sum, value) => sum + (value || 0), 0) * (handleSeconds / 3600);
  return { workloadHours: workload, requiredHours: summary.weeks[0]!.agentHoursRequired };
}

describe('hours that a week of handling asks for', () => {
  const goal = { serviceLevelFraction: 0.8, answerWithinSeconds: 20 };
  const plans: [string, StaffingPlan, number][] = [
    ['Erlang C', { modelId: 'erlang-c', goal }, 300],
    ['Erlang A', { modelId: 'erlang-a', goal, patienceSeconds: 180 }, 240],
  ];

  it.each(plans)('follow %s interval by interval within 2.5 %% from half to twice the contacts', (_, plan, handle) => {
    const law = requirementLawOf([30, 60, 120].map((contacts) => exact(plan, contacts, handle)));
    for (const contacts of [35, 42, 50, 72, 84, 100]) {
      const week = exact(plan, contacts, handle);
      const told = requiredHours(week.workloadHours, { ...law, maxOccupancyFraction: 1 });
      expect(Math.abs(told / week.requiredHours - 1)).toBeLessThan(0.025);
    }
    // The occupancy of one known week, carried over to another, is off by several times that.
    const [known, less] = [exact(plan, 60, handle), exact(plan, 35, handle)];
    const straight = (less.workloadHours * known.requiredHours) / known.workloadHours;
    expect(Math.abs(straight / less.requiredHours - 1)).toBeGreaterThan(0.05);
  });

  it('are those of the occupancy where that is the tighter limit, and none without handling', () => {
    const law = { rootHours: 1, baseHours: 0, maxOccupancyFraction: 0.8 };
    expect(requiredHours(100, law)).toBeCloseTo(125, 9); // 110 would do for the goal
    expect(requiredHours(0, { ...law, baseHours: 9 })).toBe(0);
    expect(requirementLawOf([])).toEqual({ rootHours: 0, baseHours: 0 });
    expect(requirementLawOf([{ workloadHours: 100, requiredHours: 130 }])).toEqual({ rootHours: 3, baseHours: 0 });
  });

  it('of two queues worked apart add up', () => {
    const law = lawTogether([
      { workloadHours: 100, rootHours: 2, baseHours: 5 },
      { workloadHours: 400, rootHours: 3, baseHours: 0 },
    ]);
    // 2 x 10 + 5 + 3 x 20 = 85 above the 500
    expect(requiredHours(500, { ...law, maxOccupancyFraction: 1 })).toBeCloseTo(585, 9);
  });
});
