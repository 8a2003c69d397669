import { alikeAgents } from './alike-agents.move.js';
import { randomAgents } from './random-agents.move.js';
import type { RuinMove } from './ruin-move.js';
import { shortSlot } from './short-slot.move.js';
import { surplusSlot } from './surplus-slot.move.js';
import { teamRule } from './team-rule.move.js';

/** Every move of the large-neighbourhood search. One line a move. */
export const RUIN_MOVES: readonly RuinMove[] = [randomAgents, alikeAgents, shortSlot, surplusSlot, teamRule];
