import { addDays, startOfLocalDay } from '@yotei/time';
import type { Agent, Contract } from '../organisation/index.js';
import { withEmployment } from './roster-problem.mapper.js';

const MONDAY = '2026-12-07';
const zone = 'Asia/Tokyo';
const contract = { id: 'c', weeklyMinutesMin: 2400, weeklyMinutesMax: 2400, daysPerWeekMax: 5 } as Contract;
const agent = (id: string, leftOn: string | null, joinsOn: string | null = null) =>
  ({ id, zone, contractId: 'c', joinsOn, leftOn, availability: [], availabilityExceptions: [] }) as unknown as Agent;
const at = (day: number) => startOfLocalDay(addDays(MONDAY, day), zone);
const off = (agentId: string, from: number, until: number) => ({
  ...{ agentId, startAt: at(from), endAt: at(until), paidMinutes: 480, reason: 'annual' },
});

describe('absences of a plan', () => {
  it('hold the days after the last one of who leaves, and leave beyond it once', () => {
    const found = withEmployment({
      ...{ startsOn: MONDAY, weeks: 1, contracts: [contract] },
      agents: [agent('stays', null), agent('leaves', addDays(MONDAY, 2))],
      timeOff: [off('stays', 4, 5), off('leaves', 1, 2), off('leaves', 4, 5)],
    });
    expect(found.map(({ agentId, startAt, paidMinutes }) => [agentId, startAt, paidMinutes])).toEqual([
      ['stays', at(4), 480],
      ['leaves', at(1), 480],
      // Thursday to Sunday: two of five days' minutes.
      ['leaves', at(3), 960],
    ]);
  });

  it('hold the days before the first one of who joins', () => {
    const found = withEmployment({
      ...{ startsOn: MONDAY, weeks: 1, contracts: [contract] },
      agents: [agent('joins', null, addDays(MONDAY, 4))],
      timeOff: [off('joins', 1, 2), off('joins', 5, 6)],
    });
    expect(found.map(({ startAt, endAt, reason }) => [startAt, endAt, reason])).toEqual([
      [at(5), at(6), 'annual'],
      [at(0), at(4), 'before-first-day'],
    ]);
  });
});
