import { queryOptions, useMutation } from '@tanstack/react-query';
import { request } from '../../graphql/client.js';
import { DemandDocument, StartForecastDocument } from '../../graphql/generated/graphql.js';
import { useAfterForecastChange } from './layers/layers.queries.js';
import { ZOOM_DAYS, type Zoom } from './demand.model.js';

/** Coarser the longer the stretch, so that the eye sees the shape and not the noise; null: the queue's own intervals. */
const STEP_MINUTES: Readonly<Record<Zoom, number | null>> = { day: null, week: 30, weeks4: 30 };

/** Only whole intervals of the queue can be shown together. */
function stepOf(zoom: Zoom, intervalMinutes: number): number | null {
  const step = STEP_MINUTES[zoom];
  return step !== null && step % intervalMinutes === 0 ? step : null;
}

export function demandQuery(
  queue: { readonly id: string; readonly intervalMinutes: number } | undefined,
  fromOn: string,
  zoom: Zoom,
) {
  const queueId = queue?.id ?? '';
  return queryOptions({
    queryKey: ['demand', queueId, fromOn, zoom],
    queryFn: async () =>
      (
        await request(DemandDocument, {
          queueId,
          fromOn,
          days: ZOOM_DAYS[zoom],
          stepMinutes: queue ? stepOf(zoom, queue.intervalMinutes) : null,
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
