import { formatPercent } from '../../../app/format/format-number.js';
import { formatDate } from '../../../app/format/format-time.js';
import { local, t, tIfKnown } from '../../../app/i18n/t.js';
import type { MethodReportQuery } from '../../../graphql/generated/graphql.js';

export type Report = NonNullable<MethodReportQuery['methodReport']>;

/** As the forecast stores them; kinds this page does not know are left out of its words, never shown raw. */
interface StoredReason {
  readonly kind: string;
  readonly methodId?: string;
  readonly wape?: number;
  readonly origins?: number;
  readonly lowestMethodId?: string;
  readonly lowestWape?: number;
  readonly historyDays?: number;
  readonly curveWeight?: number;
  readonly days?: number;
  readonly share?: number;
  readonly weights?: readonly { readonly methodId: string; readonly share: number }[];
}

interface StoredReasons {
  readonly choice?: readonly StoredReason[];
  readonly leftOut?: readonly {
    readonly on: string;
    readonly reason: { readonly kind: string; readonly title?: string; readonly observedFraction?: number };
  }[];
}

const reasonsOf = (report: Report) => (report.reasons ?? {}) as StoredReasons;
const share = (value: number | undefined) => (value === undefined ? '–' : formatPercent(value));

function titleOf(report: Report, methodId: string | undefined): string {
  const method = report.methods.find((one) => one.methodId === methodId);
  return method ? local(method.title) : (methodId ?? '');
}

/** Why the method was taken, one sentence each. */
export function reasonsInWords(report: Report): string[] {
  return (reasonsOf(report).choice ?? [])
    .map((reason) =>
      tIfKnown(
        `accuracy.reason${reason.kind}`,
        {
          wape: share(reason.wape),
          origins: reason.origins ?? 0,
          lowest: titleOf(report, reason.lowestMethodId),
          lowestWape: share(reason.lowestWape),
          days: reason.historyDays ?? reason.days ?? 0,
          share: share(reason.curveWeight ?? reason.share),
          weights: (reason.weights ?? [])
            .map((weight) => `${titleOf(report, weight.methodId)} ${formatPercent(weight.share, 0)}`)
            .join(', '),
        },
        '',
      ),
    )
    .filter((words) => words !== '');
}

/** Days of history the forecast did not learn from, and why. */
export function leftOutInWords(report: Report): string[] {
  return (reasonsOf(report).leftOut ?? []).map(({ on, reason }) => {
    const values = { title: reason.title ?? '', share: share(reason.observedFraction) };
    return `${formatDate(on)}: ${tIfKnown(`accuracy.leftOut${reason.kind}`, values, reason.kind)}`;
  });
}

interface CheckResult {
  readonly kind?: string;
  readonly queueDays?: number;
  readonly difference?: number;
  readonly codeVersion?: string;
  readonly codeVersionNow?: string;
}

/** What computing a forecast once more came to. */
export function checkInWords(result: unknown): string | null {
  const { kind, queueDays = 0, difference = 0, codeVersion = '', codeVersionNow = '' } = (result ?? {}) as CheckResult;
  if (kind === 'same') return t('accuracy.checksame', { days: queueDays });
  if (kind === 'different') {
    const by = difference > 1e100 ? '∞' : difference.toPrecision(2);
    return t('accuracy.checkdifferent', { difference: by, codeVersion, codeVersionNow });
  }
  if (kind === 'inputs-changed') return t('accuracy.checkinputs-changed');
  return kind === 'inputs-not-kept' ? t('accuracy.checkinputs-not-kept') : null;
}
