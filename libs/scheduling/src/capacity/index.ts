export * from './capacity-plan.js';
export { capacityFaults, type CapacityFault } from './capacity-faults.js';
export { capacityRisk, type CapacityRiskAnswer, type GroupRisk, type RiskOptions } from './capacity-risk.js';
export {
  periodStart,
  sumByPeriod,
  totalWeeks,
  wholeOf,
  type CapacityPeriod,
  type CapacityPeriodSum,
} from './capacity-periods.js';
export {
  evaluateCapacity,
  needOf,
  supplyHoursOf,
  type CapacityAnswer,
  type CapacityColumn,
  type CapacityWeek,
} from './evaluate-capacity.js';
export { peopleByGroup, type GroupPeople, type SkilledPerson } from './people-shares.js';
export { headcountOf, incumbents, oneHire, oneMove, type Headcount } from './headcount.js';
export {
  lawTogether,
  requiredHours,
  requirementLawOf,
  shrinkageAt,
  spreadOfBand,
  workloadAt,
  type KnownWeek,
  type RequirementLaw,
} from './weekly-requirement.js';
export {
  assumptionTable,
  numberOf,
  readAssumptionTable,
  resultTable,
  withEdits,
  type CapacityTable,
  type ReadTable,
  type TableCell,
  type TableEdit,
  type TableFault,
} from './capacity-table.js';
export { capacityCsvTable, capacitySheets, type CapacitySheet } from './capacity-sheets.js';
export { capacityInWords, classInWords, comparisonInWords, moveInWords } from './capacity-words.js';
export { ASSUMPTION_ROWS, RESULT_ROWS, type AssumptionRow, type CapacityUnit } from './weekly-rows.js';
