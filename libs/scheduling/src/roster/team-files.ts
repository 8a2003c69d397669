import type { AgentSelector } from './agent-selector.js';
import { optionalClockOf } from './clock-text.js';
import type { JsonReader } from './json-reader.js';
import type { Agent, Contract, RuleParameters } from './roster-problem.js';
import type { Rotation } from './rotation.js';
import type { Session } from './session.js';
import type { TeamRuleSetting } from './team-rule.js';

/** Selectors, rotations, rules across agents and sessions, as `agents.json` and `rules.json` write them. */

const readSelector = (item: JsonReader): AgentSelector => {
  const selector = {
    agentIds: item.optionalTexts('agents'),
    teamIds: item.optionalTexts('teams'),
    siteIds: item.optionalTexts('sites'),
    contractIds: item.optionalTexts('contracts'),
    seniorities: item.optionalTexts('seniorities') as AgentSelector['seniorities'],
    skillIds: item.optionalTexts('skills'),
  };
  item.close();
  return selector;
};

const writeSelector = (selector: AgentSelector) => ({
  agents: selector.agentIds,
  teams: selector.teamIds,
  sites: selector.siteIds,
  contracts: selector.contractIds,
  seniorities: selector.seniorities,
  skills: selector.skillIds,
});

const optionalSelector = (item: JsonReader, key: string): AgentSelector | undefined =>
  item.raw(key) === undefined ? undefined : readSelector(item.object(key));

/** A rotation of a contract or an agent; undefined where the object has none. */
export function readRotation(item: JsonReader): Rotation | undefined {
  if (item.raw('rotation') === undefined) return undefined;
  const rotation = item.object('rotation');
  const read = {
    startsOn: rotation.text('startsOn'),
    fromOn: rotation.optionalText('fromOn'),
    untilOn: rotation.optionalText('untilOn'),
    weeks: rotation.list(
      'weeks',
      (week) => ({ templateIds: week.optionalTexts('templates'), daysOff: week.numbers('daysOff') }),
      true,
    ),
  };
  rotation.close();
  return read;
}

/** A contract's or an agent's rotation in the form of the file. */
export function writeRotation({ rotation }: Pick<Contract | Agent, 'rotation'>): object | undefined {
  return (
    rotation && {
      startsOn: rotation.startsOn,
      fromOn: rotation.fromOn,
      untilOn: rotation.untilOn,
      weeks: rotation.weeks.map(({ templateIds, daysOff }) => ({ templates: templateIds, daysOff })),
    }
  );
}

/** One entry of `teamRules`; parameters are handed on as they are. */
export function readTeamRule(item: JsonReader, parameters: RuleParameters | undefined): TeamRuleSetting {
  return {
    id: item.text('id'),
    title: item.optionalText('title'),
    ruleId: item.text('rule'),
    level: item.choice('level', ['must', 'prefer']),
    parameters,
    weight: item.optionalNumber('weight'),
    who: readSelector(item.object('who')),
    partners: optionalSelector(item, 'partners'),
    weekdays: item.numbers('weekdays'),
    fromMinute: item.optionalMinuteOfDay('from'),
    untilMinute: item.optionalMinuteOfDay('until'),
  };
}

export function writeTeamRule({ ruleId, who, partners, fromMinute, untilMinute, ...setting }: TeamRuleSetting): object {
  return {
    ...setting,
    rule: ruleId,
    who: writeSelector(who),
    partners: partners && writeSelector(partners),
    from: optionalClockOf(fromMinute),
    until: optionalClockOf(untilMinute),
  };
}

/** One entry of `sessions`. */
export function readSession(item: JsonReader): Session {
  const id = item.text('id');
  return {
    id,
    title: item.optionalText('title') ?? id,
    activityTypeId: item.text('type'),
    lengthMinutes: item.number('lengthMinutes'),
    who: readSelector(item.object('who')),
    form: item.choice('form', ['together', 'alone']),
    attendees: item.optionalNumber('attendees'),
    attendeesAtOnceMax: item.optionalNumber('attendeesAtOnceMax'),
    attendeesAtOnceMin: item.optionalNumber('attendeesAtOnceMin'),
    times: item.optionalNumber('times'),
    period: item.optionalChoice('period', ['horizon', 'week', 'day']),
    sameTime: item.optionalFlag('sameTime'),
    fromOn: item.optionalText('fromOn'),
    untilOn: item.optionalText('untilOn'),
    weekdays: item.numbers('weekdays'),
    fromMinute: item.optionalMinuteOfDay('from'),
    untilMinute: item.optionalMinuteOfDay('until'),
  };
}

export function writeSession({ activityTypeId, who, fromMinute, untilMinute, ...session }: Session): object {
  return {
    ...session,
    type: activityTypeId,
    who: writeSelector(who),
    from: optionalClockOf(fromMinute),
    until: optionalClockOf(untilMinute),
  };
}
