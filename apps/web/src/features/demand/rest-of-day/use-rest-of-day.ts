import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { t } from '../../../app/i18n/t.js';
import type { ChartSeries } from '../../../ui/time-chart.js';
import type { AlignedDemand } from '../demand.model.js';
import type { Zoom } from '../demand.search.js';
import { knownUntil, restSeries } from './rest-of-day.model.js';
import { restOfDayQuery } from './rest-of-day.queries.js';

export const NO_SERIES: readonly ChartSeries[] = [];

/** The updated rest of the day shown, where the day has begun and is not over; its line and band for the chart. */
export function useRestOfDay({ queueId, aligned, zoom }: { queueId: string; aligned: AlignedDemand; zoom: Zoom }) {
  const at = zoom === 'day' ? knownUntil(aligned) : null;
  const query = useQuery(restOfDayQuery(queueId, at));
  const rest = query.data?.__typename === 'RestOfDay' ? query.data : null;
  const series = useMemo(
    () =>
      rest
        ? restSeries(rest, aligned, { label: t('restOfDay.updated'), bandLabel: t('restOfDay.updatedBand') })
        : NO_SERIES,
    [rest, aligned],
  );
  return { isShown: at !== null, query, series };
}

export type RestOfDayState = ReturnType<typeof useRestOfDay>;
