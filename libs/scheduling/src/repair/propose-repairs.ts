import { REPAIR_MOVES } from './catalogue.js';
import { judgeIdea } from './judge-idea.js';
import type { GapStretch, RepairAction, RepairCase } from './repair-action.js';
import { RepairDay } from './repair-day.js';

export interface RepairProposals {
  /** Stretches with too few, then too many, the most agent-hours first. */
  readonly short: readonly GapStretch[];
  readonly over: readonly GapStretch[];
  /** Best first; each judged as if it were the only one. */
  readonly actions: readonly RepairAction[];
}

export interface ProposeOptions {
  /** Only for this queue. */
  readonly queueId?: string | null;
  /** Only for stretches that touch the span. */
  readonly span?: { readonly startAt: number; readonly endAt: number } | null;
  /** Default 12. */
  readonly most?: number;
}

/** Stretches for which ideas are sought: further down nothing is found that a better one has not. */
const MOST_STRETCHES = 4;
const DEFAULT_MOST = 12;
/** Less than one agent too many is none. */
const LEAST_OVER = 1 - 1e-6;

/**
 * What could be done about the rest of a day, best first: every move of the catalogue on the deepest stretches of missing
 * (or spare) agents, judged by the rules of everyone concerned, the queues' service level, paid minutes and wellbeing.
 * Nothing proposed breaks a must rule by more than before, moves what begins within the lead time, or touches a locked
 * shift. Empty when nothing would make the day better. See docs/methods/intraday.md.
 */
export function proposeRepairs(given: RepairCase, options: ProposeOptions = {}): RepairProposals {
  const day = new RepairDay(given);
  const isAsked = ({ queueId, startAt, endAt }: GapStretch): boolean => {
    if (options.queueId && options.queueId !== queueId) return false;
    return !options.span || (startAt < options.span.endAt && endAt > options.span.startAt);
  };
  const short = day.stretches().filter(isAsked);
  const over = day.stretches({ over: true, leastAgents: LEAST_OVER }).filter(isAsked);
  const found = new Map<string, RepairAction>();
  for (const move of REPAIR_MOVES)
    for (const stretch of (move.forSurplus ? over : short).slice(0, MOST_STRETCHES))
      for (const idea of move.propose(day, stretch)) {
        const key = keyOf(idea);
        const action = found.has(key) ? null : judgeIdea(day, idea);
        if (action) found.set(key, action);
      }
  const actions = [...found.values()].sort((a, b) => b.score - a.score).slice(0, options.most ?? DEFAULT_MOST);
  return { short, over, actions };
}

/** Two ideas with the same changes are one, whichever stretch they came from. */
function keyOf({
  kind,
  changes,
  offer,
}: Pick<RepairAction, 'kind' | 'changes' | 'offer'> | Parameters<typeof judgeIdea>[1]): string {
  const parts = changes.map(({ before, after }) => [
    before?.id,
    after.agentId,
    after.endAt,
    after.activities.map(({ activityTypeId, startAt, queueId }) => [activityTypeId, startAt, queueId]),
  ]);
  return JSON.stringify([kind, offer?.span, offer?.places, parts]);
}
