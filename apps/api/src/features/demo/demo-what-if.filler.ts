import { Injectable } from '@nestjs/common';
import type { CostTerms } from '@yotei/scheduling/costs';
import { addDays } from '@yotei/time';
import { CostSettingsService } from '../costs/index.js';
import { ScenariosService, type NewScenario } from '../scenarios/index.js';
import { DemoCapacityFiller } from './demo-capacity.filler.js';
import type { DemoFilling } from './demo-filling.js';

/** Invented, of the size people are paid in Tokyo; premiums by the Labour Standards Act. */
const TERMS: CostTerms = {
  currency: 'JPY',
  wages: [{ perPaidHour: 1600 }],
  onCostFraction: 0.16,
  premiums: [
    { kind: 'night', fromMinute: 1320, untilMinute: 300, fraction: 0.25, source: 'jp.premium' },
    { kind: 'overtime', fraction: 0.25, afterWeeklyHours: 40, source: 'jp.premium' },
  ],
  channels: [
    { channel: 'voice', perContact: 0, perHandleMinute: 3 },
    { channel: 'chat', perContact: 4, perHandleMinute: 0 },
  ],
  botPerDeflectedContact: 25,
  penalties: [],
  outsourcing: [{ perHandledContact: 650 }],
};

/** What work costs, two questions a manager asked about next week, and the capacity plan. */
@Injectable()
export class DemoWhatIfFiller {
  constructor(
    private readonly costs: CostSettingsService,
    private readonly scenarios: ScenariosService,
    private readonly capacity: DemoCapacityFiller,
  ) {}

  async fill(filling: DemoFilling): Promise<void> {
    const { context, ids, thisWeekOn, report } = filling;
    report('demo centre: costs and scenarios');
    await this.costs.save(context, { basedOnVersion: 0, effectiveOn: addDays(thisWeekOn, -364), terms: TERMS });
    const week = { parentId: null, fromOn: addDays(thisWeekOn, 7), days: 7, siteId: null };
    const questions: readonly NewScenario[] = [
      {
        ...week,
        name: '問い合わせ20%増',
        note: 'キャンペーンの週を想定',
        changes: [{ kind: 'volume', factor: 1.2 }],
      },
      {
        ...week,
        name: 'チャットの15%をボットへ',
        note: '簡単な問い合わせが減り、残りは長くなります',
        changes: [{ kind: 'deflection', deflectedFraction: 0.15, queueIds: [ids.of('queue', 'chat')] }],
      },
    ];
    for (const question of questions) {
      const made = await this.scenarios.create({ ...context }, question);
      if (made.kind !== 'saved') throw new Error(`the scenario ${question.name} could not be made: ${made.kind}`);
    }
    await this.capacity.fill(filling);
  }
}
