export { planToFill, proposeHiring, type HiringProposal, type ProposeOptions } from './propose-hiring.js';
