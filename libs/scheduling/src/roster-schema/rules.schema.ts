import { WELLBEING_TERMS } from '../objective/index.js';
import { UNSOCIAL_KINDS } from '../roster/index.js';
import { TEAM_RULES, WORK_RULES } from '../rules/index.js';
import { selector, weights } from './shared.schema.js';
import {
  atLeastZero,
  clockOfDay,
  clockPastMidnight,
  date,
  documentOf,
  id,
  listOf,
  objectOf,
  oneOf,
  text,
  texts,
  weekdays,
  whole,
  type JsonSchema,
} from './schema-parts.js';

/** What an item of a catalogue says about its parameters. */
interface Parametrised {
  readonly id: string;
  readonly parameters: readonly {
    readonly key: string;
    readonly title: string | { readonly en: string };
    readonly unit: string;
    readonly min: number;
    readonly max: number;
    readonly default: number;
  }[];
  readonly texts?: readonly { readonly key: string; readonly title: string; readonly form: string }[];
}

const TEXT_FORMS: Readonly<Record<string, string>> = {
  templates: 'ids of templates, such as "night, late"',
  'template-pairs': 'pairs of templates, such as "late > early, night > early"',
  'activity-types': 'ids of activity types, such as "training, coaching"',
};

const titleOf = (title: string | { readonly en: string }): string => (typeof title === 'string' ? title : title.en);

function parametersOf({ parameters, texts: words = [] }: Parametrised): JsonSchema {
  const numbers = parameters.map((spec): [string, JsonSchema] => {
    const described = { default: spec.default, description: `${titleOf(spec.title)}, ${spec.unit}` };
    if (spec.unit === 'yes-no')
      return [spec.key, { type: ['boolean', 'number'], minimum: spec.min, maximum: spec.max, ...described }];
    return [spec.key, { type: 'number', minimum: spec.min, maximum: spec.max, ...described }];
  });
  const named = words.map((spec): [string, JsonSchema] => [
    spec.key,
    text(`${spec.title}: ${TEXT_FORMS[spec.form] ?? spec.form}`),
  ]);
  return { type: 'object', properties: Object.fromEntries([...numbers, ...named]), additionalProperties: false };
}

/** For each item of a catalogue that has been named in `key`, its own parameters. */
const byItem = (key: string, items: readonly Parametrised[]): JsonSchema => ({
  allOf: items.map((item) => ({
    if: { properties: { [key]: { const: item.id } }, required: [key] },
    then: { properties: { parameters: { anyOf: [parametersOf(item), { type: 'null' }] } } },
  })),
});

const level = oneOf(['must', 'prefer'], 'must is never broken; prefer costs its weight for each unit of a breach');
const anyParameters: JsonSchema = { type: 'object' };

const ruleSetting = objectOf({
  required: { rule: oneOf(WORK_RULES.map((rule) => rule.id)), level },
  optional: {
    parameters: anyParameters,
    weight: atLeastZero('1 without it'),
    contracts: texts('only for agents of these contracts'),
    sites: texts('only for agents of these sites'),
  },
  more: byItem('rule', WORK_RULES),
});

const teamRule = objectOf({
  required: { id: id('of this setting'), rule: oneOf(TEAM_RULES.map((rule) => rule.id)), level },
  optional: {
    title: text(),
    parameters: anyParameters,
    weight: atLeastZero('1 without it'),
    who: selector,
    partners: selector,
    weekdays: weekdays('1 is Monday; left out: every day'),
    from: clockOfDay('start of the window judged'),
    until: clockPastMidnight('end of the window judged'),
  },
  more: byItem('rule', TEAM_RULES),
});

const fairness = objectOf({
  description: 'fair shares of unsocial work: one more shift costs more, the more the agent had',
  optional: {
    memoryWeeks: whole(1, 52, '4 without it'),
    weights: objectOf({ optional: Object.fromEntries(UNSOCIAL_KINDS.map((kind) => [kind, atLeastZero()])) }),
    holidays: listOf(date()),
    memory: listOf(objectOf({ required: { agent: id(), kind: oneOf(UNSOCIAL_KINDS), count: atLeastZero() } })),
  },
});

const wellbeing = objectOf({
  required: { term: oneOf(WELLBEING_TERMS.map((term) => term.id)), weight: atLeastZero() },
  optional: { parameters: anyParameters },
  more: byItem('term', WELLBEING_TERMS),
});

const stability = objectOf({
  description: 'what a change against the earlier roster costs, times the lateness of the notice',
  optional: {
    dayWeight: atLeastZero('a day that becomes a working day or stops being one'),
    movedHourWeight: atLeastZero('an hour by which a start or an end moves'),
    breakQuarterWeight: atLeastZero('a quarter of an hour of contact work where a break was'),
  },
});

const money = objectOf({
  required: {
    unitsPerCurrency: atLeastZero('cost units for one unit of the currency'),
    hourly: listOf(objectOf({ required: { perHour: atLeastZero() }, optional: { agent: text(), contract: text() } }), {
      description: 'pay of a paid hour: of the agent, else of the contract, else the row that names neither',
    }),
  },
  optional: {
    currency: text('ISO 4217'),
    nightPremiumFraction: atLeastZero(),
    weekendPremiumFraction: atLeastZero(),
    holidayPremiumFraction: atLeastZero(),
    holidays: listOf(date()),
    overtimePremiumFraction: atLeastZero(),
    overtimeAfterWeeklyMinutes: atLeastZero('2400 without it'),
  },
});

/** Schema of `rules.json`. */
export const rulesSchema: JsonSchema = documentOf(
  'rules',
  'rules.json: rules with levels and parameters, prices of the objective',
  objectOf({
    required: { rules: listOf(ruleSetting) },
    optional: {
      slotMinutes: { type: 'integer', enum: [5, 15, 30], description: '15 without it' },
      weights,
      teamRules: listOf(teamRule),
      objective: objectOf({ optional: { fairness, wellbeing: listOf(wellbeing), stability, money } }),
    },
  }),
);
