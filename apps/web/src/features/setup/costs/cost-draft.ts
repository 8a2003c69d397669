import type { CostTerms, Penalty, Premium, WageRow } from '@yotei/scheduling/costs';

/** Numbers as they are typed; shares in per cent. */
export interface CostDraft {
  readonly currency: string;
  readonly wage: string;
  /** By contract id; empty: the wage of everybody. */
  readonly contractWages: Readonly<Record<string, string>>;
  readonly onCostPercent: string;
  readonly premiums: readonly PremiumDraft[];
  readonly channels: readonly ChannelDraft[];
  readonly bot: string;
  readonly penalties: readonly PenaltyDraft[];
  /** Of each contact handled elsewhere; empty: none is. */
  readonly outsourcing: string;
}

export interface PremiumDraft {
  readonly kind: Premium['kind'];
  readonly percent: string;
  /** Minutes of the day, for the night. */
  readonly fromMinute: number;
  readonly untilMinute: number;
  readonly weekdays: readonly number[];
  /** `2026-12-31, 2027-01-01` */
  readonly dates: string;
  /** Limits of overtime; empty: none of this kind. */
  readonly afterDailyHours: string;
  readonly afterWeeklyHours: string;
  readonly afterMonthlyHours: string;
  readonly source: string | undefined;
}

export interface ChannelDraft {
  readonly channel: string;
  readonly perContact: string;
  readonly perHandleMinute: string;
}

export interface PenaltyDraft {
  readonly per: Penalty['per'];
  readonly kind: Penalty['kind'];
  readonly amount: string;
  readonly queueId: string | undefined;
}

const NIGHT = { fromMinute: 22 * 60, untilMinute: 5 * 60 };
const NO_LIMITS = { afterDailyHours: '', afterWeeklyHours: '', afterMonthlyHours: '' };
const nothing = { ...NIGHT, ...NO_LIMITS, weekdays: [6, 7], dates: '', source: undefined };

export const newPremium = (kind: Premium['kind']): PremiumDraft => ({ ...nothing, kind, percent: '25' });
export const newChannel = (channel: string): ChannelDraft => ({ channel, perContact: '0', perHandleMinute: '0' });
export const newPenalty = (): PenaltyDraft => ({ per: 'day', kind: 'flat', amount: '0', queueId: undefined });

export const EMPTY_DRAFT: CostDraft = {
  currency: 'JPY',
  wage: '',
  contractWages: {},
  onCostPercent: '15',
  premiums: [],
  channels: [],
  bot: '0',
  penalties: [],
  outsourcing: '',
};

const text = (value: number): string => String(Math.round(value * 1e6) / 1e6);
const percent = (fraction: number): string => text(fraction * 100);

/** From the shortest span to the longest. */
export const OVERTIME_LIMITS = ['afterDailyHours', 'afterWeeklyHours', 'afterMonthlyHours'] as const;

export function premiumDraftOf(premium: Premium): PremiumDraft {
  const common = { ...nothing, kind: premium.kind, percent: percent(premium.fraction), source: premium.source };
  switch (premium.kind) {
    case 'night':
      return { ...common, fromMinute: premium.fromMinute, untilMinute: premium.untilMinute };
    case 'weekend':
      return { ...common, weekdays: premium.weekdays };
    case 'holiday':
      return { ...common, dates: premium.dates.join(', ') };
    case 'overtime':
      return {
        ...common,
        ...Object.fromEntries(OVERTIME_LIMITS.map((limit) => [limit, premium[limit]?.toString() ?? ''])),
      };
  }
}

export function draftOfTerms(terms: CostTerms): CostDraft {
  const everybody = terms.wages.find(({ contractId, skillId }) => !contractId && !skillId);
  return {
    currency: terms.currency,
    wage: everybody ? text(everybody.perPaidHour) : '',
    contractWages: Object.fromEntries(
      terms.wages.flatMap(({ contractId, skillId, perPaidHour }) =>
        contractId && !skillId ? [[contractId, text(perPaidHour)]] : [],
      ),
    ),
    onCostPercent: percent(terms.onCostFraction),
    premiums: terms.premiums.map(premiumDraftOf),
    channels: terms.channels.map(({ channel, perContact, perHandleMinute }) => ({
      channel,
      perContact: text(perContact),
      perHandleMinute: text(perHandleMinute),
    })),
    bot: text(terms.botPerDeflectedContact),
    penalties: terms.penalties.map(({ per, kind, amount, queueId }) => ({ per, kind, amount: text(amount), queueId })),
    outsourcing: text(terms.outsourcing.find(({ channel, queueId }) => !channel && !queueId)?.perHandledContact ?? 0),
  };
}

/** `1,200` and `１２００` are 1200; what is no number is NaN, and the check of the terms says so. */
export function numberOf(typed: string): number {
  const plain = typed.normalize('NFKC').replace(/[,\s]/g, '');
  return plain === '' ? 0 : Number(plain);
}

/** The limits that are typed, and no others. */
function overtimeLimitsOf(draft: Pick<PremiumDraft, (typeof OVERTIME_LIMITS)[number]>) {
  const typed = OVERTIME_LIMITS.filter((limit) => draft[limit].trim() !== '');
  return Object.fromEntries(typed.map((limit) => [limit, numberOf(draft[limit])]));
}

function premiumOf({ kind, source, ...draft }: PremiumDraft): Premium {
  const common = { fraction: numberOf(draft.percent) / 100, ...(source && { source }) };
  switch (kind) {
    case 'night':
      return { kind, fromMinute: draft.fromMinute, untilMinute: draft.untilMinute, ...common };
    case 'weekend':
      return { kind, weekdays: draft.weekdays, ...common };
    case 'holiday':
      return { kind, dates: draft.dates.split(/[\s,、]+/).filter(Boolean), ...common };
    case 'overtime':
      return { kind, ...overtimeLimitsOf(draft), ...common };
  }
}

/** What the draft stands for. Rows the form does not show (wages of a skill, prices of one queue) are kept from `before`. */
export function termsOfDraft(draft: CostDraft, before?: CostTerms): CostTerms {
  const wages: WageRow[] = [
    { perPaidHour: numberOf(draft.wage) },
    ...Object.entries(draft.contractWages)
      .filter(([, typed]) => typed.trim() !== '')
      .map(([contractId, typed]) => ({ contractId, perPaidHour: numberOf(typed) })),
    ...(before?.wages.filter(({ skillId }) => skillId) ?? []),
  ];
  const outsourcing = numberOf(draft.outsourcing);
  return {
    currency: draft.currency.trim().toUpperCase(),
    wages,
    onCostFraction: numberOf(draft.onCostPercent) / 100,
    premiums: draft.premiums.map(premiumOf),
    channels: draft.channels.map(({ channel, perContact, perHandleMinute }) => ({
      channel,
      perContact: numberOf(perContact),
      perHandleMinute: numberOf(perHandleMinute),
    })),
    botPerDeflectedContact: numberOf(draft.bot),
    penalties: draft.penalties.map(({ per, kind, amount, queueId }) => ({
      ...{ per, kind, amount: numberOf(amount) },
      ...(queueId && { queueId }),
    })),
    outsourcing: [
      ...(outsourcing === 0 ? [] : [{ perHandledContact: outsourcing }]),
      ...(before?.outsourcing.filter(({ channel, queueId }) => channel ?? queueId) ?? []),
    ],
  };
}
