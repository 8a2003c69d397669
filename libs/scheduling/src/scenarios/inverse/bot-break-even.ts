import { answerBase } from '../answer-base.js';
import { deflectionChange } from '../changes/deflection.change.js';
import type { ScenarioBase } from '../scenario-base.js';
import type { DeflectionChange } from '../scenario-change.js';

export interface BotBreakEven {
  /** Contacts the bot takes over the grid. */
  readonly botContacts: number;
  /** Agent-hours to roster that are saved. */
  readonly hoursSaved: number;
  /** What is saved in people and channels, before the bot is paid; null without cost terms. */
  readonly saved: number | null;
  /** The price of a contact the bot takes at which it costs what it saves. */
  readonly perContact: number | null;
  /** What is left at the price of the cost terms; below 0 where the bot costs more than it saves. */
  readonly netSaved: number | null;
}

/**
 * At which price a bot pays: what staffing exactly the requirement costs without it less what it costs with it, for each
 * contact it takes. The requirement moves in whole agents, so that a bot of a few contacts may save nothing. Throws for a
 * change with faults.
 */
export function botBreakEven(base: ScenarioBase, deflection: Omit<DeflectionChange, 'kind'>): BotBreakEven {
  const change: DeflectionChange = { ...deflection, kind: 'deflection' };
  const [fault] = deflectionChange.faults(change, base);
  if (fault) throw new RangeError(`${fault.path}: ${fault.message.en}`);
  const before = answerBase(base, { withChance: false }).total;
  const after = answerBase(deflectionChange.apply(change, base), { withChance: false }).total;
  const botContacts = after.botContacts - before.botContacts;
  const costs = before.requiredCost && after.requiredCost ? [before.requiredCost, after.requiredCost] : null;
  const saved = costs ? costs[0]!.total - costs[0]!.bot - (costs[1]!.total - costs[1]!.bot) : null;
  return {
    botContacts,
    hoursSaved: before.hoursToRoster - after.hoursToRoster,
    saved,
    perContact: saved === null || !(botContacts > 0) ? null : saved / botContacts,
    netSaved: saved === null ? null : saved - botContacts * base.costs!.botPerDeflectedContact,
  };
}
