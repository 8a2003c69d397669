import { inAgents, type Short } from './draft.js';

/** Nothing to plan, nobody to plan, nothing that fits. */
export const PLANNING: readonly Short[] = [
  [
    'agents',
    'no agents',
    ['agents: must name at least one agent'],
    (draft) => {
      draft.agents.agents = [];
      draft.agents.timeOff = [];
      draft.agents.preferences = [];
      draft.roster.shifts = [];
      draft.history = 'agent,start,end,activity\n';
    },
  ],
  [
    'agents',
    'no templates',
    ['templates: must hold at least one shift template'],
    (draft) => {
      draft.agents.templates = [];
      draft.agents.contracts[0].templates = [];
      draft.roster.shifts = [];
    },
  ],
  [
    'agents',
    'contract without templates',
    ['contracts[0].templates: must name the templates of 600 minutes a week, for example of agent amy'],
    (draft) => {
      inAgents('contracts[0]', 'weeklyMinutesMin', 600)(draft);
      inAgents('contracts[0]', 'templates', [])(draft);
    },
  ],
  [
    'requirement',
    'queue nobody can serve',
    ['queue (phone) asks for agents, but nobody has its skill (fax)'],
    inAgents('queues[0]', 'skill', 'fax'),
  ],
  [
    'requirement',
    'queue nobody knows',
    ['queue (fax) asks for agents, but nobody has its skill (fax)'],
    (draft) => (draft.requirement += 'fax,2026-11-02T09:00+09:00,2026-11-02T10:00+09:00,1\n'),
  ],
  [
    'requirement',
    'demand of nobody',
    ['asks for nobody in the 7 days from 2026-11-02'],
    (draft) => (draft.requirement = draft.requirement.replaceAll(/,1$/gm, ',0')),
  ],
  [
    'requirement',
    'too many skills',
    ['33 skills must be at most 31'],
    (draft) => {
      for (let i = 0; i < 32; i++) {
        draft.requirement += `q${i},2026-11-02T09:00+09:00,2026-11-02T10:00+09:00,1\n`;
        draft.agents.agents[0].skills.push(`q${i}`);
      }
    },
  ],
  [
    'agents',
    'template off the slots',
    ['templates[0].lengthMinutes: 550 minutes must be a multiple of slotMinutes (15)'],
    inAgents('templates[0]', 'lengthMinutes', 550),
  ],
  [
    'agents',
    'start off the slots',
    ['templates[0].earliestStart: 485 minutes must be a multiple'],
    inAgents('templates[0]', 'earliestStart', '08:05'),
  ],
  [
    'agents',
    'step off the slots',
    ['templates[0].startStepMinutes: 20 minutes must be a multiple'],
    inAgents('templates[0]', 'startStepMinutes', 20),
  ],
  [
    'agents',
    'break off the slots',
    ['templates[0].activities[0].lengthMinutes: 10 minutes must be a multiple'],
    inAgents('templates[0].activities[0]', 'lengthMinutes', 10),
  ],
  [
    'agents',
    'window between two slots',
    ['templates[0].activities[0].latestStartMinutes: no 15-minute slot from 61 to 70'],
    (draft) => {
      inAgents('templates[0].activities[0]', 'earliestStartMinutes', 61)(draft);
      inAgents('templates[0].activities[0]', 'latestStartMinutes', 70)(draft);
    },
  ],
  ['options', 'no weeks', ['--weeks'], (draft) => draft.options.push('--weeks', '0')],
  ['options', 'half a week', ['--weeks'], (draft) => draft.options.push('--weeks', '0.5')],
  ['options', 'years of weeks', ['--weeks'], (draft) => draft.options.push('--weeks', '60')],
  ['options', 'seed that is none', ['--seed'], (draft) => draft.options.push('--seed', 'lucky')],
  ['options', 'zone that is none', ['--zone'], (draft) => draft.options.push('--zone', 'Mars/Olympus')],
  ['options', 'time limit that is none', ['--time-limit'], (draft) => draft.options.push('--time-limit', 'soon')],
  ['options', 'negative steps', ['--iterations'], (draft) => draft.options.push('--iterations', '-5')],
];

/** Tables that are none, or hold what is no number. */
export const TABLES: readonly Short[] = [
  ['requirement', 'empty table', ['the file is empty'], (draft) => (draft.requirement = '')],
  [
    'requirement',
    'no column for the agents',
    ['agents_to_roster: missing column'],
    (draft) => (draft.requirement = draft.requirement.replace('agents_to_roster', 'heads')),
  ],
  [
    'requirement',
    'negative agents',
    ['requirement.csv:2: agents_to_roster'],
    (draft) => (draft.requirement = draft.requirement.replace(',1\n', ',-1\n')),
  ],
  [
    'requirement',
    'agents that are no number',
    ["requirement.csv:2: agents_to_roster: 'NaN'"],
    (draft) => (draft.requirement = draft.requirement.replace(',1\n', ',NaN\n')),
  ],
  [
    'requirement',
    'no agents given',
    ['requirement.csv:2: agents_to_roster'],
    (draft) => (draft.requirement = draft.requirement.replace(',1\n', ',\n')),
  ],
  [
    'requirement',
    'row too short',
    ['requirement.csv:2: 2 fields; expected 4'],
    (draft) => (draft.requirement = draft.requirement.replace(/phone,([^,]+),[^,]+,1/, 'phone,$1')),
  ],
  ['requirement', 'quote never closed', ['not readable as CSV'], (draft) => (draft.requirement += '"phone,2026')],
  [
    'history',
    'no column for the agent',
    ['agent: missing column'],
    (draft) => (draft.history = draft.history.replace('agent,', 'who,')),
  ],
  [
    'history',
    'row without an agent',
    ['history.csv:2: agent: missing value'],
    (draft) => (draft.history = draft.history.replace('amy', '')),
  ],
  [
    'history',
    'end that is no time',
    ["history.csv:2: end: 'late'"],
    (draft) => (draft.history = draft.history.replace('2026-10-30T17:00+09:00', 'late')),
  ],
];
