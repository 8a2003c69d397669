import type { Agent } from '../organisation/index.js';
import type { CouldBeAway } from './promotion/could-be-away.service.js';
import type { PromotionLine, PromotionPlan } from './promotion/promotion-plan.js';
import type { Promoted } from './promotion/promotion.service.js';
import type { PromotionRecord } from './promotion/promotions.repository.js';
import {
  NothingToPromote,
  ScenarioPromoted,
  ScenarioPromotion,
  ScenarioPromotionPlan,
  ScenarioPromotionRefused,
  type PromoteScenarioResult,
  type ScenarioPromotionLine,
} from './promotion.graphql-types.js';
import { refusedScenarioOf } from './scenarios.mapper.js';

const knownOf = (value: number): number | null => (Number.isFinite(value) ? value : null);

export const promotionLineOf = (
  { text, demand = [], absent, ...line }: PromotionLine,
  agents: readonly Agent[] = [],
): ScenarioPromotionLine => ({
  ...line,
  text: { ...text },
  demand: demand.map(({ handleSecondsBefore, handleSecondsAfter, ...one }) => ({
    ...one,
    handleSecondsBefore: knownOf(handleSecondsBefore),
    handleSecondsAfter: knownOf(handleSecondsAfter),
  })),
  absent: absent
    ? {
        agents: absent.agents,
        candidates: agents
          .filter(({ skillIds }) => absent.skillId === null || skillIds.includes(absent.skillId))
          .map(({ id, name }) => ({ id, name })),
      }
    : null,
});

export function promotionPlanOf({ lines }: PromotionPlan, { agents, kinds }: CouldBeAway): ScenarioPromotionPlan {
  return Object.assign(new ScenarioPromotionPlan(), {
    lines: lines.map((line) => promotionLineOf(line, agents)),
    absenceKinds: kinds.map(({ code, title }) => ({ code, title: { ...title } })),
  });
}

export function promotionOf({ undone, done, ...record }: PromotionRecord): ScenarioPromotion {
  return Object.assign(new ScenarioPromotion(), {
    ...record,
    isUndone: undone,
    lines: done.lines.map((line) => promotionLineOf(line)),
  });
}

export function promotedOf(result: Promoted): typeof PromoteScenarioResult {
  switch (result.kind) {
    case 'promoted':
      return Object.assign(new ScenarioPromoted(), { promotion: promotionOf(result.promotion) });
    case 'nothing':
      return Object.assign(new NothingToPromote(), {
        message: 'nothing of this scenario can be made the plan',
        lines: result.plan.lines.map((line) => promotionLineOf(line)),
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
