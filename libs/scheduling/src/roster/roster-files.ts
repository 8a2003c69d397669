import type { ZoneId } from '@yotei/time';
import type { Fault } from './fault.js';
import { JsonReader } from './json-reader.js';
import { parseJsonText } from './json-text.js';
import { readObjective } from './objective-file.js';
import type { ObjectiveSettings } from './objective-settings.js';
import {
  DEFAULT_WEIGHTS,
  type Activity,
  type ActivityType,
  type Agent,
  type Contract,
  type ObjectiveWeights,
  type Preference,
  type Roster,
  type RuleParameters,
  type RuleSetting,
  type Shift,
  type ShiftTemplate,
  type TimeOff,
} from './roster-problem.js';
import type { Session } from './session.js';
import { readRotation, readSession, readTeamRule } from './team-files.js';
import type { TeamRuleSetting } from './team-rule.js';

/** Which skill a queue needs. */
export interface QueueSkill {
  readonly queueId: string;
  readonly skillId: string;
  /** Prices of this queue, where they are its own. */
  readonly weights?: ObjectiveWeights;
}

/** Content of `agents.json`: who works, under which contracts, in which shifts. */
export interface AgentsFile {
  readonly zone: ZoneId;
  readonly activityTypes: readonly ActivityType[];
  readonly contracts: readonly Contract[];
  readonly templates: readonly ShiftTemplate[];
  readonly agents: readonly Agent[];
  readonly queues: readonly QueueSkill[];
  readonly timeOff: readonly TimeOff[];
  readonly preferences: readonly Preference[];
  readonly sessions?: readonly Session[];
}

/** Content of `rules.json`: rules with levels and parameters, prices of the objective. */
export interface RulesFile {
  readonly rules: readonly RuleSetting[];
  readonly weights: ObjectiveWeights;
  /** 5, 15 or 30; absent = the caller's choice. */
  readonly slotMinutes?: number;
  readonly teamRules?: readonly TeamRuleSetting[];
  readonly objective?: ObjectiveSettings;
}

/** A file read: the whole content, or every fault and nothing. */
export type FileRead<T> =
  { readonly kind: 'read'; readonly content: T } | { readonly kind: 'refused'; readonly faults: readonly Fault[] };

export interface FileOptions {
  /** Zone of times without an offset and of agents that name none. */
  readonly zone: ZoneId;
}

/** Parses JSON text and reads it; a text that is no JSON is one fault. */
export function readFile<T>(text: string, zone: ZoneId, read: (file: JsonReader) => T): FileRead<T> {
  const parsed = parseJsonText(text);
  if (parsed.kind === 'refused') return parsed;
  const faults: Fault[] = [];
  const reader = new JsonReader(parsed.value, '', { faults, zone });
  const content = read(reader);
  return faults.length > 0 ? { kind: 'refused', faults } : { kind: 'read', content };
}

const STANDARD_TYPES: readonly ActivityType[] = [
  { id: 'contact', title: 'Contact work', paid: true, contactWork: true },
  { id: 'break', title: 'Break', paid: true, contactWork: false },
  { id: 'lunch', title: 'Lunch', paid: false, contactWork: false },
  { id: 'training', title: 'Training', paid: true, contactWork: false },
  { id: 'meeting', title: 'Meeting', paid: true, contactWork: false },
];

/** Id and title; without a title the id stands for it. */
function readName(item: JsonReader): { id: string; title: string } {
  const id = item.text('id');
  return { id, title: item.optionalText('title') ?? id };
}

const readActivityType = (item: JsonReader): ActivityType => ({
  ...readName(item),
  paid: item.flag('paid'),
  contactWork: item.flag('contactWork'),
  rest: item.optionalFlag('rest'),
});

const readContract = (item: JsonReader): Contract => ({
  ...readName(item),
  weeklyMinutesMin: item.number('weeklyMinutesMin'),
  weeklyMinutesMax: item.number('weeklyMinutesMax'),
  daysPerWeekMax: item.number('daysPerWeekMax'),
  templateIds: item.texts('templates'),
  rotation: readRotation(item),
});

