import { premiumsOfLaw } from '../../costs/index.js';
import { findLawPack, LAW_PACKS, parametersInForce, type LawParameter } from '../../law/index.js';
import { changeFault } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { gridDates, withPeople } from '../people.js';
import type { ScenarioBase, ScenarioPeople } from '../scenario-base.js';
import type { LawPackChange } from '../scenario-change.js';
import { inWords } from '../words/amount-words.js';
import { listText } from '../words/scope-words.js';

const SHIFT_MINUTES = 480;
const HOUR_MINUTES = 60;

const numberOf = (parameter: LawParameter, key: string): number => {
  const value = parameter.rule?.parameters[key];
  return typeof value === 'number' ? value : Number.NaN;
};

/** Minutes of paid pauses in a shift of eight hours that a parameter asks for; 0 where it asks for none. */
function pauseMinutes(parameter: LawParameter): number {
  if (parameter.rule?.ruleId !== 'rest-breaks-by-hours' || parameter.level !== 'hard') return 0;
  return Math.floor(SHIFT_MINUTES / numberOf(parameter, 'everyMinutes')) * numberOf(parameter, 'breakMinutes');
}

/** Advice on the screen: a pause after each run; the law packs hold both halves as two parameters. */
function screenPauseFraction(parameters: readonly LawParameter[]): number {
  const run = parameters.find(({ rule }) => rule?.ruleId === 'max-continuous-contact-minutes');
  const pause = parameters.find(({ rule }) => rule?.ruleId === 'min-pause-minutes');
  if (!run || !pause) return 0;
  const [contact, rest] = [numberOf(run, 'contactMinutes'), numberOf(pause, 'pauseMinutes')];
  return rest / (contact + rest);
}

function inForce(change: LawPackChange, base: Pick<ScenarioBase, 'grid' | 'zone'>): readonly LawParameter[] {
  const pack = findLawPack(change.packId)!;
  return parametersInForce(pack, { on: gridDates(base).fromOn, agreements: change.agreements ?? [] });
}

/** Share of the paid time that goes to paid pauses the pack asks for, in a shift of eight hours. */
function paidBreakFraction(change: LawPackChange, parameters: readonly LawParameter[]): number {
  const minutes = parameters.reduce((sum, parameter) => sum + pauseMinutes(parameter), 0);
  return Math.max(minutes / SHIFT_MINUTES, change.countGuidelines ? screenPauseFraction(parameters) : 0);
}

/** Most hours of a week the pack allows on average or at all; Infinity where it sets none. */
function weekCapHours(parameters: readonly LawParameter[]): number {
  const caps = parameters
    .filter(({ level }) => level === 'hard')
    .flatMap((parameter) => {
      if (parameter.rule?.ruleId === 'average-week-minutes')
        return [numberOf(parameter, 'averageMinutes') / HOUR_MINUTES];
      return parameter.rule?.ruleId === 'max-week-minutes' ? [numberOf(parameter, 'maxMinutes') / HOUR_MINUTES] : [];
    });
  return Math.min(Infinity, ...caps.filter((hours) => hours > 0));
}

function peopleUnderLaw(people: ScenarioPeople, change: LawPackChange, parameters: readonly LawParameter[]) {
  const cap = weekCapHours(parameters);
  return {
    ...people,
    paidBreakFraction: paidBreakFraction(change, parameters),
    headcountBySkill: people.headcountBySkill.map((group) =>
      group.paidHoursPerWeek > cap ? { ...group, paidHoursPerWeek: cap } : group,
    ),
  };
}

/**
 * The law of another country as far as it changes a sum: paid pauses (those a law asks for, and with `countGuidelines`
 * those it advises) turn paid time into less contact time; contract hours above the most hours of a week are cut to it;
 * premiums a pack prescribes take the place of those with a law's name on them, holidays keeping their dates. Rest
 * between shifts, days off, nights and young people need a roster and are not in it.
 */
export const lawPackChange: ChangeKind<LawPackChange> = {
  kind: 'law-pack',
  title: { en: 'Law pack', ja: '法令パック' },
  faults: (change) =>
    findLawPack(change.packId)
      ? []
      : [
          changeFault(
            'packId',
            `The law pack (${change.packId}) must be one of ${LAW_PACKS.map(({ id }) => id).join(', ')}`,
            `法令パック(${change.packId})は${LAW_PACKS.map(({ id }) => id).join('、')}のいずれかです`,
          ),
        ],
  apply: (change, base) => {
    const parameters = inForce(change, base);
    const changed = base.people ? withPeople(base, peopleUnderLaw(base.people, change, parameters)) : base;
    if (!base.costs) return { ...changed, lawPackId: change.packId };
    const own = base.costs.premiums.filter(({ source }) => source === undefined);
    const holidays = base.costs.premiums.flatMap((premium) => (premium.kind === 'holiday' ? premium.dates : []));
    const law = premiumsOfLaw(change.packId, {
      on: gridDates(base).fromOn,
      agreements: change.agreements,
      holidays: [...new Set(holidays)],
    });
    return { ...changed, lawPackId: change.packId, costs: { ...base.costs, premiums: [...own, ...law] } };
  },
  words: (change, _base, language) => {
    const pack = findLawPack(change.packId);
    const title = pack?.title[language] ?? change.packId;
    const agreements = (change.agreements ?? []).map(
      (id) => pack?.agreements.find((agreement) => agreement.id === id)?.title[language] ?? id,
    );
    const agreed =
      agreements.length === 0
        ? ''
        : inWords(language, ` with ${listText(agreements, language)}`, `（${listText(agreements, language)}）`);
    const advice = change.countGuidelines ? inWords(language, ', advised pauses kept', '、推奨される休止も確保') : '';
    return inWords(language, `Law of ${title}`, `${title}の法令`) + agreed + advice;
  },
};
