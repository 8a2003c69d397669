import type { RuleSetting } from '../roster/index.js';
import { findRule, ruleSettingFaults } from '../rules/index.js';
import { findLawPack, LAW_PACKS } from './catalogue.js';
import { lawChoiceFault } from './check-choice.js';
import { laxerThanLaw, lawRuleSettings, parametersInForce, settingOf, withLaw } from './law-rules.js';
import { LAW_SOURCES } from './sources.js';

const choice = (packId: string, agreements: readonly string[] = []) => ({ packId, fromOn: '2026-10-01', agreements });
const on = '2026-11-02';
const idsOf = (packId: string, agreements: readonly string[] = []) =>
  parametersInForce(findLawPack(packId)!, { on, agreements }).map(({ id }) => id);

describe('the law packs', () => {
  it('cover the countries and name every parameter once', () => {
    expect(LAW_PACKS.map(({ id }) => id)).toEqual(['jp', 'eu', 'gb', 'de', 'fr', 'ie', 'us', 'us-ca']);
    for (const { parameters } of LAW_PACKS) {
      const ids = parameters.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it.each(
    LAW_PACKS.flatMap(({ id, agreements, parameters }) =>
      parameters.map((each) => [id, each.id, each, agreements] as const),
    ),
  )('%s: %s is whole', (_pack, _id, parameter, agreements) => {
    const { rule, source, certain, text, title, level } = parameter;
    if (rule) {
      expect(ruleSettingFaults([{ ruleId: rule.ruleId, level: 'must', parameters: rule.parameters }])).toEqual([]);
      expect(Object.keys(rule.parameters).length).toBeGreaterThan(0);
    }
    expect(LAW_SOURCES[source.key]).toBeDefined();
    // What was not read on a page says so, and what says so was not read.
    if (source.key === 'none') expect(certain).toBe('believed');
    for (const id of [...(parameter.when ?? []), ...(parameter.unless ?? [])])
      expect(agreements.map((each) => each.id)).toContain(id);
    expect(text.en.length).toBeGreaterThan(10);
    expect(/[぀-ヿ一-鿿]/.test(text.ja) && /[぀-ヿ一-鿿]/.test(title.ja)).toBe(true);
    if (level === 'hard' && rule) expect(settingOf(parameter)!.level).toBe('must');
  });

  it('answer what is in force on a day under the agreements held', () => {
    expect(idsOf('jp')).toContain('jp.hours.week');
    expect(idsOf('jp')).not.toContain('jp.ot.base.month');
    expect(idsOf('jp', ['art-36'])).toEqual(expect.arrayContaining(['jp.ot.base.month', 'jp.ot.base.year']));
    expect(idsOf('jp', ['art-36', 'art-36-special'])).toEqual(
      expect.arrayContaining([
        'jp.ot.special.month',
        'jp.ot.special.average',
        'jp.ot.special.year',
        'jp.ot.special.times',
      ]),
    );
    expect(idsOf('jp', ['art-36', 'art-36-special'])).not.toContain('jp.ot.base.month');
    expect(idsOf('eu', ['opt-out'])).not.toContain('eu.week');
    const before = parametersInForce(findLawPack('jp')!, { on: '2018-12-31', agreements: ['art-36'] });
    expect(before.map(({ id }) => id)).not.toContain('jp.interval');
  });
});

describe('the law of a site', () => {
  it('is rules for its people from its first day on, each with its article', () => {
    const rules = lawRuleSettings(choice('gb'), { on, siteId: 'leeds' });
    const rest = rules.find(({ ruleId }) => ruleId === 'min-rest-between-shifts')!;
    expect(rest).toMatchObject({ level: 'must', siteIds: ['leeds'], source: 'gb.daily_rest: WTR 1998 reg. 10' });
    expect(lawRuleSettings(choice('gb'), { on: '2026-09-30', siteId: 'leeds' })).toEqual([]);
    expect(() => lawRuleSettings(choice('xx'), { on, siteId: 'leeds' })).toThrow('packId (xx)');
  });

  it('only asks for what is a duty, and leaves pay to the pay slip', () => {
    const rules = lawRuleSettings(choice('jp'), { on, siteId: 'tokyo' });
    expect(rules.find(({ ruleId }) => ruleId === 'min-rest-between-shifts')).toMatchObject({ level: 'prefer' });
    expect(lawRuleSettings(choice('us'), { on, siteId: 'reno' })).toEqual([]);
  });

  it('stands beside the centre’s own rules where those ask for less', () => {
    const law = lawRuleSettings(choice('eu'), { on, siteId: 'lyon' });
    const own = (restMinutes: number, more: Partial<RuleSetting> = {}): RuleSetting => ({
      ruleId: 'min-rest-between-shifts',
      level: 'must',
      parameters: { restMinutes },
      ...more,
    });
    const restsOf = (rules: readonly RuleSetting[]) =>
      rules.filter(({ ruleId }) => ruleId === 'min-rest-between-shifts');
    expect(restsOf(withLaw([own(720)], law))).toHaveLength(1); // stricter: it says it all
    expect(restsOf(withLaw([own(600)], law))).toHaveLength(2);
    expect(restsOf(withLaw([own(720, { contractIds: ['part'] })], law))).toHaveLength(2);
    expect(restsOf(withLaw([own(720, { level: 'prefer' })], law))).toHaveLength(2);
  });

  it('refuses a must that promises less', () => {
    const law = lawRuleSettings(choice('de'), { on, siteId: 'ulm' });
    const rule = (parameters: RuleSetting['parameters'], siteIds?: string[]): RuleSetting => ({
      ...{ ruleId: 'break-by-work-length', level: 'must', parameters },
      ...(siteIds && { siteIds }),
    });
    const short = { firstWorkMinutes: 360, firstBreakMinutes: 20, secondWorkMinutes: 540, secondBreakMinutes: 45 };
    expect(laxerThanLaw(rule(short), law)).toEqual([
      { source: 'de.break: ArbZG section 4', key: 'firstBreakMinutes', own: 20, law: 30 },
    ]);
    expect(laxerThanLaw(rule({ ...short, firstBreakMinutes: 30 }), law)).toEqual([]);
    expect(laxerThanLaw(rule(short, ['oslo']), law)).toEqual([]);
    expect(laxerThanLaw({ ...rule(short), level: 'prefer' }, law)).toEqual([]);
  });

  it('is checked before it is kept', () => {
    expect(lawChoiceFault(choice('jp', ['art-36']))).toBeNull();
    expect(lawChoiceFault(choice('xx'))?.path).toBe('packId');
    expect(lawChoiceFault({ ...choice('jp'), fromOn: '1 November' })?.path).toBe('fromOn');
    expect(lawChoiceFault(choice('jp', ['opt-out']))?.path).toBe('agreements');
  });

  it('names rules of the catalogue only', () => {
    const named = LAW_PACKS.flatMap(({ parameters }) => parameters.flatMap(({ rule }) => rule?.ruleId ?? []));
    expect(named.filter((id) => !findRule(id))).toEqual([]);
  });
});
