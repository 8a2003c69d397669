import { inAgents, MONDAY, set, type Loose, type RosterFilesDraft, type Short } from './draft.js';

/** Shifts that must stay and contradict each other, the agent or the contract. */
export const LOCKED: readonly Short[] = [
  [
    'roster',
    'locked shifts that overlap',
    ['locked shift of amy at 2026-11-02', '(no-overlapping-shifts); unlock or change it'],
    moreShifts('13:00', 0),
  ],
  ['roster', 'two locked shifts on a day', ['(one-shift-per-day); unlock or change it'], moreShifts('18:00', 0)],
  ['roster', 'locked shifts without rest', ['(min-rest-between-shifts); unlock or change it'], moreShifts('01:00', 1)],
  [
    'roster',
    'locked shift in an absence',
    ['locked shift of ben at 2026-11-04', '(no-work-in-time-off)'],
    (draft) => void draft.roster.shifts.push(shiftOn('2026-11-04', '09:00', 'ben')),
  ],
  [
    'roster',
    'locked shift outside the availability',
    ['locked shift of ben at 2026-11-02', '(within-availability)'],
    (draft) => void draft.roster.shifts.push(shiftOn(MONDAY, '06:00', 'ben')),
  ],
  [
    'roster',
    'locked shifts of more than the contract',
    ['(weekly-paid-minutes); unlock or change it'],
    (draft) => (inAgents('contracts[0]', 'weeklyMinutesMax', 480)(draft), moreShifts('09:00', 1)(draft)),
  ],
  [
    'roster',
    'locked shifts on more days than the contract',
    ['(max-days-per-week); unlock or change it'],
    (draft) => (inAgents('contracts[0]', 'daysPerWeekMax', 1)(draft), moreShifts('09:00', 1)(draft)),
  ],
  [
    'roster',
    'locked shift that ends before it starts',
    ['the end must be after the start'],
    set('roster', 'shifts[0]', 'end', `${MONDAY}T08:00:00+09:00`),
  ],
  [
    'roster',
    'locked shift with a hole',
    ['(activities-tile-shift); unlock or change it'],
    (draft) => void draft.roster.shifts[0].activities.splice(1, 1),
  ],
  [
    'roster',
    'locked shift of a queue without the skill',
    ['(skill-for-queue); unlock or change it'],
    (draft) => {
      draft.agents.queues.push({ id: 'chat', skill: 'typing' });
      draft.agents.agents[1].skills.push('typing');
      draft.roster.shifts[0].activities[0].queue = 'chat';
    },
  ],
  [
    'roster',
    'locked lunch outside its window',
    ['(activity-windows); unlock or change it'],
    (draft) => {
      const [, , , lunch, last] = draft.roster.shifts[0].activities;
      draft.roster.shifts[0].activities[2].end = lunch.start = `${MONDAY}T16:00:00+09:00`;
      lunch.end = last.start = `${MONDAY}T17:00:00+09:00`;
    },
  ],
];

function shiftOn(on: string, start: string, agent = 'amy'): Loose {
  const startAt = Date.parse(`${on}T${start}:00+09:00`);
  const text = (hours: number) => new Date(startAt + hours * 3_600_000).toISOString();
  return {
    agent,
    start: text(0),
    end: text(8),
    template: 'day',
    locked: true,
    activities: [{ type: 'contact', start: text(0), end: text(8) }],
  };
}

/** Another locked shift of Amy's, some days after her first. */
function moreShifts(start: string, days: number): (draft: RosterFilesDraft) => void {
  return (draft) => void draft.roster.shifts.push(shiftOn(`2026-11-0${2 + days}`, start));
}
