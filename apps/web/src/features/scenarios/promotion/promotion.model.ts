import type { ScenarioPromotionPlanQuery } from '../../../graphql/generated/graphql.js';

/** What becomes of a scenario, change by change, before anybody says yes. */
export type PromotionPlan = Extract<
  ScenarioPromotionPlanQuery['scenarioPromotion'],
  { readonly __typename: 'ScenarioPromotionPlan' }
>;
export type PromotionLine = PromotionPlan['lines'][number];
