import { addDays, startOfLocalDay } from '@yotei/time';
import fc from 'fast-check';
import { amy, dayTemplate, MONDAY, openContract, problemOf } from '../../../../tests/kit/roster-builder.js';
import { evaluateRoster } from '../evaluation/index.js';
import { optimiseRoster } from '../optimiser/index.js';
import { defaultRuleSettings } from '../rules/index.js';
import { outsideEmployment } from './employment.js';
import { coverageGrid } from './horizon.js';

const contract = { ...openContract, weeklyMinutesMin: 2400, weeklyMinutesMax: 2400, daysPerWeekMax: 5 };

describe('the days after an agent’s last one', () => {
  it('leave the hours of the days that remain, and none of the weeks after', () => {
    const leaving = (day: number) =>
      outsideEmployment({ ...amy, lastOn: addDays(MONDAY, day) }, contract, { startsOn: MONDAY, weeks: 2 });
    // Wednesday: three of five days, 1,440 of 2,400 minutes, are still worked.
    expect(leaving(2).map(({ paidMinutes }) => paidMinutes)).toEqual([960, 2400]);
    expect(leaving(2)[0]!.startAt).toBe(startOfLocalDay(addDays(MONDAY, 3), amy.zone));
    expect(leaving(6).map(({ paidMinutes }) => paidMinutes)).toEqual([2400]);
    expect(leaving(13)).toEqual([]);
    expect(leaving(-1).map(({ paidMinutes }) => paidMinutes)).toEqual([2400, 2400]);
  });

  it('count only days the agent can work on', () => {
    const availability = [3, 4, 5, 6].map((weekday) => ({ weekday, fromMinute: 480, untilMinute: 1320 }));
    const [absence] = outsideEmployment({ ...amy, availability, lastOn: addDays(MONDAY, 3) }, contract, {
      startsOn: MONDAY,
      weeks: 1,
    });
    // Wednesday and Thursday of Wednesday to Saturday.
    expect(absence!.paidMinutes).toBe(1200);
  });

  it('are credited as the days before the first one are', () => {
    const joining = (day: number) =>
      outsideEmployment({ ...amy, firstOn: addDays(MONDAY, day) }, contract, { startsOn: MONDAY, weeks: 2 });
    expect(joining(0)).toEqual([]);
    // From Friday on three days are left, of five: 960 minutes are not asked for.
    expect(joining(4)).toEqual([
      {
        agentId: amy.id,
        startAt: startOfLocalDay(MONDAY, amy.zone),
        endAt: startOfLocalDay(addDays(MONDAY, 4), amy.zone),
        paidMinutes: 960,
        reason: 'before-first-day',
      },
    ]);
    expect(joining(14).map(({ paidMinutes }) => paidMinutes)).toEqual([2400, 2400]);
  });

  it('and those before the first one share the credit of a week that holds both', () => {
    const there = { firstOn: addDays(MONDAY, 2), lastOn: addDays(MONDAY, 3) };
    const found = outsideEmployment({ ...amy, ...there }, contract, { startsOn: MONDAY, weeks: 1 });
    // Two of five days are worked: 1,440 minutes are credited, for two days before and three after.
    expect(found.map(({ reason, paidMinutes }) => [reason, paidMinutes])).toEqual([
      ['before-first-day', 576],
      ['after-last-day', 864],
    ]);
  });

  it('are planned round: no shift after the last day, the week’s hours kept', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1, max: 6 }), fc.constantFrom('Asia/Tokyo', 'Europe/Berlin'), (day, zone) => {
        const leftOn = addDays(MONDAY, day);
        const people = [0, 1].map((i) => ({ ...amy, zone, id: `a${i}` }));
        const base = problemOf({
          zone,
          agents: people,
          contracts: [contract],
          templates: [dayTemplate],
          rules: defaultRuleSettings(),
        });
        const grid = coverageGrid(base);
        const agentsToRoster = Array.from({ length: grid.count }, () => 2);
        const problem = {
          ...base,
          demand: [{ queueId: 'voice', skillId: 'voice', grid, agentsToRoster }],
          timeOff: outsideEmployment({ ...people[0]!, lastOn: leftOn }, contract, base),
        };
        const planned = optimiseRoster(problem, { seed: 1, iterationLimit: 10, nowMillis: () => 0 });
        if (planned.kind !== 'roster') throw new Error(planned.kind);
        const { roster } = planned;
        expect(evaluateRoster(problem, roster).breaches.filter(({ level }) => level === 'must')).toEqual([]);
        const own = roster.shifts.filter(({ agentId }) => agentId === 'a0');
        expect(own.every(({ endAt }) => endAt <= startOfLocalDay(addDays(leftOn, 1), zone))).toBe(true);
        // Shifts of eight paid hours on the days that remain, five at most.
        expect(own).toHaveLength(Math.min(5, day + 1));
      }),
      { numRuns: 8 },
    );
  });
});
