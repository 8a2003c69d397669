import type { Contract, RosterProblem, RuleSetting, Session, TeamRuleSetting } from '@yotei/scheduling/roster';
import type { RowParameters } from './roster-oracle-rows.js';

/** Templates every one of these centres has: what few shifts may be of, and what may not follow it. */
const [RARE, COMMON] = ['6h', '8h'];

/** Limits over rows and periods that a small centre can keep; what is not asked is out of reach. */
export function mixedRows({ weeks }: RosterProblem): RowParameters {
  return {
    minDays: 1,
    minDaysOff: 1,
    nights: 3,
    weekends: Math.max(1, weeks - 1),
    weekendWeeks: 0,
    minMinutes: 0,
    maxMinutes: 2400 * weeks,
    calendarMonths: 0,
    periodWeeks: 0,
    templateCount: 3 * weeks,
    countWeeks: 0,
    templates: [RARE],
    pairs: [[RARE, COMMON]],
    maxDaysOff: 14,
    startDistance: 0,
    weekendsInRow: 12,
    leastOff: 0,
    mostOff: 7 * weeks,
    offWeeks: 0,
    dayBound: [0, 1440],
    weekBound: [0, 10_080],
  };
}

function longRules(rows: RowParameters): RuleSetting[] {
  const must = (ruleId: string, parameters: RuleSetting['parameters']): RuleSetting => ({
    ruleId,
    level: 'must',
    parameters,
  });
  return [
    must('max-consecutive-nights', { nights: rows.nights }),
    must('max-weekends', { weekends: rows.weekends, periodWeeks: rows.weekendWeeks }),
    must('period-paid-minutes', { maxMinutes: rows.maxMinutes, periodWeeks: rows.periodWeeks }),
    must('max-template-count', { templates: RARE, count: rows.templateCount, periodWeeks: rows.countWeeks }),
    must('forbidden-succession', { pairs: `${RARE} > ${COMMON}` }),
    { ruleId: 'min-consecutive-days-off', level: 'prefer', weight: 3, parameters: { days: 2 } },
  ];
}

function teamRules({ agents, demand }: RosterProblem): TeamRuleSetting[] {
  const skillIds = [demand[0]!.skillId];
  const ids = agents.map(({ id }) => id);
  const level = agents.length >= 6 ? 'must' : 'prefer';
  if (agents.length < 2) return [];
  return [
    {
      id: 'midday',
      ruleId: 'minimum-on-duty',
      level,
      weight: 2,
      who: { skillIds },
      weekdays: [2, 3],
      fromMinute: 690,
      untilMinute: 750,
    },
    { id: 'apart', ruleId: 'exclusion', level, weight: 5, who: { agentIds: ids.slice(0, 2) }, weekdays: [7] },
    { id: 'away', ruleId: 'maximum-off', level: 'prefer', weight: 4, parameters: { agents: 3 }, who: {} },
    {
      id: 'beside',
      ruleId: 'pairing',
      level: 'prefer',
      weight: 0.05,
      who: { agentIds: ids.slice(0, 1) },
      partners: { agentIds: ids.slice(1) },
    },
  ];
}

/** A daily huddle at the same time, and an hour of training for everybody alone. */
const SESSIONS: readonly Session[] = [
  {
    id: 'huddle',
    title: 'Huddle',
    activityTypeId: 'meeting',
    lengthMinutes: 30,
    form: 'together',
    who: {},
    attendeesAtOnceMax: 4,
    period: 'day',
    sameTime: true,
    fromMinute: 600,
    untilMinute: 960,
  },
  {
    id: 'course',
    title: 'Course',
    activityTypeId: 'training',
    lengthMinutes: 60,
    form: 'alone',
    who: {},
    attendeesAtOnceMax: 2,
    period: 'horizon',
    weekdays: [1, 2, 3, 4, 5],
  },
];

/** Sundays off in every second week; odd agents are one week further on. Who needs Sundays for their days has a cycle without. */
export const ROTATION_DAY_OFF = 7;
const rotating = (startsOn: string) => (contract: Contract) => ({
  ...contract,
  rotation: { startsOn, weeks: [{}, { daysOff: [ROTATION_DAY_OFF] }] },
});

const needsSundays = ({ agents, contracts }: RosterProblem, place: number): boolean => {
  const { availability, contractId } = agents[place]!;
  const other = new Set(availability?.map(({ weekday }) => weekday).filter((weekday) => weekday !== ROTATION_DAY_OFF));
  const { daysPerWeekMax } = contracts.find(({ id }) => id === contractId)!;
  return availability !== undefined && other.size <= daysPerWeekMax;
};

/** The problem with rules across agents, rules over rows and periods, sessions and a rotation, all at once. */
export function withMixedRules(problem: RosterProblem): RosterProblem {
  const extra = ['meeting', 'training'].filter((id) => !problem.activityTypes.some((type) => type.id === id));
  return {
    ...problem,
    activityTypes: [
      ...problem.activityTypes,
      ...extra.map((id) => ({ id, title: id, paid: true, contactWork: false })),
    ],
    contracts: problem.contracts.map(rotating(problem.startsOn)),
    agents: problem.agents.map((agent, i) => ({
      ...agent,
      rotationOffsetWeeks: i % 2,
      ...(needsSundays(problem, i) && { rotation: { startsOn: problem.startsOn, weeks: [{}] } }),
    })),
    rules: [...problem.rules, ...longRules(mixedRows(problem))],
    teamRules: teamRules(problem),
    sessions: SESSIONS,
  };
}
