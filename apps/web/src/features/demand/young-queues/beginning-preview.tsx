import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { addDays, startOfLocalDay } from '@yotei/time';
import { formatNumber, formatPercent } from '../../../app/format/format-number.js';
import { dateInZone, formatDate, formatTime } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import type { PreviewBeginningInput, PreviewBeginningQuery } from '../../../graphql/generated/graphql.js';
import { ErrorState } from '../../../ui/states.js';
import { TimeChart, type ChartSeries } from '../../../ui/time-chart.js';
import { previewQuery } from './young-queues.queries.js';

type Preview = Extract<PreviewBeginningQuery['previewBeginning'], { __typename: 'BeginningPreview' }>;

const sum = (values: readonly (number | null | undefined)[]): number =>
  values.reduce<number>((all, value) => all + (value ?? 0), 0);

/** The week as it would be forecast from what is typed, or why there is none. Nothing is saved by looking. */
export function BeginningPreview({
  input,
  zone,
}: {
  readonly input: PreviewBeginningInput | null;
  readonly zone: string;
}) {
  const { data, error } = useQuery(previewQuery(input));
  return (
    <section aria-labelledby="y-preview-title" aria-live="polite">
      <h3 id="y-preview-title">{t('youngQueues.preview')}</h3>
      {error ? <ErrorState error={error} /> : null}
      {data?.__typename === 'BeginningPreview' && input ? (
        <PreviewChart preview={data} fromOn={input.fromOn} zone={zone} />
      ) : (
        <p className="y-quiet">
          {data?.__typename === 'NothingToShow'
            ? t(`youngQueues.${data.reason}`)
            : data && 'message' in data
              ? data.message
              : t('youngQueues.NO_DAYS')}
        </p>
      )}
    </section>
  );
}

function PreviewChart({
  preview,
  fromOn,
  zone,
}: {
  readonly preview: Preview;
  readonly fromOn: string;
  readonly zone: string;
}) {
  const series = useMemo(
    (): readonly ChartSeries[] => [
      { label: 'P90', values: preview.p90.values.map(nullish), colour: '--accent', band: 'high' },
      { label: 'P10', values: preview.p10.values.map(nullish), colour: '--accent', band: 'low' },
      { label: t('demand.forecast'), values: preview.contacts.values.map(nullish), colour: '--accent', width: 2 },
    ],
    [preview],
  );
  const ticks = useMemo(
    () =>
      Array.from({ length: 7 }, (_, day) => addDays(fromOn, day)).map((on) => ({
        at: startOfLocalDay(on, zone),
        label: formatDate(on),
      })),
    [fromOn, zone],
  );
  const contacts = formatNumber(sum(preview.contacts.values));
  const share =
    preview.share === null || preview.share === undefined
      ? t('youngQueues.curveUsed')
      : t('youngQueues.shareUsed', { share: formatPercent(preview.share) });
  return (
    <>
      <p className="y-quiet">{t('youngQueues.previewTotal', { contacts, share })}</p>
      <TimeChart
        summary={t('youngQueues.previewSummary', { contacts, on: formatDate(fromOn) })}
        startAt={Date.parse(preview.contacts.startAt)}
        stepMinutes={preview.contacts.stepMinutes}
        series={series}
        ticks={ticks}
        formatAt={(at) => `${formatDate(dateInZone(at, zone))} ${formatTime(at, zone)}`}
        formatValue={(value) => formatNumber(value, value < 20 ? 1 : 0)}
        height={180}
      />
    </>
  );
}

const nullish = (value: number | null | undefined): number | null => value ?? null;
