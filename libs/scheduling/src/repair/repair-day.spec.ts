import { HOUR_MILLIS } from '@yotei/time';
import { disturbedDay } from '../../../../tests/kit/repair-case.js';
import { RepairDay } from './repair-day.js';

describe('the rest of a day', () => {
  it('counts a night shift that began before the schedule where it still runs, and moves nothing of it', () => {
    const given = disturbedDay({ seed: 1, day: 0, hour: 2, factors: [1, 1], missing: [], trainings: [], bound: false });
    const { problem, now, untilAt } = given;
    const { id: agentId } = problem.agents[0]!;
    const span = { startAt: now - 4 * HOUR_MILLIS, endAt: now + 3 * HOUR_MILLIS };
    const night = { agentId, ...span, activities: [{ activityTypeId: 'contact', ...span }] };
    const agentHours = (day: RepairDay) =>
      day.present.reduce((sum, queue) => sum + queue.reduce((all, agents) => all + agents, 0), 0) / 4;
    const without = new RepairDay(given);
    const withNight = new RepairDay({ ...given, problem: { ...problem, history: [night] } });
    // From midnight, the first slot there is, to five: five agent-hours of quarters.
    expect(agentHours(withNight) - agentHours(without)).toBeCloseTo(5, 9);
    expect(withNight.shiftsOf(agentId)).toEqual(without.shiftsOf(agentId));
    const gone = { agentId, startAt: now, endAt: untilAt };
    const away = new RepairDay({ ...given, missing: [gone], problem: { ...problem, history: [night] } });
    const withoutAway = new RepairDay({ ...given, missing: [gone] });
    expect(agentHours(away) - agentHours(withoutAway)).toBeCloseTo(2, 9);
  });
});
