import type { Activity, Agent, Shift } from '../roster/index.js';
import { rosterGroups } from './index.js';

const HOUR = 3_600_000;
const startAt = Date.UTC(2026, 10, 2);
const activityTypes = [
  { id: 'contact', title: 'Contact', paid: true, contactWork: true },
  { id: 'lunch', title: 'Lunch', paid: false, contactWork: false },
];
const agent = (id: string, ...skillIds: string[]): Agent => ({ id, name: id, zone: 'UTC', contractId: 'c', skillIds });
const activity = (activityTypeId: string, from: number, until: number, queueId?: string): Activity => ({
  activityTypeId,
  queueId,
  startAt: startAt + from * HOUR,
  endAt: startAt + until * HOUR,
});
const shift = (agentId: string, ...activities: Activity[]): Shift => ({
  agentId,
  startAt: activities[0]!.startAt,
  endAt: activities[activities.length - 1]!.endAt,
  activities,
});

describe('agents of a roster as groups of a simulated centre', () => {
  const day = [activity('contact', 9, 12), activity('lunch', 12, 13), activity('contact', 13, 17)];
  const input = {
    startAt,
    activityTypes,
    queueSkills: [{ queueId: 'phone', skillId: 'voice' }],
    queueIds: ['phone', 'mail'],
  };

  it('puts agents of the same queues together and leaves breaks out of their time', () => {
    const groups = rosterGroups({
      ...input,
      roster: { shifts: [shift('amy', ...day), shift('ben', ...day), shift('chi', ...day), shift('dan', ...day)] },
      agents: [agent('amy', 'voice'), agent('ben', 'voice', 'mail'), agent('chi', 'voice'), agent('dan', 'golf')],
    });
    expect(
      groups.map(({ id, skills, members }) => [id, skills.map(({ queueId }) => queueId), members!.length]),
    ).toEqual([
      ['phone', ['phone'], 2],
      ['phone + mail', ['phone', 'mail'], 1],
    ]);
    expect(groups[0]!.members![0]).toEqual([
      { fromSeconds: 9 * 3600, untilSeconds: 12 * 3600, queueIds: undefined, shift: 0 },
      { fromSeconds: 13 * 3600, untilSeconds: 17 * 3600, queueIds: undefined, shift: 0 },
    ]);
  });

  it('keeps work bound to a queue to it, and drops what serves none of the queues', () => {
    const bound = shift(
      'amy',
      activity('contact', 9, 10, 'mail'),
      activity('contact', 10, 11, 'fax'),
      activity('contact', 11, 12),
    );
    const [group] = rosterGroups({ ...input, roster: { shifts: [bound] } });
    expect(group!.members![0]!.map(({ fromSeconds, queueIds }) => [fromSeconds / 3600, queueIds])).toEqual([
      [9, ['mail']],
      [11, undefined],
    ]);
  });
});
