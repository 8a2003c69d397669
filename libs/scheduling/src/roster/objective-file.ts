import type { JsonReader } from './json-reader.js';
import {
  UNSOCIAL_KINDS,
  type FairnessSettings,
  type MoneySettings,
  type ObjectiveSettings,
  type StabilitySettings,
  type WellbeingSetting,
} from './objective-settings.js';
import type { RuleParameters } from './roster-problem.js';

const DEFAULT_MEMORY_WEEKS = 4;

/** Reads `objective` of `rules.json`; undefined where the file has none. */
export function readObjective(file: JsonReader): ObjectiveSettings | undefined {
  if (file.raw('objective') === undefined) return undefined;
  const item = file.object('objective');
  const objective: ObjectiveSettings = {
    fairness: part(item, 'fairness', readFairness),
    wellbeing: item.optionalList('wellbeing', readWellbeing),
    stability: part(item, 'stability', readStability),
    money: part(item, 'money', readMoney),
  };
  item.close();
  return objective;
}

function part<T>(item: JsonReader, key: string, read: (part: JsonReader) => T): T | undefined {
  if (item.raw(key) === undefined) return undefined;
  const reader = item.object(key);
  const result = read(reader);
  reader.close();
  return result;
}

function readFairness(item: JsonReader): FairnessSettings {
  const weights = item.object('weights');
  const settings = {
    memoryWeeks: item.optionalNumber('memoryWeeks') ?? DEFAULT_MEMORY_WEEKS,
    weights: Object.fromEntries(
      UNSOCIAL_KINDS.flatMap((kind) => {
        const weight = weights.optionalNumber(kind);
        return weight === undefined ? [] : [[kind, weight]];
      }),
    ),
    holidays: item.optionalTexts('holidays'),
    memory: item.optionalList('memory', (row) => ({
      agentId: row.text('agent'),
      kind: row.choice('kind', UNSOCIAL_KINDS),
      count: row.number('count'),
    })),
  };
  weights.close();
  return settings;
}

const readWellbeing = (item: JsonReader): WellbeingSetting => ({
  termId: item.text('term'),
  weight: item.number('weight'),
  parameters: item.raw('parameters') as RuleParameters | undefined,
});

const readStability = (item: JsonReader): StabilitySettings => ({
  dayWeight: item.optionalNumber('dayWeight') ?? 0,
  movedHourWeight: item.optionalNumber('movedHourWeight') ?? 0,
  breakQuarterWeight: item.optionalNumber('breakQuarterWeight') ?? 0,
});

const readMoney = (item: JsonReader): MoneySettings => ({
  unitsPerCurrency: item.number('unitsPerCurrency'),
  currency: item.optionalText('currency'),
  hourly: item.list(
    'hourly',
    (row) => ({
      agentId: row.optionalText('agent'),
      contractId: row.optionalText('contract'),
      perHour: row.number('perHour'),
    }),
    true,
  ),
  nightPremiumFraction: item.optionalNumber('nightPremiumFraction'),
  weekendPremiumFraction: item.optionalNumber('weekendPremiumFraction'),
  holidayPremiumFraction: item.optionalNumber('holidayPremiumFraction'),
  holidays: item.optionalTexts('holidays'),
  overtimePremiumFraction: item.optionalNumber('overtimePremiumFraction'),
  overtimeAfterWeeklyMinutes: item.optionalNumber('overtimeAfterWeeklyMinutes'),
});

/** The settings in the form of `rules.json`; the earlier roster is a file of its own. */
export function objectiveToJson(objective: ObjectiveSettings | undefined): object | undefined {
  if (!objective) return undefined;
  const { fairness, wellbeing, stability, money } = objective;
  return {
    fairness: fairness && {
      ...fairness,
      memory: fairness.memory?.map(({ agentId, ...row }) => ({ agent: agentId, ...row })),
    },
    wellbeing: wellbeing?.map(({ termId, ...setting }) => ({ term: termId, ...setting })),
    stability,
    money: money && {
      ...money,
      hourly: money.hourly.map(({ agentId, contractId, ...row }) => ({ agent: agentId, contract: contractId, ...row })),
    },
  };
}
