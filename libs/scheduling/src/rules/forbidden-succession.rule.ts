import { dateOfEpochDay, startOfLocalDay } from '@yotei/time';
import type { RuleParameters, Shift } from '../roster/index.js';
import {
  breachOf,
  firstDayOf,
  historyMissing,
  isKnownSince,
  judged,
  pairsOf,
  shiftsByDay,
  textOf,
} from './rule-parts.js';
import type { AgentView, Breach, DayTracker, RuleTextSpec, WorkRule } from './work-rule.js';

const pairs: RuleTextSpec = {
  key: 'pairs',
  title: 'Template > template not allowed on the next day',
  form: 'template-pairs',
};

const hasTemplate = (shifts: readonly Shift[], templateId: string) =>
  shifts.find((shift) => shift.templateId === templateId);

const forbiddenPairs = (p: RuleParameters) => pairsOf(textOf(pairs, p)).flatMap((pair) => (pair ? [pair] : []));

/**
 * Remembers what yesterday's template forbids. Templates that forbid the same and are forbidden after the same are one
 * symbol; 0 are those no pair speaks of, and state 0 forbids nothing.
 */
function successionTracker(view: AgentView, p: RuleParameters): DayTracker {
  const forbidden = forbiddenPairs(p);
  const rolesOf = (templateId: string | undefined) => {
    const forbids = forbidden.filter((pair) => pair[0] === templateId).map((pair) => pair[1]);
    const after = forbidden.filter((pair) => pair[1] === templateId).map((pair) => pair[0]);
    return JSON.stringify([[...new Set(forbids)].sort(), [...new Set(after)].sort()]);
  };
  const named = [...new Set(forbidden.flat())];
  const roles = [...new Set([rolesOf(undefined), ...named.map(rolesOf)])];
  const member = roles.map((role) => named.find((id) => rolesOf(id) === role));
  const symbols = new Map(named.map((id) => [id, Math.max(0, roles.indexOf(rolesOf(id)))]));
  const symbolOf = (templateId: string | undefined) => (templateId === undefined ? 0 : (symbols.get(templateId) ?? 0));
  const isForbidden = roles.map((_, first) =>
    roles.map((__, second) => forbidden.some((pair) => pair[0] === member[first] && pair[1] === member[second])),
  );
  const yesterday = shiftsByDay(view, view.shifts).get(firstDayOf(view) - 1) ?? [];
  return {
    initial: Math.max(0, ...yesterday.map((shift) => symbolOf(shift.templateId))),
    symbolOf: (choice) => symbolOf(choice.template.id),
    step: (state, symbol) => (symbol < 0 ? 0 : isForbidden[state]![symbol] ? -1 : symbol),
  };
}

/** Of each pair `first > second`, the second template is not worked on the day after the first. */
export const forbiddenSuccession: WorkRule = {
  id: 'forbidden-succession',
  title: { en: 'Shift kinds that may not follow', ja: '翌日に禁止される勤務の組み合わせ' },
  message: {
    en: '{second} on the day after {first}; the rule forbids it',
    ja: '「{first}」の翌日に「{second}」は認められません',
  },
  source:
    'contract; forward rotation as in EU guidance on night work; shift-scheduling instances of Curtois and Qu 2014',
  amountUnit: 'count',
  parameters: [],
  texts: [pairs],
  defaultLevel: 'must',
  lookBackDays: () => 1,
  evaluate: (view, p, level) => {
    const forbidden = forbiddenPairs(p);
    const byDay = shiftsByDay(view, view.shifts);
    const firstDay = firstDayOf(view);
    const toBreach = breachOf(forbiddenSuccession, view, level);
    const breaches: Breach[] = [];
    for (const [day, shifts] of byDay) {
      if (day < firstDay || shifts[0]!.startAt >= view.horizon.endAt) continue;
      for (const [first, second] of forbidden) {
        const before = hasTemplate(byDay.get(day - 1) ?? [], first);
        const after = hasTemplate(shifts, second);
        if (!before || !after) continue;
        const span = { startAt: before.startAt, endAt: Math.max(before.endAt, after.endAt) };
        breaches.push(toBreach({ at: after.startAt, span, amount: 1, values: { first, second } }));
      }
    }
    const neededFromAt = startOfLocalDay(dateOfEpochDay(firstDay - 1), view.agent.zone);
    const mayFollow = (byDay.get(firstDay) ?? []).some((shift) =>
      forbidden.some((pair) => pair[1] === shift.templateId),
    );
    if (!mayFollow || byDay.has(firstDay - 1) || isKnownSince(view, neededFromAt)) return judged(breaches);
    return { breaches, cannotJudge: [historyMissing(forbiddenSuccession, view, neededFromAt)] };
  },
  tour: { kind: 'tracked', tracker: successionTracker },
  optIn: true,
};
