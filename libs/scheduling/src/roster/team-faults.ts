import { isLocalDate } from '@yotei/time';
import { selectAgents, type AgentSelector } from './agent-selector.js';
import type { RosterProblem } from './roster-problem.js';
import type { Rotation } from './rotation.js';
import type { Session } from './session.js';
import type { TeamRuleSetting } from './team-rule.js';

type Report = (path: string, message: string) => void;

const isWhole = (value: number, min: number, max: number): boolean =>
  Number.isInteger(value) && value >= min && value <= max;

const SENIORITIES: readonly string[] = ['entry', 'senior', 'lead'];

/** Faults of rotations, rules across agents (apart from their catalogue's parameters) and sessions. */
export function reportTeamFaults(problem: RosterProblem, report: Report): void {
  problem.contracts.forEach(({ rotation }, i) => {
    if (rotation) reportRotation(problem, rotation, at(report, `contracts[${i}].rotation`));
  });
  problem.agents.forEach(({ rotation, rotationOffsetWeeks: offset = 0 }, i) => {
    if (rotation) reportRotation(problem, rotation, at(report, `agents[${i}].rotation`));
    if (!isWhole(offset, -520, 520))
      report(`agents[${i}].rotationOffsetWeeks`, `weeks (${offset}) must be a whole number from -520 to 520`);
  });
  problem.teamRules?.forEach((setting, i) => reportTeamRule(problem, setting, at(report, `teamRules[${i}]`)));
  problem.sessions?.forEach((session, i) => reportSession(problem, session, at(report, `sessions[${i}]`)));
  for (const list of ['teamRules', 'sessions'] as const) {
    const ids = (problem[list] ?? []).map(({ id }) => id);
    ids.forEach((id, i) => {
      if (id === '') report(`${list}[${i}].id`, 'id must not be empty');
      else if (ids.indexOf(id) < i) report(`${list}[${i}].id`, `id (${id}) must be used once; give it another`);
    });
  }
}

const at =
  (report: Report, prefix: string): Report =>
  (path, message) =>
    report(path ? `${prefix}.${path}` : prefix, message);

function reportRotation(problem: RosterProblem, rotation: Rotation, report: Report): void {
  for (const key of ['startsOn', 'fromOn', 'untilOn'] as const) {
    const on = rotation[key];
    if (on !== undefined && !isLocalDate(on)) report(key, `date (${on}) must be YYYY-MM-DD`);
  }
  if (rotation.fromOn && rotation.untilOn && rotation.untilOn <= rotation.fromOn)
    report('untilOn', `date (${rotation.untilOn}) must come after the first day (${rotation.fromOn})`);
  if (rotation.weeks.length === 0) report('weeks', 'a rotation must have at least one week');
  const known = new Set(problem.templates.map(({ id }) => id));
  rotation.weeks.forEach(({ templateIds = [], daysOff = [] }, i) => {
    for (const id of templateIds)
      if (!known.has(id)) report(`weeks[${i}].templateIds`, `template (${id}) must be one of the templates`);
    reportWeekdays(daysOff, at(report, `weeks[${i}].daysOff`));
  });
}

function reportWeekdays(weekdays: readonly number[] | undefined, report: Report): void {
  for (const weekday of weekdays ?? [])
    if (!isWhole(weekday, 1, 7)) report('', `weekday (${weekday}) must be 1 (Monday) to 7`);
}

function reportWindow(span: { fromMinute?: number; untilMinute?: number }, report: Report): void {
  const { fromMinute = 0, untilMinute = 1440 } = span;
  if (!isWhole(fromMinute, 0, 1439)) report('fromMinute', `time (${fromMinute}) must be 00:00 to 23:59`);
  if (!(untilMinute > fromMinute && untilMinute <= 2880))
    report('untilMinute', `time (${untilMinute}) must be after the start (${fromMinute}), 48:00 at most`);
}

