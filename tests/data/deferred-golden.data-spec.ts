import { planDeferred, workOff } from '@yotei/scheduling/staffing';
import { describeWithData, sharedRows } from '../kit/shared-data.js';

const numbers = (cell: string | undefined): number[] => cell!.split(' ').map(Number);

describeWithData('queueing-golden', 'deferred work against the reference table', () => {
  const rows = sharedRows('queueing-golden/deferred.csv');

  it.each(rows.map((row) => [row['id']!, row] as const))('%s: least level and the backlog it leaves', (_, row) => {
    const contacts = numbers(row['volumes']);
    const intervalSeconds = Number(row['interval_s']);
    const plan = planDeferred({
      intervalSeconds,
      contacts,
      averageHandleSeconds: contacts.map(() => Number(row['aht_s'])),
      open: numbers(row['open']).map(Boolean),
      promise: { withinHours: (Number(row['deadline_intervals']) * intervalSeconds) / 3600, clock: 'elapsed' },
      end: 'clear',
    });
    const level = Number(row['least_level_agents']);
    expect(Math.abs(plan.levelAgents / level - 1)).toBeLessThan(1e-9);
    expect(Math.ceil(plan.levelAgents - 1e-9)).toBe(Number(row['least_level_agents_int']));
    const capacity = numbers(row['open']).map((open) => open * plan.levelAgents);
    const series = workOff(plan.cohorts, capacity, intervalSeconds);
    numbers(row['edf_backlog_after_each']).forEach((backlog, index) => {
      // The table prints ten digits.
      expect(series.backlogWork[index]).toBeCloseTo(backlog, 7);
    });
    const late = series.judgedContacts.reduce((sum, count, index) => sum + count - series.inTimeContacts[index]!, 0);
    expect(late).toBeCloseTo(Number(row['late_work']), 9);
  });
});
