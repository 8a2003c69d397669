import type { ScenarioBase, ScenarioChange } from '@yotei/scheduling/scenarios';
import { addDays, localDaysGrid, startOfLocalDay } from '@yotei/time';
import { promotionPlan } from './promotion-plan.js';

const ZONE = 'Asia/Tokyo';
const MONDAY = '2026-11-23';
const grid = localDaysGrid(MONDAY, 7, ZONE, 30);
const queue = (id: string, zone = ZONE) => ({
  ...{ id, title: id, channel: 'voice', skillId: null, agents: null },
  forecast: {
    ...{ grid, zone },
    contacts: new Float64Array(grid.count).fill(10),
    averageHandleSeconds: new Float64Array(grid.count).fill(300),
  },
  plan: { modelId: 'erlang-c', goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 } },
});
const base: ScenarioBase = {
  grid,
  zone: ZONE,
  queues: [queue('tokyo'), queue('dublin', 'Europe/Dublin')],
  people: null,
  costs: null,
};
const zoneOf = new Map([
  ['tokyo', ZONE],
  ['dublin', 'Europe/Dublin'],
]);
const plan = (changes: readonly ScenarioChange[]) => promotionPlan(base, changes, { mayEditCosts: false, zoneOf });

describe('what of a scenario becomes the plan', () => {
  it('volume and handle time become layers of each queue over the dates asked for', () => {
    const { layers, lines } = plan([
      { kind: 'volume', factor: 1.2, fromOn: addDays(MONDAY, 1), untilOn: addDays(MONDAY, 3) },
      { kind: 'handle-time', factor: 0.9, addSeconds: 30, queueIds: ['tokyo'] },
    ]);
    expect(lines.every(({ promoted }) => promoted)).toBe(true);
    const dates = { startAt: startOfLocalDay('2026-11-24', ZONE), endAt: startOfLocalDay('2026-11-26', ZONE) };
    expect(layers.get('dublin')).toEqual([
      { measure: 'contacts', operation: 'percent', value: 20, pattern: null, ...dates },
    ]);
    expect(layers.get('tokyo')).toMatchObject([
      { measure: 'contacts', value: 20 },
      { measure: 'handle_seconds', operation: 'percent', value: -10 },
      { measure: 'handle_seconds', operation: 'add', value: 30 },
    ]);
  });

  it('hours of the day are not written to a queue of another clock', () => {
    const evening = { kind: 'volume', factor: 2, weekdays: [1], fromMinute: 1080 } as const;
    expect(plan([evening]).lines).toMatchObject([{ promoted: false }]);
    const { layers } = plan([{ ...evening, queueIds: ['tokyo'] }]);
    expect(layers.get('tokyo')).toMatchObject([{ pattern: { weekdays: [1], fromMinute: 1080, untilMinute: 1440 } }]);
  });

  it('goals are saved once a queue, and everything else says why not', () => {
    const { settings, lines, costs } = plan([
      { kind: 'goal', queueIds: ['tokyo'], goal: { serviceLevelFraction: 0.9 } },
      { kind: 'occupancy-cap', queueIds: ['tokyo'], maxOccupancyFraction: 0.85 },
      { kind: 'absence', fromOn: MONDAY, agents: 2 },
    ]);
    expect([...settings.keys()]).toEqual(['tokyo']);
    expect(settings.get('tokyo')!.goal).toMatchObject({ serviceLevelFraction: 0.9, maxOccupancyFraction: 0.85 });
    expect(lines.map(({ promoted }) => promoted)).toEqual([true, true, false]);
    expect(lines[2]!.text.en).not.toBe('');
    expect(costs).toBeNull();
  });
});
