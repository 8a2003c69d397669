import { absence } from './absence.relaxation.js';
import { availability } from './availability.relaxation.js';
import { contract } from './contract.relaxation.js';
import { lockedShift } from './locked-shift.relaxation.js';
import type { Relaxation } from './relaxation.js';
import { rule } from './rule.relaxation.js';
import { skill } from './skill.relaxation.js';
import { teamRule } from './team-rule.relaxation.js';
import { breakWindow, startWindow } from './template-windows.relaxation.js';

/** Every limit that could be let out, in the order in which a planner would ask for it. One line each. */
export const RELAXATIONS: readonly Relaxation[] = [
  breakWindow,
  lockedShift,
  startWindow,
  availability,
  contract,
  rule,
  teamRule,
  absence,
  skill,
];
