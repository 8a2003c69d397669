import type { LocalDate } from '@yotei/time';
import type { RuleParameters } from '../roster/index.js';

/**
 * How binding a parameter is. `hard`: the law forbids it. `duty`: an effort the law asks for. `policy`: announced, local or
 * widely followed. `guideline`: advice of an authority. `pay`: allowed, and costs a premium.
 */
export type LawLevel = 'hard' | 'duty' | 'policy' | 'guideline' | 'pay';

export interface BothLanguages {
  readonly en: string;
  readonly ja: string;
}

/** Where a value comes from: the article as people cite it, and the page it was read on (key of `LAW_SOURCES`). */
export interface LawSource {
  readonly article: string;
  readonly key: string;
}

export type LawUnit = 'minutes' | 'hours' | 'days' | 'count' | 'percent';

/** One value of a law from a date on, with the rule of the catalogue that checks it. */
export interface LawParameter {
  /** Permanent, such as `jp.break`: shown in breaches and reports, and stored. */
  readonly id: string;
  readonly level: LawLevel;
  /** First day on which the value holds, and the first on which it no longer does. */
  readonly from: LocalDate;
  readonly until?: LocalDate;
  /** Rule and parameters that check it in a roster; absent: a roster cannot tell, it is only told. */
  readonly rule?: { readonly ruleId: string; readonly parameters: RuleParameters };
  /** The values as people say them; for parameters with a rule, the same in its units. */
  readonly values: readonly { readonly value: number; readonly unit: LawUnit }[];
  /** Agreements of which all must be held for it to apply, and of which none may be. */
  readonly when?: readonly string[];
  readonly unless?: readonly string[];
  readonly source: LawSource;
  /** `yes`: read on the page named. `believed`: known to us, but not read on a page we could cite; check before relying on it. */
  readonly certain: 'yes' | 'believed';
  readonly title: BothLanguages;
  /** For the people it protects: plain and kind. */
  readonly text: BothLanguages;
}

/** Something agreed at the workplace that changes which parameters apply, such as Japan's overtime agreement. */
export interface LawAgreement {
  readonly id: string;
  readonly title: BothLanguages;
  readonly text: BothLanguages;
}

/** The law of one country or state, as data. Not legal advice: see docs/methods/law-packs.md. */
export interface LawPack {
  /** Permanent: a site stores it. */
  readonly id: string;
  readonly title: BothLanguages;
  /** Day on which the values were last looked at. */
  readonly checkedOn: LocalDate;
  readonly agreements: readonly LawAgreement[];
  readonly parameters: readonly LawParameter[];
}

/** What a site has chosen. */
export interface LawChoice {
  readonly packId: string;
  /** First day on which the site's rosters are judged by it. */
  readonly fromOn: LocalDate;
  readonly agreements: readonly string[];
}
