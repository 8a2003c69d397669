import { inAgents, type Short } from './draft.js';

/** Times that do not exist, exist twice, or are no times. */
export const TIMES: readonly Short[] = [
  [
    'agents',
    'spring hour that does not exist',
    ['timeOff[0].start: 2026-03-29T02:30 does not exist in Europe/Berlin; write it with its offset'],
    (draft) =>
      Object.assign(draft.agents, {
        zone: 'Europe/Berlin',
        timeOff: [{ ...draft.agents.timeOff[0], start: '2026-03-29T02:30' }],
      }),
  ],
  [
    'agents',
    'autumn hour that exists twice',
    ['timeOff[0].end: 2026-10-25T02:30 exists twice in Europe/Berlin; write it with its offset'],
    (draft) =>
      Object.assign(draft.agents, {
        zone: 'Europe/Berlin',
        timeOff: [{ ...draft.agents.timeOff[0], end: '2026-10-25T02:30' }],
      }),
  ],
  [
    'agents',
    '30 February',
    ['timeOff[0].start: ("2026-02-30T00:00+09:00") must be a time'],
    inAgents('timeOff[0]', 'start', '2026-02-30T00:00+09:00'),
  ],
  [
    'agents',
    'hour 25',
    ['timeOff[0].start: ("2026-11-04T25:00+09:00") must be a time'],
    inAgents('timeOff[0]', 'start', '2026-11-04T25:00+09:00'),
  ],
  [
    'agents',
    'offset of a day',
    ['timeOff[0].start: ("2026-11-04T00:00+24:00") must be a time'],
    inAgents('timeOff[0]', 'start', '2026-11-04T00:00+24:00'),
  ],
  [
    'agents',
    'instant as a number',
    ['timeOff[0].end: (1793800000000) must be a time'],
    inAgents('timeOff[0]', 'end', 1_793_800_000_000),
  ],
  [
    'agents',
    'date in another order',
    ['preferences[0].on: ("06.11.2026") must be a date such as 2026-11-02'],
    inAgents('preferences[0]', 'on', '06.11.2026'),
  ],
  [
    'agents',
    'zone of an agent',
    ['agents[0].zone: ("JST+9") must be an IANA time zone'],
    inAgents('agents[0]', 'zone', 'JST+9'),
  ],
  [
    'requirement',
    'interval that ends before it starts',
    ['requirement.csv:2: end: is not after start'],
    (draft) => (draft.requirement = draft.requirement.replace('T09:00+09:00,1', 'T07:00+09:00,1')),
  ],
  [
    'requirement',
    'no time',
    ["requirement.csv:2: start: 'soon'"],
    (draft) => (draft.requirement = draft.requirement.replace(/phone,[^,]+/, 'phone,soon')),
  ],
  [
    'history',
    'history after the first day',
    ['shift of amy at 2026-11-05', 'must start before 2026-11-02', 'cut the history'],
    (draft) => (draft.history += 'amy,2026-11-05T09:00+09:00,2026-11-05T17:00+09:00,contact\n'),
  ],
  [
    'options',
    'first day that is none',
    ['--from', "'2026-11-31' is not a date"],
    (draft) => draft.options.push('--from', '2026-11-31'),
  ],
  [
    'requirement',
    'week without opening',
    ['asks for nobody in the 7 days from 2027-11-01'],
    (draft) => (draft.options.push('--from', '2027-11-01'), (draft.roster.shifts = [])),
  ],
];
