export * from './alert-telling.js';
export * from './alerts.js';
export { breatherFor } from './breather.js';
export { REPAIR_MOVES } from './catalogue.js';
export { proposeRepairs, type ProposeOptions, type RepairProposals } from './propose-repairs.js';
export * from './repair-action.js';
export { RepairDay } from './repair-day.js';
export { REPAIR_PRICES } from './judge-idea.js';
export { whoCouldCome, type ComingIn } from './who-could-come.js';