const readTemplate = (item: JsonReader): ShiftTemplate => ({
  ...readName(item),
  earliestStartMinute: item.minuteOfDay('earliestStart'),
  latestStartMinute: item.minuteOfDay('latestStart'),
  startStepMinutes: item.number('startStepMinutes'),
  lengthMinutes: item.number('lengthMinutes'),
  weekdays: item.numbers('weekdays'),
  activities: item.list('activities', (part) => ({
    activityTypeId: part.text('type'),
    lengthMinutes: part.number('lengthMinutes'),
    earliestStartMinutes: part.number('earliestStartMinutes'),
    latestStartMinutes: part.number('latestStartMinutes'),
    minGapMinutes: part.optionalNumber('minGapMinutes'),
  })),
});

const readAgent =
  (zone: ZoneId) =>
  (item: JsonReader): Agent => {
    const id = item.text('id');
    return { id, name: item.optionalText('name') ?? id, ...readAgentTerms(item, zone) };
  };

function readAgentTerms(item: JsonReader, zone: ZoneId): Omit<Agent, 'id' | 'name'> {
  return {
    zone: item.optionalZone('zone') ?? zone,
    contractId: item.text('contract'),
    skillIds: item.texts('skills'),
    siteId: item.optionalText('site'),
    teamId: item.optionalText('team'),
    seniority: item.optionalChoice('seniority', ['entry', 'senior', 'lead']),
    availability: item.optionalList('availability', (window) => ({
      weekday: window.number('weekday'),
      fromMinute: window.minuteOfDay('from'),
      untilMinute: window.minuteOfDay('until'),
    })),
    availabilityExceptions: item.optionalList('availabilityExceptions', (exception) => ({
      on: exception.date('on'),
      canWork: exception.flag('canWork'),
      fromMinute: exception.minuteOfDay('from'),
      untilMinute: exception.minuteOfDay('until'),
    })),
    rotation: readRotation(item),
    rotationOffsetWeeks: item.optionalNumber('rotationOffsetWeeks'),
    youngUntilOn: item.optionalDate('youngUntilOn'),
  };
}

const readTimeOff = (item: JsonReader): TimeOff => ({
  agentId: item.text('agent'),
  startAt: item.instant('start'),
  endAt: item.instant('end'),
  paidMinutes: item.number('paidMinutes'),
  reason: item.optionalText('reason'),
});

const readPreference = (item: JsonReader): Preference => ({
  agentId: item.text('agent'),
  kind: item.choice('kind', [
    'day-off',
    'day-on',
    'start-between',
    'end-between',
    'template-on',
    'template-off',
    'days-off-together',
  ]),
  on: item.optionalDate('on'),
  templateId: item.optionalText('template'),
  fromMinute: item.optionalMinuteOfDay('from'),
  untilMinute: item.optionalMinuteOfDay('until'),
  weight: item.number('weight'),
  source: item.optionalText('source'),
});

/** Queues with their skills: a queue named twice would need two skills, of which one would be forgotten. */
function readQueues(file: JsonReader): QueueSkill[] {
  const known = new Set<string>();
  return file.list('queues', (item) => {
    const queueId = item.text('id');
    if (known.has(queueId)) item.note('id', `(${queueId}) must be used once; the queue is there already`);
    known.add(queueId);
    const queue = { queueId, skillId: item.text('skill') };
    if (item.raw('skill') === '') item.note('skill', 'must not be empty; name the skill its agents have');
    return item.raw('weights') === undefined ? queue : { ...queue, weights: readWeights(item.object('weights')) };
  });
}

