import { inAgents, set, type Loose, type RosterFilesDraft, type Short } from './draft.js';

const inRules = (path: string, field: string, value: unknown) => set('rules', path, field, value);

/** A rule of the catalogue with text parameters, switched on beside the others. */
const withRule = (rule: string, parameters: Loose) => (draft: RosterFilesDraft) =>
  void draft.rules.rules.push({ rule, level: 'must', parameters });

const withTeamRule = (change: Loose) => (draft: RosterFilesDraft) => {
  const base = { id: 'seniors', rule: 'minimum-on-duty', level: 'must', who: { seniorities: ['senior'] } };
  draft.rules.teamRules = [{ ...base, ...change }];
};

const withSession = (change: Loose) => (draft: RosterFilesDraft) => {
  const base = { id: 'coaching', type: 'break', lengthMinutes: 30, form: 'alone', who: { agents: ['amy'] } };
  draft.agents.sessions = [{ ...base, ...change }];
};

const withRotation = (change: Loose) => (draft: RosterFilesDraft) =>
  void (draft.agents.contracts[0].rotation = { startsOn: '2026-11-02', weeks: [{ templates: ['day'] }], ...change });

const withObjective = (objective: Loose) => (draft: RosterFilesDraft) => void (draft.rules.objective = objective);

/** Rules across agents, sessions, rotations, the objective and rules with texts. */
export const TEAM: readonly Short[] = [
  [
    'rules',
    'template nobody knows in a rule',
    ['rules[7].parameters.templates: template (night) must be one of the templates'],
    withRule('max-template-count', { templates: 'day, night', count: 2 }),
  ],
  [
    'rules',
    'pairs that are none',
    ['rules[7].parameters.pairs: pairs (day after day) must be pairs such as'],
    withRule('forbidden-succession', { pairs: 'day after day' }),
  ],
  [
    'rules',
    'text parameter as a number',
    ['rules[7].parameters.pairs: pairs (5) must be a text'],
    withRule('forbidden-succession', { pairs: 5 }),
  ],
  [
    'rules',
    'more weekends than a year has',
    ['rules[7].parameters.weekends: weekends (99) must be 0 to 53'],
    withRule('max-weekends', { weekends: 99 }),
  ],
  ['rules', 'rule across agents nobody knows', ['teamRules[0].rule: '], withTeamRule({ rule: 'harmony' })],
  ['rules', 'rule across agents without a name', ['teamRules[0].id: is missing'], withTeamRule({ id: undefined })],
  [
    'rules',
    'rule across agents of another level',
    ['teamRules[0].level: ("should") must be must or prefer'],
    withTeamRule({ level: 'should' }),
  ],
  [
    'rules',
    'seniority nobody has',
    ['teamRules[0].who.seniorities: boss must be entry, senior or lead'],
    withTeamRule({ who: { seniorities: ['boss'] } }),
  ],
  [
    'rules',
    'agents of a team nobody is in',
    ['teamRules[0].who.teams: blue must be one of'],
    withTeamRule({ who: { teams: ['blue'] } }),
  ],
  [
    'rules',
    'field of a selector',
    ['teamRules[0].who.colour: is not known here'],
    withTeamRule({ who: { colour: 'blue' } }),
  ],
  [
    'rules',
    'window that ends before it starts',
    ['teamRules[0].until: time (480) must be after the start (720)'],
    withTeamRule({ from: '12:00', until: '08:00' }),
  ],
  [
    'rules',
    'weekday 9 of a rule across agents',
    ['teamRules[0].weekdays: weekday (9)'],
    withTeamRule({ weekdays: [9] }),
  ],
  [
    'rules',
    'two rules across agents of one name',
    ['teamRules[1].id: id (seniors) must be used once'],
    (draft) => {
      withTeamRule({})(draft);
      draft.rules.teamRules.push({ ...draft.rules.teamRules[0] });
    },
  ],
  ['agents', 'session of an unknown type', ['sessions[0].type: activity type (dance)'], withSession({ type: 'dance' })],
  [
    'agents',
    'session of contact work',
    ['sessions[0].type: activity type (contact) must not be contact work'],
    withSession({ type: 'contact' }),
  ],
  [
    'agents',
    'session off the slots',
    ['sessions[0].lengthMinutes: length (20) must be a multiple of the slot, 15 minutes'],
    withSession({ lengthMinutes: 20 }),
  ],
  [
    'agents',
    'session for nobody',
    ['sessions[0].who: no agent is meant'],
    withSession({ who: { agents: ['amy'], seniorities: ['lead'] } }),
  ],
  [
    'agents',
    'session for a stranger',
    ['sessions[0].who.agents: zoe must be one of'],
    withSession({ who: { agents: ['zoe'] } }),
  ],
  [
    'agents',
    'session of another form',
    ['sessions[0].form: ("online") must be together or alone'],
    withSession({ form: 'online' }),
  ],
  [
    'agents',
    'session for more than there are',
    ['sessions[0].attendees: attendees (5) must not exceed the agents meant (1)'],
    withSession({ attendees: 5 }),
  ],
  [
    'agents',
    'session in a window too short',
    ['sessions[0].until: ', 'must hold the session'],
    withSession({ from: '09:00', until: '09:15' }),
  ],
  ['agents', 'session on a day that is none', ['sessions[0].fromOn: '], withSession({ fromOn: '2026-11-31' })],
  [
    'agents',
    'rotation without weeks',
    ['contracts[0].rotation.weeks: a rotation must have at least one week'],
    withRotation({ weeks: [] }),
  ],
  [
    'agents',
    'rotation that ends before it begins',
    ['contracts[0].rotation.untilOn: date (2026-11-02) must come after the first day'],
    withRotation({ fromOn: '2026-11-09', untilOn: '2026-11-02' }),
  ],
  [
    'agents',
    'rotation of a template nobody knows',
    ['contracts[0].rotation.weeks[0].templates: template (late)'],
    withRotation({ weeks: [{ templates: ['late'] }] }),
  ],
  [
    'agents',
    'rotation that starts on no day',
    ['contracts[0].rotation.startsOn: '],
    withRotation({ startsOn: 'Monday' }),
  ],
  [
    'rules',
    'price of nights below zero',
    ['objective.fairness.weights.night: weight (-2) must be 0 or more'],
    withObjective({ fairness: { weights: { night: -2 } } }),
  ],
  [
    'rules',
    'kind of unsocial work',
    ['objective.fairness.weights.mondays: is not known here'],
    withObjective({ fairness: { weights: { mondays: 2 } } }),
  ],
  [
    'rules',
    'memory of two years',
    ['objective.fairness.memoryWeeks: weeks (104)'],
    withObjective({ fairness: { memoryWeeks: 104, weights: {} } }),
  ],
  [
    'rules',
    'wellbeing term nobody knows',
    ['objective.wellbeing[0]'],
    withObjective({ wellbeing: [{ term: 'naps', weight: 1 }] }),
  ],
  [
    'rules',
    'pay without an exchange rate',
    ['objective.money.unitsPerCurrency: is missing'],
    withObjective({ money: { hourly: [] } }),
  ],
  [
    'rules',
    'negative pay',
    ['objective.money.hourly[0].perHour: pay (-3) must be 0 or more'],
    withObjective({ money: { unitsPerCurrency: 1, hourly: [{ perHour: -3 }] } }),
  ],
  [
    'agents',
    'wish for a template nobody knows',
    ['preferences[0].template: template (night)'],
    inAgents('preferences', '0', { agent: 'amy', kind: 'template-on', on: '2026-11-03', template: 'night', weight: 2 }),
  ],
  [
    'agents',
    'prices of a queue that fall',
    ['queues', 'must not fall'],
    inAgents('queues[0]', 'weights', { underStaffing: [9, 5, 1] }),
  ],
  ['rules', 'parameters as a list', ['rules[0].parameters: must be an object'], inRules('rules[0]', 'parameters', [1])],
];
