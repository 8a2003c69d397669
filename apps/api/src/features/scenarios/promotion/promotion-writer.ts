import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { CostSettingsService } from '../../costs/index.js';
import { ForecastLayersService, QueueDirectory } from '../../demand/index.js';
import { StaffingSettingsService } from '../../staffing/index.js';
import { EnteredTimeOff } from '../../time-off/entered-time-off.service.js';
import type { ScenarioRecord } from '../scenarios.repository.js';
import type { PromotionPlan } from './promotion-plan.js';
import type { PromotionDone } from './promotions.repository.js';

/** Thrown inside the transaction, so that nothing of it stays. */
export class PromotionRefused extends Error {}

/** Writes a promotion through the services of what it changes, and takes it back through them. */
@Injectable()
export class PromotionWriter {
  constructor(
    private readonly layers: ForecastLayersService,
    private readonly settings: StaffingSettingsService,
    private readonly costs: CostSettingsService,
    private readonly queues: QueueDirectory,
    private readonly timeOff: EnteredTimeOff,
  ) {}

  /** Inside a transaction; throws {@link PromotionRefused} when one of the services refuses. */
  async write(context: RequestContext, scenario: ScenarioRecord, plan: PromotionPlan): Promise<PromotionDone> {
    const reason = `scenario “${scenario.name}”`;
    const layers: { queueId: string; ids: string[] }[] = [];
    for (const [queueId, wanted] of plan.layers) {
      if (wanted.length === 0) continue;
      const laid = await this.layers.add(context, { queueId, reason, layers: wanted });
      if (laid.kind !== 'changed') throw new PromotionRefused(refusalOf(laid));
      layers.push({ queueId, ids: laid.layers.map(({ id }) => id) });
    }
    const settings: PromotionDone['settings'][number][] = [];
    for (const [queueId, after] of plan.settings) {
      const before = await this.queues.byId(context, queueId);
      if (!before) continue;
      const saved = await this.settings.save(context, { queueId, version: before.version, plan: after });
      if (saved.kind !== 'saved') throw new PromotionRefused(refusalOf(saved));
      settings.push({ queueId, before: before.plan, version: saved.queue.version });
    }
    const costsId = await this.writeCosts(context, scenario, plan);
    const timeOffIds: string[] = [];
    for (const absence of plan.absences) {
      const entered = await this.timeOff.enter(context, { ...absence, reason });
      if (entered.kind !== 'entered') throw new PromotionRefused(refusalOf(entered));
      timeOffIds.push(...entered.ids);
    }
    return { lines: plan.lines, layers, settings, costsId, timeOffIds };
  }

  /** Inside a transaction; throws {@link PromotionRefused} when something was changed since. */
  async takeBack(
    context: RequestContext,
    { layers, settings, costsId, timeOffIds = [] }: PromotionDone,
  ): Promise<void> {
    for (const { ids } of layers) {
      const named = ids.map((id) => ({ id, version: null }));
      const taken = await this.layers.change(context, named, { undone: true });
      if (taken.kind !== 'changed') throw new PromotionRefused(refusalOf(taken));
    }
    for (const { queueId, before, version } of settings) {
      const saved = await this.settings.save(context, { queueId, version, plan: before });
      if (saved.kind !== 'saved') throw new PromotionRefused(refusalOf(saved));
    }
    if (costsId) await this.costs.setWithdrawn(context, costsId, true);
    await this.timeOff.takeBack(context, timeOffIds);
  }

  private async writeCosts(
    context: RequestContext,
    { fromOn }: ScenarioRecord,
    { costs }: PromotionPlan,
  ): Promise<string | null> {
    if (!costs) return null;
    const basedOnVersion = (await this.costs.all(context))[0]?.version ?? 0;
    const saved = await this.costs.save(context, { basedOnVersion, effectiveOn: fromOn, terms: costs });
    if (saved.kind !== 'saved') throw new PromotionRefused('costs');
    return saved.settings.id;
  }
}

type Refusal = { readonly kind: string } | { readonly kind: 'invalid'; readonly message: string };
const refusalOf = (refusal: Refusal): string => ('message' in refusal ? refusal.message : refusal.kind);