/** Reads `agents.json`. Its form is in docs/cli/roster-format.md; references between its parts are `validateProblem`'s. */
export function parseAgentsFile(text: string, { zone }: FileOptions): FileRead<AgentsFile> {
  return readFile(text, zone, (file) => {
    const own = file.optionalZone('zone') ?? zone;
    file.useZone(own);
    const content = {
      zone: own,
      activityTypes: file.optionalList('activityTypes', readActivityType) ?? STANDARD_TYPES,
      contracts: file.list('contracts', readContract, true),
      templates: file.list('templates', readTemplate, true),
      agents: file.list('agents', readAgent(own), true),
      queues: readQueues(file),
      timeOff: file.list('timeOff', readTimeOff),
      preferences: file.list('preferences', readPreference),
      sessions: file.optionalList('sessions', readSession),
    };
    file.close();
    return content;
  });
}

function readParameters(item: JsonReader): RuleParameters | undefined {
  const value = item.raw('parameters');
  if (value === undefined) return undefined;
  if (typeof value === 'object' && !Array.isArray(value)) return value as RuleParameters;
  item.note('parameters', 'must be an object { … }');
  return undefined;
}

const readSetting = (item: JsonReader): RuleSetting => ({
  ruleId: item.text('rule'),
  level: item.choice('level', ['must', 'prefer']),
  parameters: readParameters(item),
  weight: item.optionalNumber('weight'),
  contractIds: item.optionalTexts('contracts'),
  siteIds: item.optionalTexts('sites'),
});

function readPrices(
  item: JsonReader,
  key: string,
  standard: ObjectiveWeights['underStaffing'],
): ObjectiveWeights['underStaffing'] {
  const [first, second, third, ...more] = item.numbers(key) ?? standard;
  if (third !== undefined && more.length === 0) return [first!, second!, third];
  item.note(key, 'must be three prices: first band, second band, beyond');
  return standard;
}

function readWeights(weights: JsonReader): ObjectiveWeights {
  const prices = {
    underStaffing: readPrices(weights, 'underStaffing', DEFAULT_WEIGHTS.underStaffing),
    overStaffing: readPrices(weights, 'overStaffing', DEFAULT_WEIGHTS.overStaffing),
  };
  weights.close();
  return prices;
}

function readSlotMinutes(file: JsonReader): number | undefined {
  const minutes = file.optionalNumber('slotMinutes');
  if (minutes === undefined || [5, 15, 30].includes(minutes)) return minutes;
  file.note('slotMinutes', `slotMinutes (${minutes}) must be 5, 15 or 30`);
  return undefined;
}

/** Reads `rules.json`. */
export function parseRulesFile(text: string, { zone }: FileOptions): FileRead<RulesFile> {
  return readFile(text, zone, (file) => {
    const content = {
      rules: file.list('rules', readSetting, true),
      weights: readWeights(file.object('weights')),
      slotMinutes: readSlotMinutes(file),
      teamRules: file.optionalList('teamRules', (item) => readTeamRule(item, readParameters(item))),
      objective: readObjective(file),
    };
    file.close();
    return content;
  });
}

const readActivity = (item: JsonReader): Activity => ({
  activityTypeId: item.text('type'),
  queueId: item.optionalText('queue'),
  sessionId: item.optionalText('session'),
  startAt: item.instant('start'),
  endAt: item.instant('end'),
});

const readShift = (item: JsonReader): Shift => ({
  agentId: item.text('agent'),
  startAt: item.instant('start'),
  endAt: item.instant('end'),
  templateId: item.optionalText('template'),
  locked: item.optionalFlag('locked'),
  agreedForm: item.optionalFlag('agreedForm'),
  activities: item.list('activities', readActivity),
});

/** Reads the shifts of `roster.json`, in order of agent, then start. What else the file holds (score, run) is left aside. */
export function parseRosterFile(text: string, { zone }: FileOptions): FileRead<Roster> {
  return readFile(text, zone, (file) => {
    const shifts = file.list('shifts', readShift, true);
    return {
      shifts: shifts.sort((a, b) => (a.agentId < b.agentId ? -1 : a.agentId > b.agentId ? 1 : a.startAt - b.startAt)),
    };
  });
}
