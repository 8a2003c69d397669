import { Injectable } from '@nestjs/common';
import { layerFault, type DemandLayer } from '@yotei/forecast/edits';
import { addDays, daysBetween, localDateOf } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { ForecastRepository } from '../forecasts.repository.js';
import { QueueDirectory, type QueueRecord } from '../queue-directory.js';
import { ForecastLayerRepository, type LayerUpdate, type StoredLayer } from './forecast-layers.repository.js';

const LONGEST_LAYER_DAYS = 400;
const MOST_LAYERS_AT_ONCE = 200;

export type LayersResult =
  | { readonly kind: 'changed'; readonly layers: readonly StoredLayer[]; readonly revision: number }
  /** Somebody changed layers of the same intervals, or these very layers, since the caller looked. */
  | { readonly kind: 'edited-meanwhile'; readonly layers: readonly StoredLayer[]; readonly revision: number }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

export interface NewLayers {
  readonly queueId: string;
  readonly reason: string;
  /** The revision the caller saw; null: lay them on top of whatever is there. */
  readonly basedOnRevision?: number | null;
  readonly layers: readonly DemandLayer[];
}

export interface LayerVersion {
  readonly id: string;
  /** Null: whatever it is. */
  readonly version: number | null;
}

const invalid = (path: string, message: string) => ({ kind: 'invalid' as const, path, message });
const SAY_WHY = 'say why, for those who read the plan later';

/** Lays planners' changes on forecasts, and takes them off again. */
@Injectable()
export class ForecastLayersService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly queues: QueueDirectory,
    private readonly forecasts: ForecastRepository,
    private readonly layers: ForecastLayerRepository,
  ) {}

  /** All of them or none: one gesture of the planner is one step to undo. */
  async add(context: RequestContext, order: NewLayers): Promise<LayersResult> {
    const fault = faultOf(order);
    if (fault) return fault;
    return this.database.withTenant(context, async (tx) => {
      const queue = await this.queues.byId(context, order.queueId);
      if (!queue) return { kind: 'not-found' as const };
      await this.layers.lock(tx, queue.id);
      const meanwhile = await this.changedSince(context, order);
      if (meanwhile.length > 0) return this.answer(context, queue.id, { kind: 'edited-meanwhile', layers: meanwhile });
      const ids: string[] = [];
      for (const layer of order.layers) {
        const forecastId = await this.newestForecast(context, queue, layer);
        if (!forecastId) return invalid('fromAt', 'there is no forecast of these intervals to edit');
        ids.push(
          await this.layers.insert(tx, {
            ...layer,
            forecastId,
            queueId: queue.id,
            reason: order.reason.trim(),
            authorId: context.userId!,
          }),
        );
      }
      return this.answer(context, queue.id, { kind: 'changed', layers: await this.layers.byIds(context, ids) });
    });
  }

  /** Undo, redo, switch off, switch on, another reason: for all of the layers named or for none. */
  async change(context: RequestContext, named: readonly LayerVersion[], update: LayerUpdate): Promise<LayersResult> {
    if (update.reason != null && update.reason.trim() === '') return invalid('reason', SAY_WHY);
    if (named.length === 0 || named.length > MOST_LAYERS_AT_ONCE)
      return invalid('layers', `name 1 to ${MOST_LAYERS_AT_ONCE} layers`);
    const ids = named.map(({ id }) => id);
    return this.database.withTenant(context, async (tx) => {
      const [first] = await this.layers.byIds(context, ids);
      if (!first) return { kind: 'not-found' as const };
      await this.layers.lock(tx, first.queueId);
      const found = await this.layers.byIds(context, ids);
      if (found.length < new Set(ids).size) return { kind: 'not-found' as const };
      if (found.some(({ queueId }) => queueId !== first.queueId))
        return invalid('layers', 'change the layers of one queue at a time');
      const seen = new Map(named.map(({ id, version }) => [id, version]));
      const stale = found.filter(({ id, version }) => (seen.get(id) ?? version) !== version);
      if (stale.length > 0) return this.answer(context, first.queueId, { kind: 'edited-meanwhile', layers: stale });
      await this.layers.update(
        tx,
        { ids, queueId: first.queueId, userId: context.userId },
        { ...update, reason: update.reason?.trim() ?? null },
      );
      return this.answer(context, first.queueId, { kind: 'changed', layers: await this.layers.byIds(context, ids) });
    });
  }

  private async answer(
    context: RequestContext,
    queueId: string,
    result: { kind: 'changed' | 'edited-meanwhile'; layers: readonly StoredLayer[] },
  ): Promise<LayersResult> {
    return { ...result, revision: await this.layers.revision(context, queueId) };
  }

  /** Layers of the same measure and intervals that changed after the revision the order rests on. */
  private async changedSince(context: RequestContext, order: NewLayers): Promise<StoredLayer[]> {
    const { basedOnRevision: seen } = order;
    if (seen == null) return [];
    const changed = new Map<string, StoredLayer>();
    for (const layer of order.layers) {
      for (const other of await this.layers.touching(context, order.queueId, layer))
        if (other.revision > seen && other.measure === layer.measure) changed.set(other.id, other);
    }
    return [...changed.values()];
  }

  private async newestForecast(
    context: RequestContext,
    queue: QueueRecord,
    layer: DemandLayer,
  ): Promise<string | null> {
    const fromOn = localDateOf(layer.startAt, queue.zone);
    const untilOn = addDays(localDateOf(layer.endAt - 1, queue.zone), 1);
    const days = await this.forecasts.days(context, queue.id, { fromOn, days: daysBetween(fromOn, untilOn) });
    return days.at(-1)?.forecastId ?? null;
  }
}

function faultOf({ reason, layers }: NewLayers) {
  if (reason.trim() === '') return invalid('reason', SAY_WHY);
  if (layers.length === 0 || layers.length > MOST_LAYERS_AT_ONCE)
    return invalid('layers', `give 1 to ${MOST_LAYERS_AT_ONCE} layers`);
  for (const layer of layers) {
    const fault = layerFault(layer);
    if (fault) return invalid(fault.path, fault.message);
    if (layer.endAt - layer.startAt > LONGEST_LAYER_DAYS * 86_400_000)
      return invalid('untilAt', `a layer spans at most ${LONGEST_LAYER_DAYS} days`);
  }
  return null;
}
