import { Injectable } from '@nestjs/common';
import type { Instant, LocalDate } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { ForecastRepository } from '../forecasts.repository.js';
import { counts, ForecastLayerRepository } from '../layers/forecast-layers.repository.js';
import { QueueDirectory, type QueueRecord } from '../queue-directory.js';
import { ForecastApprovalRepository } from './forecast-approvals.repository.js';
import { ForecastVersionRepository } from './forecast-versions.repository.js';
import { layeredDays } from './layered-days.js';

const LONGEST_APPROVAL_DAYS = 400;

export interface ApprovalOrder {
  /** Null: all queues. */
  readonly queueIds: readonly string[] | null;
  /** Null: the newest version of each day. */
  readonly forecastId: string | null;
  readonly fromOn: LocalDate;
  readonly days: number;
  readonly note: string;
  /** Absent = now. */
  readonly approvedAt?: Instant;
}

export interface ApprovedQueue {
  readonly queueId: string;
  readonly approvalId: string;
  /** Days of the range that had a forecast to approve. */
  readonly days: number;
  readonly edits: number;
}

export type ApprovalOutcome =
  | { readonly kind: 'approved'; readonly queues: readonly ApprovedQueue[] }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

/** Says which forecast counts: the version and the edits of this moment, kept as they are. */
@Injectable()
export class ForecastApprovalService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly queues: QueueDirectory,
    private readonly forecasts: ForecastRepository,
    private readonly layers: ForecastLayerRepository,
    private readonly versions: ForecastVersionRepository,
    private readonly approvals: ForecastApprovalRepository,
  ) {}

  /** All queues or none. Approving again is a new approval; the older ones stay to be read. */
  async approve(context: RequestContext, order: ApprovalOrder): Promise<ApprovalOutcome> {
    if (order.days < 1 || order.days > LONGEST_APPROVAL_DAYS)
      return { kind: 'invalid', path: 'days', message: `days must lie in 1..${LONGEST_APPROVAL_DAYS}` };
    return this.database.withTenant(context, async () => {
      const queues = await this.queues.some(context, order.queueIds);
      if (queues.length === 0 || (order.queueIds && queues.length < new Set(order.queueIds).size))
        return { kind: 'not-found' as const };
      const approved: ApprovedQueue[] = [];
      for (const queue of queues) {
        const one = await this.approveQueue(context, queue, order);
        if (one) approved.push(one);
      }
      if (approved.length === 0)
        return { kind: 'invalid' as const, path: 'fromOn', message: 'there is no forecast of these days to approve' };
      return { kind: 'approved' as const, queues: approved };
    });
  }

  private async approveQueue(
    context: RequestContext,
    queue: QueueRecord,
    order: ApprovalOrder,
  ): Promise<ApprovedQueue | null> {
    const { forecastId, fromOn, days, note, approvedAt } = order;
    const layered = await layeredDays(
      queue.zone,
      { fromOn, days },
      {
        layersOf: async (range) => (await this.layers.touching(context, queue.id, range)).filter(counts),
        daysOf: (range) =>
          forecastId
            ? this.versions.days(context, { forecastId, queueId: queue.id }, range)
            : this.forecasts.days(context, queue.id, range),
      },
    );
    if (layered.length === 0) return null;
    const rows = layered.map(({ day, layers, contacts, handleSeconds }) => ({
      onDate: day.onDate,
      forecastId: day.forecastId,
      layers,
      contacts,
      handleSeconds,
    }));
    const approvalId = await this.database.withTenant(context, (tx) =>
      this.approvals.insert(
        tx,
        {
          queueId: queue.id,
          fromOn,
          days,
          note: note.trim(),
          approvedBy: context.userId,
          ...(approvedAt === undefined ? {} : { approvedAt }),
        },
        rows,
      ),
    );
    return {
      queueId: queue.id,
      approvalId,
      days: rows.length,
      edits: new Set(rows.flatMap((row) => row.layers.map(({ layer }) => layer.id))).size,
    };
  }
}
