import { Injectable } from '@nestjs/common';
import type { Instant } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { weightFault, type WeightValues } from './planning-weights.catalogue.js';
import { RecordsRepository } from './records.repository.js';

/** The centre's weights as they are in force; version 0 is the standard. */
export interface WeightsInForce {
  readonly version: number;
  readonly values: WeightValues;
  readonly changedAt: Instant | null;
  readonly changedBy: string | null;
}

export type SavedWeights =
  | { readonly kind: 'saved'; readonly weights: WeightsInForce }
  | { readonly kind: 'edited-meanwhile'; readonly weights: WeightsInForce }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string };

const STANDARD: WeightsInForce = { version: 0, values: {}, changedAt: null, changedBy: null };

/** What a roster costs in a centre: read by planning, changed by its planners, each change a version. */
@Injectable()
export class PlanningWeightsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly records: RecordsRepository,
  ) {}

  async inForce(context: RequestContext): Promise<WeightsInForce> {
    const [row] = await this.database.read<WeightsInForce>(
      context,
      `select w.version, w.weights as "values", w.changed_at as "changedAt", u.display_name as "changedBy"
       from planning_weights w left join users u on u.id = w.changed_by
       where w.organisation_id = $1 order by w.version desc limit 1`,
      [context.organisationId],
    );
    return row ?? STANDARD;
  }

  /** Stores all values given as the next version; those left out are the standard. */
  async save(
    context: RequestContext,
    order: { readonly expectedVersion: number; readonly values: WeightValues },
  ): Promise<SavedWeights> {
    const fault = weightFault(order.values);
    if (fault) return { kind: 'invalid', ...fault };
    return this.database.withTenant(context, async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('planning weights ' || app_organisation_id(), 0))`);
      const before = await this.inForce(context);
      if (before.version !== order.expectedVersion) return { kind: 'edited-meanwhile' as const, weights: before };
      await tx.query(
        'insert into planning_weights (organisation_id, version, weights, changed_by) values (app_organisation_id(), $1, $2::jsonb, $3)',
        [before.version + 1, JSON.stringify(order.values), context.userId],
      );
      await this.records.audit(tx, context, {
        action: 'planning-weights.change',
        subjectKind: 'organisation',
        subjectId: context.organisationId,
        before: before.values,
        after: order.values,
      });
      return { kind: 'saved' as const, weights: await this.inForce(context) };
    });
  }
}
