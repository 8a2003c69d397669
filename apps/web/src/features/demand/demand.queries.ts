import { queryOptions, useMutation } from '@tanstack/react-query';
import { request } from '../../graphql/client.js';
import { DemandDocument, StartForecastDocument } from '../../graphql/generated/graphql.js';
import { useAfterForecastChange } from './layers/layers.queries.js';
import { ZOOM_DAYS, type Zoom } from './demand.search.js';

/** In the queue's own intervals whatever the length: what is edited by interval must be seen by interval. */
export function demandQuery(queue: { readonly id: string } | undefined, fromOn: string, zoom: Zoom) {
  const queueId = queue?.id ?? '';
  return queryOptions({
    queryKey: ['demand', queueId, fromOn, zoom],
    queryFn: async () =>
      (
        await request(DemandDocument, {
          queueId,
          fromOn,
          days: ZOOM_DAYS[zoom],
        })
      ).demand ?? null,
    enabled: queueId !== '',
  });
}

export interface ForecastOrder {
  readonly queueIds: string[] | null;
  readonly fromOn: string;
  readonly days: number;
}

export function useStartForecast() {
  return useMutation({
    mutationFn: async (order: ForecastOrder) => (await request(StartForecastDocument, { ...order })).startForecast,
  });
}

/** What a finished forecast changes on screen. */
export function useForecastFinished() {
  return useAfterForecastChange();
}
