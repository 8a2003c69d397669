export * from './demo-centre.js';
export { DEMO_SIZES, generateDemoCentre, type DemoOptions } from './generate-demo-centre.js';
export type { DemoShrinkageReason, DemoStaffingPlan } from './staffing-plans.js';
export { inventStates, type InventedState, type PlannedActivity, type PlannedShift } from './invented-states.js';
