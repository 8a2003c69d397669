export { NothingPlanned } from '../outlook/outlook.graphql-types.js';
export { RepairProposals, RepairProposalsResult } from './repair.graphql-types.js';
export { proposalsOf } from './repair.mapper.js';
export { RepairModule } from './repair.module.js';
export { RepairService, type ProposedRepairs } from './repair.service.js';
