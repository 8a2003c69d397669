import { MeasureSet, nameOfMeasure, STANDARD_MEASURES, type FactSums } from '@yotei/scheduling/measures';

export const kpiFormula = {
  id: 'k1',
  title: 'Lost per answered',
  formula: 'abandoned / answered',
  name: 'lostPerAnswered',
  better: 'lower',
  position: 0,
  version: 1,
};

const text = (both: string) => ({ en: both, ja: both });
const WEEKS = ['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26', '2026-11-02'];

/** A week of 2,000 contacts told by everything but how many were answered in time. */
const week = (weeks: number): FactSums =>
  new Map(
    Object.entries({ offered: 2000, answered: 1900, abandoned: 100, totalHandleSeconds: 570_000 }).map(
      ([name, sum]) => [name, { sum: sum * weeks, lacking: 0 }],
    ),
  );

const own = { id: kpiFormula.id, name: kpiFormula.name, formula: kpiFormula.formula };
const standard = STANDARD_MEASURES.map(({ id, formula }) => ({ id, name: nameOfMeasure(id), formula }));
const set = new MeasureSet([...standard, own]);
const measures = [
  ...STANDARD_MEASURES.map(({ id, title, group, meaning, source, better }) => ({
    ...{ id, title, group, meaning, source, own: null },
    better: better?.toUpperCase() ?? null,
  })),
  {
    ...{ id: 'k1', title: text(kpiFormula.title), group: 'own', meaning: null, source: null, own: kpiFormula },
    better: 'LOWER',
  },
].map((measure) => {
  const definition = set.find(measure.id)!;
  const beside = { unit: set.unitOf(definition), facts: set.factsOf(definition), uses: [], fault: null };
  return { ...measure, ...beside, name: definition.name, formula: definition.formula };
});

const definitions = {
  measureDefinitions: measures,
  measureFactKinds: [{ name: 'complaints', title: 'Complaints', unit: 'contacts', adds: 'sum' }],
  measureTargets: [
    {
      ...{ id: 't1', measureId: 'abandonment', queueId: null, fromOn: '2026-01-01' },
      ...{ direction: 'AT_MOST', value: 0.04, version: 1 },
    },
  ],
};

function values(hasContacts: boolean) {
  const evaluate = (weeks: number) => set.evaluator(hasContacts ? week(weeks) : new Map(), weeks * 604_800);
  const [byWeek, whole] = [evaluate(1), evaluate(4)];
  const series = measures.map(({ id, unit }) => {
    const [one, all] = [byWeek(set.find(id)!), whole(set.find(id)!)];
    const lacks = 'names' in all ? [-1, 0, 1, 2, 3].map((bucket) => ({ bucket, names: all.names, text: null })) : [];
    const value = one.kind === 'value' ? one.value : null;
    return {
      ...{ measureId: id, unit, keyId: null, lacks },
      values: [value, value, value, value],
      whole: all.kind === 'value' ? all.value : null,
    };
  });
  const buckets = WEEKS.slice(0, 4).map((fromOn, index) => ({
    ...{ fromOn, untilOn: WEEKS[index + 1]!, startAt: null, seconds: 604_800 },
  }));
  return { __typename: 'MeasureValues', keys: [{ id: null, title: text('All together') }], buckets, series };
}

const facts = (hasContacts: boolean) => ({
  ...{ __typename: 'MeasureFacts', buckets: [], wholeSeconds: 4 * 604_800 },
  facts: hasContacts
    ? [...week(4)].map(([name, { sum }]) => ({
        ...{ name, keyId: null, whole: sum, wholeLacking: 0, sums: [sum / 4], lacking: [0] },
      }))
    : [],
});

const trends = {
  __typename: 'MeasureTrends',
  trends: [
    { measureId: 'abandonment', now: 0.05, before: 0.03, verdict: 'more-than-noise', probability: 0.001 },
    { measureId: 'handle-time', now: 300, before: 290, verdict: 'within-noise', probability: 0.4 },
  ],
};

const note = {
  ...{ id: 'n1', on: '2026-10-07', queueId: null, text: 'Outage of the telephone system' },
  ...{ author: 'Maria Kimura', version: 1 },
};

/** Measures of a centre with contacts, a target, a trend and a note. */
export const measureAnswers = {
  MeasureDefinitions: definitions,
  MeasureValues: { measureValues: values(true) },
  MeasureFacts: { measureFacts: facts(true) },
  MeasureTrends: { measureTrends: trends },
  MeasureAnnotations: { measureAnnotations: [note] },
};

export const noMeasureAnswers = {
  MeasureDefinitions: { ...definitions, measureTargets: [] },
  MeasureValues: { measureValues: values(false) },
  MeasureFacts: { measureFacts: facts(false) },
  MeasureTrends: { measureTrends: { ...trends, trends: [] } },
  MeasureAnnotations: { measureAnnotations: [] },
};
