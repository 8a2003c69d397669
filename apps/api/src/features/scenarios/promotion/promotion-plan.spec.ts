import { applyLayers } from '@yotei/forecast/edits';
import { applyScenario, type ScenarioBase, type ScenarioChange } from '@yotei/scheduling/scenarios';
import { addDays, localDaysGrid, startOfLocalDay } from '@yotei/time';
import { promotionPlan, type ChosenPeople } from './promotion-plan.js';

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
const queueOf = new Map([
  ['tokyo', { zone: ZONE, intervalMinutes: 30 }],
  ['dublin', { zone: 'Europe/Dublin', intervalMinutes: 30 }],
]);
const plan = (changes: readonly ScenarioChange[], chosen: readonly ChosenPeople[] = []) =>
  promotionPlan(base, changes, { mayEditCosts: false, queueOf, chosen });

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

  it('hours of the day are a pattern of the queue’s own clock, and values where its clock is another', () => {
    const evening = { kind: 'volume', factor: 2, weekdays: [1], fromMinute: 1080 } as const;
    const { layers, lines } = plan([evening]);
    expect(lines).toMatchObject([{ promoted: true, demand: [{ queueId: 'tokyo' }, { queueId: 'dublin' }] }]);
    expect(layers.get('tokyo')).toMatchObject([
      { operation: 'percent', value: 100, pattern: { weekdays: [1], fromMinute: 1080, untilMinute: 1440 } },
    ]);
    // Monday from 18:00 to midnight in Tokyo: twelve half-hours.
    const startAt = startOfLocalDay(MONDAY, ZONE) + 18 * 3_600_000;
    expect(layers.get('dublin')).toEqual([
      {
        ...{ measure: 'contacts', operation: 'values', stepMinutes: 30, pattern: null, values: Array(12).fill(20) },
        ...{ startAt, endAt: startAt + 6 * 3_600_000 },
      },
    ]);
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

  it.each([
    ['a mix', { kind: 'mix', fromQueueId: 'tokyo', toQueueId: 'dublin', fraction: 0.3 }],
    ['a bot', { kind: 'deflection', deflectedFraction: 0.2, queueIds: ['tokyo'] }],
    ['a bot of which some come back', { kind: 'deflection', deflectedFraction: 0.2, returningFraction: 0.3 }],
    ['a bot in the evening', { kind: 'deflection', deflectedFraction: 0.2, fromMinute: 1080, queueIds: ['tokyo'] }],
    ['repeat contacts', { kind: 'repeat-contacts', repeatFraction: 0.1 }],
    [
      'other hours',
      { kind: 'opening-hours', workedHours: [{ fromMinute: 540, untilMinute: 1080 }], contactsOutside: 'move' },
    ],
  ] satisfies readonly (readonly [string, ScenarioChange])[])(
    '%s after growth: the edits make of the forecast exactly that of the scenario',
    (_, change) => {
      const changes: ScenarioChange[] = [{ kind: 'volume', factor: 1.1 }, change];
      const { layers, lines } = plan(changes);
      expect(lines.map(({ promoted }) => promoted)).toEqual([true, true]);
      const wanted = applyScenario(base, changes);
      if (wanted.kind !== 'applied') throw new Error('the changes must be sound');
      wanted.base.queues.forEach(({ id, forecast }, place) => {
        const { grid: on, contacts, averageHandleSeconds } = base.queues[place]!.forecast;
        const edited = applyLayers(
          {
            grid: on,
            contacts: Float64Array.from(contacts),
            averageHandleSeconds: Float64Array.from(averageHandleSeconds),
          },
          layers.get(id) ?? [],
          queueOf.get(id)!.zone,
        );
        edited.contacts.forEach((count, index) => expect(count).toBeCloseTo(forecast.contacts[index]!, 5));
        edited.averageHandleSeconds.forEach((seconds, index) => {
          if (forecast.contacts[index]! > 0) expect(seconds).toBeCloseTo(forecast.averageHandleSeconds[index]!, 4);
        });
      });
    },
  );

  it('says a bot in percent, which stays right when the forecast is made anew', () => {
    const { layers } = plan([
      { kind: 'deflection', deflectedFraction: 0.2, deflectedHandleFactor: 0.8, queueIds: ['tokyo'] },
    ]);
    // A fifth goes; what stays takes (1 - 0.2 x 0.8) / 0.8 = 1.05 times as long.
    expect(layers.get('tokyo')).toMatchObject([
      { measure: 'contacts', operation: 'percent', value: -20 },
      { measure: 'handle_seconds', operation: 'percent', value: 5 },
    ]);
  });

  it('opening hours become worked hours of the queue', () => {
    const workedHours = [{ weekdays: [1, 2, 3, 4, 5], fromMinute: 540, untilMinute: 1080 }];
    const { settings, lines } = plan([{ kind: 'opening-hours', queueIds: ['tokyo'], workedHours }]);
    expect(lines).toMatchObject([{ promoted: true }]);
    expect(settings.get('tokyo')!.workedHours).toEqual(workedHours);
  });

  it('an absence waits for somebody to say who, and becomes their time off', () => {
    const two: ScenarioChange = { kind: 'absence', fromOn: MONDAY, agents: 2 };
    expect(plan([two]).lines).toMatchObject([{ promoted: false, absent: { agents: 2 } }]);
    const { absences, lines } = plan([two], [{ index: 0, agentIds: ['a', 'b'], kind: 'sick' }]);
    expect(lines).toMatchObject([{ promoted: true }]);
    expect(absences).toEqual([{ agentIds: ['a', 'b'], kind: 'sick', fromOn: MONDAY, untilOn: addDays(MONDAY, 1) }]);
  });
});
