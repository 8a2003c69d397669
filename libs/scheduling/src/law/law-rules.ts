import type { LocalDate } from '@yotei/time';
import type { RuleSetting } from '../roster/index.js';
import { findRule } from '../rules/index.js';
import { findLawPack } from './catalogue.js';
import type { LawChoice, LawLevel, LawPack, LawParameter } from './law-pack.js';
import { compareStrictness } from './strictness.js';

/** Parameters of the pack that hold on the day under the agreements, in the pack's order. */
export function parametersInForce(
  pack: LawPack,
  { on, agreements }: { readonly on: LocalDate; readonly agreements: readonly string[] },
): LawParameter[] {
  return pack.parameters.filter(({ from, until, when = [], unless = [] }) => {
    const isNow = from <= on && (until === undefined || on < until);
    return isNow && when.every((id) => agreements.includes(id)) && !unless.some((id) => agreements.includes(id));
  });
}

/** Cost of one unit beyond what is only asked for. A duty weighs five times as much as advice. */
const PREFER_WEIGHTS = { minutes: 0.02, days: 10, count: 10 } as const;
const DUTY_TIMES = 5;

function weightOf(ruleId: string, level: LawLevel): number {
  return PREFER_WEIGHTS[findRule(ruleId)!.amountUnit] * (level === 'duty' ? DUTY_TIMES : 1);
}

/** The setting that checks a parameter at a site; null for what is only told or only paid. */
export function settingOf(parameter: LawParameter, siteIds?: readonly string[]): RuleSetting | null {
  const { rule, level, id, source } = parameter;
  if (!rule || level === 'pay') return null;
  return {
    ...rule,
    level: level === 'hard' ? 'must' : 'prefer',
    ...(level !== 'hard' && { weight: weightOf(rule.ruleId, level) }),
    ...(siteIds && { siteIds }),
    source: `${id}: ${source.article}`,
  };
}

/**
 * The rules that a site's choice of law adds to those of the centre on a day: none before its first day. Throws for a pack
 * the program does not know.
 */
export function lawRuleSettings(
  choice: LawChoice,
  of: { readonly on: LocalDate; readonly siteId: string },
): RuleSetting[] {
  if (of.on < choice.fromOn) return [];
  const pack = findLawPack(choice.packId);
  if (!pack) throw new Error(`packId (${choice.packId}) must be a law pack; see LAW_PACKS for the ids`);
  return parametersInForce(pack, { on: of.on, agreements: choice.agreements }).flatMap(
    (parameter) => settingOf(parameter, [of.siteId]) ?? [],
  );
}

const coversAll = (own: RuleSetting, law: RuleSetting): boolean =>
  own.contractIds === undefined && (law.siteIds ?? []).every((id) => own.siteIds?.includes(id) ?? true);

/** Whether a rule of the centre already asks everybody at the site for as much as the law. */
function isCovered(law: RuleSetting, own: readonly RuleSetting[]): boolean {
  return own.some(
    (setting) =>
      setting.ruleId === law.ruleId &&
      (setting.level === 'must' || law.level === 'prefer') &&
      coversAll(setting, law) &&
      compareStrictness(law.ruleId, setting.parameters, law.parameters).kind === 'as-strict',
  );
}

/** The centre's own rules and the law's, where the own ones do not ask for as much already. */
export function withLaw(own: readonly RuleSetting[], law: readonly RuleSetting[]): RuleSetting[] {
  return [...own, ...law.filter((setting) => !isCovered(setting, own))];
}

/** What a must rule of the centre asks for less than the law does for people it covers. */
export interface LaxerThanLaw {
  /** Parameter of the law, such as `eu.daily_rest: 2003/88/EC art. 3`. */
  readonly source: string;
  readonly key: string;
  readonly own: number;
  readonly law: number;
}

/**
 * Where a rule of the centre, about to be stored as a must, would promise less than the law of a site it covers: a contract
 * may only be stricter. Empty when it may be stored.
 */
export function laxerThanLaw(own: RuleSetting, law: readonly RuleSetting[]): LaxerThanLaw[] {
  if (own.level !== 'must') return [];
  return law.flatMap((setting) => {
    const meets = own.siteIds === undefined || (setting.siteIds ?? []).some((id) => own.siteIds!.includes(id));
    if (setting.level !== 'must' || setting.ruleId !== own.ruleId || !meets) return [];
    const compared = compareStrictness(own.ruleId, own.parameters, setting.parameters);
    if (compared.kind !== 'laxer') return [];
    return compared.parameters.map((parameter) => ({ source: setting.source ?? '', ...parameter }));
  });
}
