import { inAgents, set, type Short } from './draft.js';

/** References to nothing, and names used twice. */
export const REFERENCES: readonly Short[] = [
  [
    'agents',
    'contract of nobody',
    ['agents[0].contract: contract (part)', 'add it'],
    inAgents('agents[0]', 'contract', 'part'),
  ],
  [
    'agents',
    'template of a contract',
    ['contracts[0].templates: template (night)', 'add it'],
    inAgents('contracts[0]', 'templates', ['day', 'night']),
  ],
  [
    'agents',
    'activity type of a template',
    ['templates[0].activities[0]: activity type (nap)'],
    inAgents('templates[0].activities[0]', 'type', 'nap'),
  ],
  ['agents', 'agent of an absence', ['timeOff[0].agent: agent (zoe)'], inAgents('timeOff[0]', 'agent', 'zoe')],
  ['agents', 'agent of a wish', ['preferences[0].agent: agent (zoe)'], inAgents('preferences[0]', 'agent', 'zoe')],
  ['rules', 'unknown rule', ['rules[0].rule: rule (be-nice)'], set('rules', 'rules[0]', 'rule', 'be-nice')],
  [
    'rules',
    'unknown parameter',
    ['rules[1].parameters.hours: min-rest-between-shifts has no such parameter; it has: restMinutes'],
    set('rules', 'rules[1]', 'parameters', { hours: 11 }),
  ],
  [
    'rules',
    'unknown contract of a rule',
    ['rules[0].contracts: contract (part)'],
    set('rules', 'rules[0]', 'contracts', ['part']),
  ],
  ['rules', 'unknown site of a rule', ['rules[0].sites: site (mars)'], set('rules', 'rules[0]', 'sites', ['mars'])],
  ['roster', 'agent of a shift', ['agent (zoe) is not in '], set('roster', 'shifts[0]', 'agent', 'zoe')],
  [
    'roster',
    'activity type of a shift',
    ['activity type (nap)'],
    set('roster', 'shifts[0].activities[1]', 'type', 'nap'),
  ],
  [
    'history',
    'agent of the history',
    ['agent (zoe) must be one of the agents'],
    (draft) => (draft.history = draft.history.replace('amy', 'zoe')),
  ],
  [
    'history',
    'activity of the history',
    ['activity type (nap)'],
    (draft) => (draft.history = draft.history.replace('contact\n', 'nap\n')),
  ],
  ['agents', 'agent twice', ['agents[1]: id (amy) must be used once'], inAgents('agents[1]', 'id', 'amy')],
  [
    'agents',
    'contract twice',
    ['contracts[1]: id (full) must be used once'],
    (draft) => draft.agents.contracts.push({ ...draft.agents.contracts[0] }),
  ],
  [
    'agents',
    'template twice',
    ['templates[1]: id (day) must be used once'],
    (draft) => draft.agents.templates.push({ ...draft.agents.templates[0] }),
  ],
  [
    'agents',
    'activity type twice',
    ['activityTypes[2]: id (lunch) must be used once'],
    inAgents('activityTypes[2]', 'id', 'lunch'),
  ],
  [
    'agents',
    'queue twice',
    ['queues[1].id: (phone) must be used once'],
    (draft) => draft.agents.queues.push({ id: 'phone', skill: 'chat' }),
  ],
  [
    'agents',
    'absence twice',
    ['timeOff[1]: repeats timeOff[0]', 'keep one'],
    (draft) => draft.agents.timeOff.push({ ...draft.agents.timeOff[0] }),
  ],
  ['agents', 'agent without a name', ['agents[0]: id must not be empty'], inAgents('agents[0]', 'id', '')],
  [
    'requirement',
    'interval twice',
    ['requirement.csv:3: start: queue (phone)', 'line 2; keep one'],
    (draft) => (draft.requirement = draft.requirement.replace(/(phone,.*\n)/, '$1$1')),
  ],
];
