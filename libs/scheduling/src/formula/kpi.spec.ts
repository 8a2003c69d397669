import { compileFormula } from './formula.js';
import { DEFAULT_KPIS, evaluateKpi, kpiFormulaFault } from './kpi.js';
import { KPI_FACT_NAMES, kpiValues, noKpiFacts, togetherKpiFacts, type KpiFacts } from './kpi-facts.js';
import { KPI_VARIABLES } from './kpi-variables.js';

const known = (sum: number) => ({ sum, lackingIntervals: 0 });
const MONDAY: KpiFacts = {
  intervalCount: 96,
  spanSeconds: 86_400,
  facts: {
    offered: known(200),
    answered: known(180),
    answeredInTime: known(150),
    abandoned: known(20),
    totalHandleSeconds: known(54_000),
  },
};
const TUESDAY: KpiFacts = {
  ...MONDAY,
  facts: { ...MONDAY.facts, offered: known(100), answeredInTime: { sum: 40, lackingIntervals: 3 } },
};

describe('the default KPIs', () => {
  it.each(DEFAULT_KPIS.map(({ id, formula }) => [id, formula]))('%s is a formula over the facts: %s', (_, formula) => {
    expect(kpiFormulaFault(formula!)).toBeNull();
  });

  it('have ids of their own and a title in both languages', () => {
    expect(new Set(DEFAULT_KPIS.map(({ id }) => id)).size).toBe(DEFAULT_KPIS.length);
    for (const { title } of DEFAULT_KPIS) expect([title.en, title.ja]).not.toContain('');
  });

  it('come to what the day was', () => {
    const values = DEFAULT_KPIS.map(({ formula }) => {
      const outcome = evaluateKpi(formula, MONDAY);
      return outcome.kind === 'value' ? [outcome.value, outcome.unit] : outcome.kind;
    });
    expect(values).toEqual([
      [200, 'contacts'],
      [180, 'contacts'],
      [0.75, 'fraction'], // 150 of 200 offered
      [150 / 180, 'fraction'],
      [0.1, 'fraction'],
      [300, 'seconds'], // 54,000 s for 180 contacts
    ]);
  });
});

describe('a KPI', () => {
  it('that needs what some intervals do not tell is unknown and names it, never 0', () => {
    expect(evaluateKpi('answeredInTime / offered', TUESDAY)).toEqual({
      kind: 'unknown-facts',
      names: ['answeredInTime'],
    });
    expect(evaluateKpi('abandoned / offered', TUESDAY)).toMatchObject({ kind: 'value', value: 0.2 });
  });

  it('of a time without facts is unknown', () => {
    expect(evaluateKpi('offered', noKpiFacts(3600))).toEqual({ kind: 'unknown-facts', names: ['offered'] });
  });

  it('of what nobody gathers yet is unknown', () => {
    expect(evaluateKpi('paidSeconds / answered', MONDAY)).toEqual({ kind: 'unknown-facts', names: ['paidSeconds'] });
  });

  it('tells the place of a mistake, and that nothing over nothing is no number', () => {
    expect(evaluateKpi('abandoned / ofered', MONDAY)).toMatchObject({ kind: 'formula-error', position: 12 });
    expect(evaluateKpi('abandoned / (offered - 200) * 0', MONDAY).kind).toBe('formula-error');
  });

  it('weighs days by their contacts', () => {
    const both = togetherKpiFacts([MONDAY, { ...TUESDAY, facts: { ...TUESDAY.facts, abandoned: known(1) } }], 172_800);
    expect(evaluateKpi('abandoned / offered', both)).toMatchObject({ value: 21 / 300 }); // not the mean of 10 % and 1 %
    expect(evaluateKpi('answeredInTime', both)).toMatchObject({ kind: 'unknown-facts' }); // as Tuesday lacks some
    expect(both.spanSeconds).toBe(172_800);
  });
});

it('every fact is a KPI variable', () => {
  expect(KPI_VARIABLES.map(({ name }) => name)).toEqual(expect.arrayContaining([...KPI_FACT_NAMES]));
  const formula = compileFormula(
    Object.keys(kpiValues(MONDAY))
      .map((name) => `0 * ${name} / ${name}`)
      .join(' + '),
    KPI_VARIABLES,
  );
  expect(formula.kind).toBe('formula');
});
