import type { Roster } from '@yotei/scheduling/roster';
import { compactRoster, packedBest } from './best-roster.js';

const MINUTE = 60_000;
const startAt = 1_000 * MINUTE;
const at = (minute: number) => startAt + minute * MINUTE;

const roster: Roster = {
  shifts: [
    {
      agentId: 'ben',
      templateId: 'day',
      startAt: at(540),
      endAt: at(600),
      activities: [
        { activityTypeId: 'contact', startAt: at(540), endAt: at(585) },
        { activityTypeId: 'break', startAt: at(585), endAt: at(600) },
      ],
    },
    {
      agentId: 'amy',
      startAt: at(-60),
      endAt: at(0),
      activities: [{ activityTypeId: 'contact', startAt: at(-60), endAt: at(0) }],
    },
  ],
};
const keys = { agentIds: ['amy', 'ben'], templateIds: ['day'], activityTypeIds: ['break', 'contact'] };

describe('a roster kept in few bytes', () => {
  it('comes back as the board reads shifts', () => {
    expect(packedBest([compactRoster(roster, startAt)], keys)).toMatchObject({
      agentIndex: [1, 0],
      startMinute: [540, -60],
      lengthMinutes: [60, 60],
      templateIndex: [0, -1],
      activityOffset: [0, 2, 3],
      activityType: [1, 0, 1],
      activityStartMinute: [540, 585, -60],
      activityLengthMinutes: [45, 15, 60],
    });
  });

  it('joins rosters of parts, each shift under a name of its own', () => {
    const [ben, amy] = roster.shifts.map((shift) => compactRoster({ shifts: [shift] }, startAt));
    const { ids, agentIndex, activityOffset } = packedBest([ben!, amy!], keys);
    expect(agentIndex).toEqual([1, 0]);
    expect(new Set(ids).size).toBe(2);
    expect(activityOffset).toEqual([0, 2, 3]);
  });
});
