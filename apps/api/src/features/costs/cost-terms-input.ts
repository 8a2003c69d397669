import {
  costTermsFaults,
  type CostTerms,
  type CostTermsFault,
  type OutsourcingPrice,
  type Penalty,
  type Premium,
  type WageRow,
} from '@yotei/scheduling/costs';

export type ReadCostTerms =
  | { readonly kind: 'read'; readonly terms: CostTerms }
  | { readonly kind: 'invalid'; readonly faults: readonly CostTermsFault[] };

type Fields = Readonly<Record<string, unknown>>;

const fields = (value: unknown): Fields => (value !== null && typeof value === 'object' ? (value as Fields) : {});
const rows = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fields) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 100) : '');
/** Not a number is a fault of the library's check, which then says where. */
const number = (value: unknown): number => (typeof value === 'number' ? value : Number.NaN);
const list = <T>(value: unknown, of: (one: unknown) => T): T[] => (Array.isArray(value) ? value.map(of) : []);
const named = <Name extends string>(name: Name, value: unknown) =>
  (typeof value === 'string' && value !== '' ? { [name]: text(value) } : {}) as Partial<Record<Name, string>>;

function premiumOf(row: Fields): Premium {
  const common = { fraction: number(row['fraction']), ...named('source', row['source']) };
  switch (row['kind']) {
    case 'weekend':
      return { kind: 'weekend', weekdays: list(row['weekdays'], number), ...common };
    case 'holiday':
      return { kind: 'holiday', dates: list(row['dates'], text), ...common };
    case 'overtime': {
      const limits = ['afterWeeklyHours', 'afterDailyHours', 'afterMonthlyHours'] as const;
      const given = limits.filter((limit) => row[limit] != null).map((limit) => [limit, number(row[limit])]);
      return { kind: 'overtime', ...common, ...(Object.fromEntries(given) as Record<string, number>) };
    }
    default:
      return {
        kind: 'night',
        fromMinute: number(row['fromMinute']),
        untilMinute: number(row['untilMinute']),
        ...common,
      };
  }
}

const wageOf = (row: Fields): WageRow => ({
  perPaidHour: number(row['perPaidHour']),
  ...named('contractId', row['contractId']),
  ...named('skillId', row['skillId']),
});

const penaltyOf = (row: Fields): Penalty => ({
  ...named('queueId', row['queueId']),
  per: row['per'] === 'interval' || row['per'] === 'month' ? row['per'] : 'day',
  kind: row['kind'] === 'per-point' ? 'per-point' : 'flat',
  amount: number(row['amount']),
});

const priceOf = (row: Fields): OutsourcingPrice => ({
  perHandledContact: number(row['perHandledContact']),
  ...named('channel', row['channel']),
  ...named('queueId', row['queueId']),
});

/** Cost terms as they came in, field by field, so that nothing else is stored; with what is wrong about them. */
export function costTermsOfInput(input: unknown): ReadCostTerms {
  const given = fields(input);
  const terms: CostTerms = {
    currency: text(given['currency']),
    wages: rows(given['wages']).map(wageOf),
    onCostFraction: number(given['onCostFraction'] ?? 0),
    premiums: rows(given['premiums']).map(premiumOf),
    channels: rows(given['channels']).map((row) => ({
      channel: text(row['channel']),
      perContact: number(row['perContact']),
      perHandleMinute: number(row['perHandleMinute']),
    })),
    botPerDeflectedContact: number(given['botPerDeflectedContact'] ?? 0),
    penalties: rows(given['penalties']).map(penaltyOf),
    outsourcing: rows(given['outsourcing']).map(priceOf),
  };
  const faults = costTermsFaults(terms);
  return faults.length > 0 ? { kind: 'invalid', faults } : { kind: 'read', terms };
}