/** Names nobody has: a selector that can mean no one is a slip of the pen. */
function reportSelector(problem: RosterProblem, selector: AgentSelector, report: Report): void {
  const unknown = (part: string, ids: readonly string[] | undefined, known: readonly (string | undefined)[]) => {
    for (const id of ids ?? []) if (!known.includes(id)) report(part, `${id} must be one of the agents' ${part}`);
  };
  const { agents } = problem;
  unknown(
    'agentIds',
    selector.agentIds,
    agents.map(({ id }) => id),
  );
  unknown(
    'teamIds',
    selector.teamIds,
    agents.map(({ teamId }) => teamId),
  );
  unknown(
    'siteIds',
    selector.siteIds,
    agents.map(({ siteId }) => siteId),
  );
  unknown(
    'contractIds',
    selector.contractIds,
    problem.contracts.map(({ id }) => id),
  );
  unknown(
    'skillIds',
    selector.skillIds,
    agents.flatMap(({ skillIds }) => skillIds),
  );
  for (const seniority of selector.seniorities ?? [])
    if (!SENIORITIES.includes(seniority)) report('seniorities', `${seniority} must be entry, senior or lead`);
}

function reportTeamRule(problem: RosterProblem, setting: TeamRuleSetting, report: Report): void {
  if (setting.level !== 'must' && setting.level !== 'prefer')
    report('level', `level (${String(setting.level)}) must be must or prefer`);
  if (setting.weight !== undefined && !(setting.weight >= 0))
    report('weight', `weight (${setting.weight}) must be 0 or more`);
  reportSelector(problem, setting.who, at(report, 'who'));
  if (setting.partners) reportSelector(problem, setting.partners, at(report, 'partners'));
  reportWeekdays(setting.weekdays, at(report, 'weekdays'));
  reportWindow(setting, report);
}

function reportSession(problem: RosterProblem, session: Session, report: Report): void {
  const type = problem.activityTypes.find(({ id }) => id === session.activityTypeId);
  if (!type)
    report('activityTypeId', `activity type (${session.activityTypeId}) must be one of the activity types; add it`);
  else if (type.contactWork)
    report('activityTypeId', `activity type (${type.id}) must not be contact work; use for example training`);
  const {
    lengthMinutes,
    attendees = 1,
    attendeesAtOnceMin: min = 1,
    attendeesAtOnceMax: max = min,
    times = 1,
  } = session;
  if (!(isWhole(lengthMinutes, problem.slotMinutes, 1440) && lengthMinutes % problem.slotMinutes === 0))
    report('lengthMinutes', `length (${lengthMinutes}) must be a multiple of the slot, ${problem.slotMinutes} minutes`);
  if (!isWhole(attendees, 1, 100_000))
    report('attendees', `attendees (${attendees}) must be a whole number, 1 or more`);
  if (!isWhole(min, 1, 100_000)) report('attendeesAtOnceMin', `least (${min}) must be a whole number, 1 or more`);
  if (!(isWhole(max, 1, 100_000) && max >= min))
    report('attendeesAtOnceMax', `most (${max}) must be a whole number, not below the least (${min})`);
  if (!isWhole(times, 1, 31)) report('times', `times (${times}) must be a whole number from 1 to 31`);
  reportSelector(problem, session.who, at(report, 'who'));
  const meant = selectAgents(session.who, problem.agents).length;
  if (meant === 0) report('who', 'no agent is meant; name agents, teams, sites, skills or seniorities they have');
  else if (attendees > meant)
    report('attendees', `attendees (${attendees}) must not exceed the agents meant (${meant})`);
  for (const key of ['fromOn', 'untilOn'] as const) {
    const on = session[key];
    if (on !== undefined && !isLocalDate(on)) report(key, `date (${on}) must be YYYY-MM-DD`);
  }
  reportWeekdays(session.weekdays, at(report, 'weekdays'));
  reportWindow(session, report);
  const window = (session.untilMinute ?? 1440) - (session.fromMinute ?? 0);
  if (window < lengthMinutes)
    report('untilMinute', `a window of ${window} minutes must hold the session's ${lengthMinutes}; widen it`);
}
