import { addDays, intervalStart, isLocalDate } from '@yotei/time';
import { gridCalendar, ShrinkageClock } from '../../staffing/index.js';
import { changeFault, eitherFaults, fractionFaults, numberFaults, queueScopeFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { touches } from '../changed-queues.js';
import type { AwayHours, ScenarioBase, ScenarioQueue } from '../scenario-base.js';
import type { AbsenceChange } from '../scenario-change.js';
import { agentsText, fractionText, inWords } from '../words/amount-words.js';
import { skillTitle, whenText, queueTitle, listText } from '../words/scope-words.js';

/** Contact hours of a person's day where nothing is known of contracts: eight paid hours less breaks and meetings. */
export const CONTACT_HOURS_PER_DAY = 6.5;
const DAYS_PER_WEEK = 5;

const queuesOf = (change: AbsenceChange, { queues }: ScenarioBase): readonly ScenarioQueue[] =>
  queues.filter(
    (queue) => touches(change, queue) && (change.skillId === undefined || queue.skillId === change.skillId),
  );

/** Share of the first queue's paid time of a day that goes to planned causes. */
function plannedShare(queue: ScenarioQueue, index: number): number {
  const { grid, zone } = queue.forecast;
  const startAt = intervalStart(grid, index);
  const [all, unplanned] = [
    new ShrinkageClock(queue.plan.shrinkage ?? [], zone, 'all'),
    new ShrinkageClock(queue.plan.shrinkage ?? [], zone),
  ].map((clock) => clock.fractionAt(startAt, 24 * 60));
  return 1 - (1 - all!) / (1 - unplanned!);
}

/** Contact hours one person's day is worth: paid hours of the contracts less paid breaks and planned causes. */
function contactHours(change: AbsenceChange, base: ScenarioBase, index: number): number {
  if (change.contactHoursPerDay !== undefined) return change.contactHoursPerDay;
  const [queue] = queuesOf(change, base);
  const skills = new Set(queuesOf(change, base).map(({ skillId }) => skillId));
  const groups = base.people?.headcountBySkill.filter(({ skillId, agents }) => skills.has(skillId) && agents > 0) ?? [];
  const heads = groups.reduce((sum, { agents }) => sum + agents, 0);
  if (!queue || heads === 0) return CONTACT_HOURS_PER_DAY;
  const weekly = groups.reduce((sum, { agents, paidHoursPerWeek }) => sum + agents * paidHoursPerWeek, 0) / heads;
  const { paidBreakFraction, daysPerWeek = DAYS_PER_WEEK } = base.people!;
  return (weekly / daysPerWeek) * (1 - paidBreakFraction) * (1 - plannedShare(queue, index));
}

const endOf = ({ fromOn, untilOn }: AbsenceChange): string => untilOn ?? addDays(fromOn, 1);

/**
 * People away, still paid. So many of them take their contact hours from what works that day, in its own shape, because
 * nobody knows which shifts they had; a share takes that share.
 */
export const absenceChange: ChangeKind<AbsenceChange> = {
  kind: 'absence',
  title: { en: 'Absence', ja: '欠勤' },
  faults: (change, base) => {
    const faults = [
      ...queueScopeFaults(change, base),
      ...eitherFaults(['agents', 'fraction'], [change.agents, change.fraction]),
      ...(change.agents === undefined ? [] : numberFaults('agents', change.agents, { min: 0, max: 100_000 })),
      ...(change.fraction === undefined ? [] : fractionFaults('fraction', change.fraction)),
      ...(change.contactHoursPerDay === undefined
        ? []
        : numberFaults('contactHoursPerDay', change.contactHoursPerDay, { min: 0, max: 24 })),
    ];
    for (const [path, on] of [
      ['fromOn', change.fromOn],
      ['untilOn', change.untilOn ?? change.fromOn],
    ] as const)
      if (!isLocalDate(on))
        faults.push(
          changeFault(path, 'The date must be written as 2026-11-23', '日付は2026-11-23の形で入力してください'),
        );
    if (queuesOf(change, base).length === 0)
      faults.push(
        changeFault('skillId', 'No queue of the scenario needs this skill', 'このスキルを使うキューがありません'),
      );
    if (faults.length > 0) return faults;
    const { days } = gridCalendar(base.grid, base.zone);
    return days.some(({ fromOn }) => fromOn >= change.fromOn && fromOn < endOf(change))
      ? []
      : [
          changeFault(
            'fromOn',
            `The date (${change.fromOn}) lies outside the period`,
            `日付(${change.fromOn})は対象期間の外です`,
          ),
        ];
  },
  apply: (change, base) => {
    const queueIds = queuesOf(change, base).map(({ id }) => id);
    const { days } = gridCalendar(base.grid, base.zone);
    const away = days
      .filter(({ fromOn }) => fromOn >= change.fromOn && fromOn < endOf(change))
      .map<AwayHours>(({ from, until }) => ({
        queueIds,
        from,
        until,
        ...(change.agents === undefined
          ? { fraction: change.fraction }
          : { agentHours: change.agents * contactHours(change, base, from) }),
      }));
    return { ...base, away: [...(base.away ?? []), ...away] };
  },
  words: (change, base, language) => {
    const count =
      change.agents === undefined ? fractionText(change.fraction ?? 0, language) : agentsText(change.agents, language);
    const who =
      change.skillId !== undefined
        ? skillTitle(base, change.skillId)
        : change.queueIds
          ? listText(
              change.queueIds.map((id) => queueTitle(base, id)),
              language,
            )
          : inWords(language, 'everybody', '全員');
    const when = whenText({ fromOn: change.fromOn, untilOn: endOf(change) }, language);
    return inWords(language, `${count} away (${who}; ${when})`, `${count}欠勤（${who}、${when}）`);
  },
};
