import type { Instant } from '@yotei/time';
import type { Contract, ShiftTemplate } from '../../organisation/index.js';
import type { NewBidRound } from './bid-rounds.repository.js';

export interface BidFault {
  readonly path: string;
  readonly message: string;
}

const MOST_LINES = 60;
const MOST_WEEKS = 26;
const MOST_PLACES = 1000;

/** What is wrong with a round before it is opened; null: nothing. */
export function roundFault(
  round: NewBidRound,
  { contract, templates, now }: { contract: Contract | undefined; templates: readonly ShiftTemplate[]; now: Instant },
): BidFault | null {
  const { title, fromOn, untilOn, closesAt, lines } = round;
  if (title === '') return { path: 'title', message: 'give the round a name' };
  if (!contract) return { path: 'contractId', message: 'no such contract' };
  if (untilOn <= fromOn) return { path: 'untilOn', message: 'the last day must come after the first' };
  if (closesAt <= now) return { path: 'closesAt', message: 'the closing time must lie ahead' };
  if (new Date(closesAt).toISOString().slice(0, 10) > fromOn)
    return { path: 'closesAt', message: 'bids must close before the season begins' };
  if (lines.length === 0 || lines.length > MOST_LINES)
    return { path: 'lines', message: `a round has 1 to ${MOST_LINES} lines` };
  for (const [i, line] of lines.entries()) {
    const fault = lineFault(line, contract, templates);
    if (fault) return { path: `lines.${i}.${fault.path}`, message: fault.message };
  }
  return null;
}

function lineFault(
  { title, weeks, places }: NewBidRound['lines'][number],
  contract: Contract,
  templates: readonly ShiftTemplate[],
): BidFault | null {
  if (title === '') return { path: 'title', message: 'give each line a name' };
  if (!(places >= 1 && places <= MOST_PLACES)) return { path: 'places', message: `places must be 1 to ${MOST_PLACES}` };
  if (weeks.length === 0 || weeks.length > MOST_WEEKS)
    return { path: 'weeks', message: `a line has 1 to ${MOST_WEEKS} weeks` };
  for (const [i, { templateIds, daysOff = [] }] of weeks.entries()) {
    const path = `weeks.${i}`;
    const allowed = templateIds ?? contract.templateIds;
    if (allowed.length === 0 || !allowed.every((id) => contract.templateIds.includes(id)))
      return { path, message: 'a week takes shift patterns of the contract only' };
    if (new Set(daysOff).size < daysOff.length || !daysOff.every((day) => day >= 1 && day <= 7))
      return { path, message: 'days off are weekdays 1 to 7, each once' };
    const longest = Math.max(...templates.filter(({ id }) => allowed.includes(id)).map((one) => one.lengthMinutes));
    const workDays = Math.min(7 - daysOff.length, contract.daysPerWeekMax);
    if (workDays * longest < contract.weeklyMinutesMin)
      return { path, message: 'these days off leave too few days for the least hours of the contract' };
  }
  return null;
}
