import { addDays, startOfLocalDay, type LocalDate } from '@yotei/time';
import { demoWeekProblem } from '../../../../tests/kit/demo-week.js';
import { rosterInstance } from '../../../../tests/kit/roster-instances.js';
import { evaluateRoster } from '../evaluation/index.js';
import { optimiseRoster } from '../optimiser/index.js';
import type { RosterProblem, RuleSetting, Shift } from '../roster/index.js';
import { findRule } from '../rules/index.js';
import { LAW_PACKS, lawRuleSettings, type LawPack } from '../law/index.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

const WEEKS = 2;
const FIRST_MONDAY = '2026-11-02';
const STEPS = 300;

/** Contracts of a law that does not allow them without an agreement are planned with the pack's agreements. */
const choices = (pack: LawPack) => [[], pack.agreements.map(({ id }) => id)];

export interface LawScene {
  readonly name: string;
  readonly weekOf: (startsOn: LocalDate) => RosterProblem;
}

/** Each week is made once: the demo's is forecast from its history. */
function scene(name: string, make: (startsOn: LocalDate) => RosterProblem): LawScene {
  const made = new Map<LocalDate, RosterProblem>();
  return {
    name,
    weekOf: (startsOn) => {
      const problem = made.get(startsOn) ?? make(startsOn);
      made.set(startsOn, problem);
      return problem;
    },
  };
}

export const LAW_SCENES: readonly LawScene[] = [
  scene('100 agents', (startsOn) => rosterInstance({ agents: 100, seed: 1, startsOn })),
  scene('demo centre', (startsOn) => demoWeekProblem('2026-10-28', startsOn)),
];

/** Own rules that ask for another country's rest and breaks are left out: the law stands alone. */
const OWN_LAW = new Set(['min-rest-between-shifts', 'break-by-work-length', 'weekly-rest-day']);

function under(problem: RosterProblem, law: readonly RuleSetting[]): RosterProblem {
  // Everybody under one law, whatever the site.
  const anywhere = law.map(({ siteIds: _site, ...setting }): RuleSetting => setting);
  return { ...problem, rules: [...problem.rules.filter(({ ruleId }) => !OWN_LAW.has(ruleId)), ...anywhere] };
}

/** What the weeks, planned one after another, break of the law's hard limits: by rule; null: no roster at all. */
export function lawBreaches(
  { weekOf }: LawScene,
  pack: LawPack,
  agreements: readonly string[],
): ReadonlyMap<string, number> | null {
  const found = new Map<string, number>();
  let history: readonly Shift[] = [];
  let people: RosterProblem['agents'] = [];
  for (let week = 0; week < WEEKS; week++) {
    const startsOn = addDays(FIRST_MONDAY, 7 * week);
    const law = lawRuleSettings({ packId: pack.id, fromOn: '2020-01-01', agreements }, { on: startsOn, siteId: 'all' });
    const drawn = weekOf(startsOn);
    const historyFromAt = startOfLocalDay(addDays(FIRST_MONDAY, -28), drawn.zone);
    const problem = under(
      week === 0 ? { ...drawn, historyFromAt } : { ...drawn, agents: people, timeOff: [], history, historyFromAt },
      law,
    );
    const result = optimiseRoster(problem, { seed: 1, iterationLimit: STEPS, nowMillis: () => 0 });
    if (result.kind !== 'roster') return null;
    for (const { level, ruleId } of evaluateRoster(problem, result.roster).breaches)
      if (level === 'must') found.set(ruleId, (found.get(ruleId) ?? 0) + 1);
    history = [...problem.history, ...result.roster.shifts].sort((a, b) => a.startAt - b.startAt);
    people = problem.agents;
  }
  return found;
}

/** Generated weeks under each law pack: hard limits broken, by rule. */
export function bench(): BenchRow[] {
  return LAW_SCENES.flatMap((scene) =>
    LAW_PACKS.flatMap((pack): BenchRow[] => {
      const [strict, agreed] = choices(pack);
      const bare = lawBreaches(scene, pack, strict!);
      const breaches = bare ?? lawBreaches(scene, pack, agreed!);
      const name = `${scene.name}, ${pack.id}${bare ? '' : ' with its agreements'}, ${WEEKS} weeks`;
      if (!breaches) return [{ name: `${name}: no roster`, value: Number.NaN, unit: '' }];
      const all = [...breaches.values()].reduce((sum, count) => sum + count, 0);
      const rules = [...breaches].map(([ruleId, count]) => `${findRule(ruleId)!.title.en} ${count}`).join(', ');
      return [{ name: `${name}: hard limits broken${rules ? ` (${rules})` : ''}`, value: all, unit: 'in all' }];
    }),
  );
}
