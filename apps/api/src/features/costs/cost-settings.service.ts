import { Injectable } from '@nestjs/common';
import type { CostTerms, CostTermsFault } from '@yotei/scheduling/costs';
import type { LocalDate } from '@yotei/time';
import type { RequestContext } from '../../platform/context/request-context.js';
import { TenantDatabase } from '../../platform/database/tenant-database.js';
import { RecordsRepository } from '../rosters/index.js';
import { CostSettingsRepository, type CostSettingsRecord } from './cost-settings.repository.js';
import { costTermsOfInput } from './cost-terms-input.js';

export interface CostSettingsOrder {
  /** Version of the newest settings that were on the screen; 0 where there were none. */
  readonly basedOnVersion: number;
  readonly effectiveOn: LocalDate;
  /** As it came in: checked here. */
  readonly terms: unknown;
}

export type SavedCosts =
  | { readonly kind: 'saved'; readonly settings: CostSettingsRecord }
  | { readonly kind: 'changed-meanwhile'; readonly settings: CostSettingsRecord }
  | { readonly kind: 'invalid'; readonly faults: readonly CostTermsFault[] };

/** What work costs in this centre. */
@Injectable()
export class CostSettingsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly settings: CostSettingsRepository,
    private readonly records: RecordsRepository,
  ) {}

  /** Every version, newest first; the withdrawn ones too. */
  all(context: RequestContext): Promise<CostSettingsRecord[]> {
    return this.settings.all(context);
  }

  /** What holds on a day; before the first settings those. Null where nothing is set. */
  inForce(context: RequestContext, on: LocalDate): Promise<CostSettingsRecord | null> {
    return this.settings.inForce(context, on);
  }

  /** A new version: earlier ones stay, and what was computed with them. */
  async save(context: RequestContext, order: CostSettingsOrder): Promise<SavedCosts> {
    const read = costTermsOfInput(order.terms);
    if (read.kind === 'invalid') return read;
    const { terms } = read;
    return this.database.withTenant(context, async (tx): Promise<SavedCosts> => {
      const before = (await this.settings.all(context))[0];
      const id = await this.settings.insert(tx, { ...order, terms, createdBy: context.userId });
      const now = (await this.settings.all(context))[0]!;
      if (!id) return { kind: 'changed-meanwhile', settings: now };
      await this.audit(context, { action: 'costs.save', id, before: before?.terms, after: terms });
      return { kind: 'saved', settings: now };
    });
  }

  /** Takes a version back, or brings it back. Null when there is none of that id. */
  async setWithdrawn(context: RequestContext, id: string, withdrawn: boolean): Promise<CostSettingsRecord | null> {
    return this.database.withTenant(context, async (tx) => {
      if (!(await this.settings.setWithdrawn(tx, id, withdrawn))) return null;
      await this.audit(context, { action: withdrawn ? 'costs.withdraw' : 'costs.restore', id });
      return (await this.settings.all(context)).find((one) => one.id === id) ?? null;
    });
  }

  private async audit(
    context: RequestContext,
    { action, id, before, after }: { action: string; id: string; before?: CostTerms; after?: CostTerms },
  ): Promise<void> {
    await this.database.withTenant(context, (tx) =>
      this.records.audit(tx, context, { action, subjectKind: 'cost_settings', subjectId: id, before, after }),
    );
  }
}
