import type { PromotionLine } from './promotion/promotion-plan.js';
import type { Promoted } from './promotion/promotion.service.js';
import type { PromotionRecord } from './promotion/promotions.repository.js';
import {
  NothingToPromote,
  ScenarioPromoted,
  ScenarioPromotion,
  ScenarioPromotionRefused,
  type PromoteScenarioResult,
  type ScenarioPromotionLine,
} from './promotion.graphql-types.js';
import { refusedScenarioOf } from './scenarios.mapper.js';

export const promotionLineOf = ({ text, ...line }: PromotionLine): ScenarioPromotionLine => ({
  ...line,
  text: { ...text },
});

export function promotionOf({ undone, done, ...record }: PromotionRecord): ScenarioPromotion {
  return Object.assign(new ScenarioPromotion(), {
    ...record,
    isUndone: undone,
    lines: done.lines.map(promotionLineOf),
  });
}

export function promotedOf(result: Promoted): typeof PromoteScenarioResult {
  switch (result.kind) {
    case 'promoted':
      return Object.assign(new ScenarioPromoted(), { promotion: promotionOf(result.promotion) });
    case 'nothing':
      return Object.assign(new NothingToPromote(), {
        message: 'nothing of this scenario can be made the plan',
        lines: result.plan.lines.map(promotionLineOf),
      });
    case 'refused':
      return Object.assign(new ScenarioPromotionRefused(), {
        message: 'the plan was changed since; nothing was done',
        because: result.because,
      });
    default:
      return refusedScenarioOf(result);
  }
}
