import type { RosterProblem } from '../roster/index.js';
import { findRule } from '../rules/index.js';
import { infeasibleAgents, whyStuck } from './explain/infeasible.js';
import { unmetIntervals } from './explain/unmet.js';
import type { OptimiseOptions, OptimiseResult } from './optimise.js';
import { unsupportedRules, type RuleLookup } from './problem/agent-limits.js';
import { preparationBase, prepareFrom, type PreparedProblem } from './problem/prepare.js';
import { RosterRun } from './roster-run.js';
import { CancelledBeforeRoster, StopWatch } from './search/stop-watch.js';
import { withSessions, type RosterWithSessions } from './sessions/with-sessions.js';
import { shortHourPrice } from './short-hour-price.js';
import { unmeetableTeamRules } from './team/unmeetable.js';
import type { ThreadTeam } from './threads/thread-team.js';

/**
 * Plans a roster: least cost of under- and over-staffing, wishes and preferred rules, with every must rule kept
 * (`docs/methods/roster-engine.md`). The same problem, seed and iteration limit give the same roster; a time limit only
 * chooses where to stop. Without a limit it runs until it no longer improves. Cancelled, it answers the best roster so far,
 * or that there is none yet. Refuses must rules it cannot hold and names agents who cannot be planned at all. Throws for templates off the slot grid and for names the problem does not know.
 */
export function optimiseRoster(problem: RosterProblem, options: OptimiseOptions): OptimiseResult {
  return optimiseWithRules(problem, options, findRule);
}

/** {@link optimiseRoster} with the rule catalogue as a parameter, for tests of rules the catalogue does not hold. */
export function optimiseWithRules(problem: RosterProblem, options: OptimiseOptions, find: RuleLookup): OptimiseResult {
  const unsupported = unsupportedRules(problem, find);
  if (unsupported.length > 0) return { kind: 'unsupported-rule', ruleIds: unsupported };
  const watch = new StopWatch(options, options.team);
  try {
    return optimiseUnder(watch, { problem, options, find });
  } catch (error) {
    if (error instanceof CancelledBeforeRoster)
      return { kind: 'stopped-before-first-roster', seconds: watch.seconds() };
    throw error;
  }
}

/**
 * The part of a thread of another rank than 0 in {@link optimiseRoster}: the same problem and options, but for the team. It
 * ends when the run does, and answers nothing.
 */
export function assistRoster(problem: RosterProblem, options: OptimiseOptions & { readonly team: ThreadTeam }): void {
  if (unsupportedRules(problem, findRule).length > 0) return;
  const watch = new StopWatch(options, options.team);
  try {
    const base = preparationBase(problem, {
      find: findRule,
      resumeFrom: options.resumeFrom,
      betweenAgents: () => watch.leaveIfCancelled(),
    });
    const prepared = prepareFrom(base);
    const isPossible = infeasibleAgents(prepared, base).length === 0 && unmeetableTeamRules(prepared).length === 0;
    if (isPossible) new RosterRun(prepared, options, watch).execute();
  } catch (error) {
    if (!(error instanceof CancelledBeforeRoster)) throw error;
  }
}

interface Order {
  readonly problem: RosterProblem;
  readonly options: OptimiseOptions;
  readonly find: RuleLookup;
}

function optimiseUnder(watch: StopWatch, { problem, options, find }: Order): OptimiseResult {
  const betweenAgents = () => watch.leaveIfCancelled();
  const base = preparationBase(problem, { find, resumeFrom: options.resumeFrom, betweenAgents });
  const prepared = prepareFrom(base);
  const impossible = infeasibleAgents(prepared, base);
  if (impossible.length > 0) return { kind: 'infeasible', agents: impossible };
  const unmeetable = unmeetableTeamRules(prepared);
  if (unmeetable.length > 0) return { kind: 'team-rules-unmet', breaches: unmeetable, proven: true, roster: null };
  const run = new RosterRun(prepared, options, watch);
  const stuck = run.execute();
  if (stuck) return { kind: 'infeasible', agents: [whyStuck(prepared, base, stuck)] };
  return resultOf(prepared, run);
}

function resultOf(prepared: PreparedProblem, run: RosterRun): OptimiseResult {
  const judged = run.judged!;
  judged.follow(run.best);
  const roster = judged.roster();
  const evaluation = judged.evaluation();
  const unmet = evaluation.teamBreaches.filter(({ level }) => level === 'must');
  const judgedOnly = evaluation.breaches.filter(({ level, ruleId }) => level === 'must' && isOnlyJudged(ruleId));
  if (unmet.length > 0 && unmet.length + judgedOnly.length === evaluation.hardBreaches)
    return { kind: 'team-rules-unmet', breaches: unmet, proven: false, roster };
  const broken = evaluation.breaches.filter(({ level, ruleId }) => level === 'must' && !isOnlyJudged(ruleId));
  if (broken.length > 0) {
    const ids = new Set(broken.map(({ ruleId }) => ruleId));
    throw new Error(
      `roster must keep every must rule but breaks ${[...ids].join(', ')}; this is a fault of the engine, please report the problem file`,
    );
  }
  return plannedOf(prepared, run, withSessions(prepared, roster, evaluation));
}

/** Whether the engine plans without the rule, or may have to, and says what its roster breaks. */
function isOnlyJudged(ruleId: string): boolean {
  return ['judged', 'long-rest'].includes(findRule(ruleId)?.tour.kind ?? '');
}

function plannedOf(
  prepared: PreparedProblem,
  run: RosterRun,
  { roster, evaluation, sessions, mostSaved }: RosterWithSessions,
): OptimiseResult {
  const { problem } = prepared;
  const lowerBound = Math.min(run.lowerBound - mostSaved, evaluation.cost);
  const judgedBreaches = evaluation.breaches.filter(({ level, ruleId }) => level === 'must' && isOnlyJudged(ruleId));
  return {
    kind: 'roster',
    roster,
    cost: evaluation.cost,
    ...(sessions && { sessions }),
    ...(judgedBreaches.length > 0 && { judgedBreaches }),
    parts: { ...evaluation.parts },
    lowerBound,
    gapHours: (evaluation.cost - lowerBound) / shortHourPrice(problem),
    requiredHours: prepared.requiredHours,
    unmet: unmetIntervals(prepared, run.best, roster, evaluation.coverage),
    iterations: run.iterations,
    seconds: run.watch.seconds(),
    stoppedBy: evaluation.cost <= lowerBound + 1e-6 ? 'optimal' : (run.watch.stoppedBy ?? 'converged'),
  };
}
