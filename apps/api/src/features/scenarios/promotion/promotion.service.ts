import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import { mayDo } from '../../../platform/permissions/permissions.js';
import { QueueDirectory } from '../../demand/index.js';
import { ScenarioBaseService } from '../base/scenario-base.service.js';
import { checkedChanges } from '../checked-changes.js';
import { ScenarioRepository, type ScenarioRecord } from '../scenarios.repository.js';
import type { SavedScenario } from '../scenarios.service.js';
import { promotionPlan, type ChosenPeople, type PromotionPlan } from './promotion-plan.js';
import { PromotionRefused, PromotionWriter } from './promotion-writer.js';
import { PromotionRepository, type PromotionRecord } from './promotions.repository.js';

export type Promoted =
  | { readonly kind: 'promoted'; readonly promotion: PromotionRecord }
  | { readonly kind: 'nothing'; readonly plan: PromotionPlan }
  /** A service it writes through said no: nothing was done. */
  | { readonly kind: 'refused'; readonly because: string }
  | Exclude<SavedScenario, { kind: 'saved' }>;

type Previewed =
  | { readonly kind: 'plan'; readonly scenario: ScenarioRecord; readonly plan: PromotionPlan }
  | Exclude<SavedScenario, { kind: 'saved' | 'changed-meanwhile' }>;

/** Makes of a scenario the plan what can be: all of that, or nothing, and it can be taken back. */
@Injectable()
export class PromotionService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly scenarios: ScenarioRepository,
    private readonly bases: ScenarioBaseService,
    private readonly queues: QueueDirectory,
    private readonly writer: PromotionWriter,
    private readonly promotions: PromotionRepository,
  ) {}

  /** What would become of each change. */
  async preview(context: RequestContext, id: string, chosen: readonly ChosenPeople[] = []): Promise<Previewed> {
    const scenario = await this.scenarios.byId(context, id);
    if (!scenario) return { kind: 'not-found', what: 'scenario' };
    const result = await this.bases.build(context, scenario);
    if (result.kind === 'nothing-forecast') return { kind: 'base-missing', gaps: result.gaps };
    if (result.kind === 'not-found') return { kind: 'not-found', what: 'site' };
    if (result.kind === 'invalid') return result;
    const { base } = result.built;
    const checked = checkedChanges(scenario.changes, base);
    if (checked.kind === 'faulty') return checked;
    const queueOf = new Map((await this.queues.withPutAway(context)).map((queue) => [queue.id, queue]));
    const terms = { mayEditCosts: mayDo(context, 'costs.edit'), queueOf, chosen };
    return { kind: 'plan', scenario, plan: promotionPlan(base, checked.changes, terms) };
  }

  async promote(
    context: RequestContext,
    id: string,
    { version, chosen = [] }: { readonly version: number; readonly chosen?: readonly ChosenPeople[] },
  ): Promise<Promoted> {
    return this.wholly(context, async (): Promise<Promoted> => {
      const preview = await this.preview(context, id, chosen);
      if (preview.kind !== 'plan') return preview;
      const { scenario, plan } = preview;
      if (scenario.version !== version) return { kind: 'changed-meanwhile', scenario };
      if (plan.lines.every(({ promoted }) => !promoted)) return { kind: 'nothing', plan };
      const done = await this.writer.write(context, scenario, plan);
      const promotionId = await this.database.withTenant(context, (tx) =>
        this.promotions.insert(tx, { scenarioId: id, version, done, userId: context.userId }),
      );
      return { kind: 'promoted', promotion: (await this.promotions.byId(context, promotionId))! };
    });
  }

  async undo(context: RequestContext, promotionId: string): Promise<Promoted> {
    return this.wholly(context, async (): Promise<Promoted> => {
      const found = await this.promotions.byId(context, promotionId);
      if (!found) return { kind: 'not-found', what: 'promotion' };
      const isFirst = await this.database.withTenant(context, (tx) =>
        this.promotions.setUndone(tx, promotionId, context.userId),
      );
      if (isFirst) await this.writer.takeBack(context, found.done);
      return { kind: 'promoted', promotion: { ...found, undone: true } };
    });
  }

  /** One transaction: a refusal of one part takes back all. */
  private async wholly(context: RequestContext, work: () => Promise<Promoted>): Promise<Promoted> {
    try {
      return await this.database.withTenant(context, work);
    } catch (error) {
      if (error instanceof PromotionRefused) return { kind: 'refused', because: error.message };
      throw error;
    }
  }
}
