import { judgeAgent, type AgentJudgement } from '../evaluation/index.js';
import { judgeTeamRule, type ActiveTeamRule, type TeamBreach } from '../rules/index.js';
import { StandingCoverage } from './coverage-effect.js';
import type { ExchangeBook, PlacedShift } from './exchange-request.js';
import { ShiftShelf } from './shift-shelf.js';

/** Shifts that differ from those a book was made of; a shift that is new counts as changed. */
export interface ShiftNews {
  readonly changed: readonly PlacedShift[];
  readonly removedIds: readonly string[];
}

/** The schedule as it stands, with all that is known of it: each thing is worked out when it is first asked for, and kept. */
export class StandingSchedule {
  readonly shelf: ShiftShelf;
  private readonly teamBreaches = new Map<ActiveTeamRule, readonly TeamBreach[]>();
  private presence: StandingCoverage | null = null;

  constructor(
    readonly book: Pick<ExchangeBook, 'problem' | 'shifts' | 'service'>,
    private readonly judgements = new Map<string, AgentJudgement>(),
  ) {
    this.shelf = new ShiftShelf(book);
  }

  /** What rules say about the agent. */
  judgementOf(agentId: string): AgentJudgement {
    let judged = this.judgements.get(agentId);
    if (!judged)
      this.judgements.set(agentId, (judged = judgeAgent(this.book.problem, agentId, this.shelf.shiftsOf(agentId))));
    return judged;
  }

  breachesOf(rule: ActiveTeamRule): readonly TeamBreach[] {
    let found = this.teamBreaches.get(rule);
    if (!found) this.teamBreaches.set(rule, (found = judgeTeamRule(rule, this.shelf.shiftsOf)));
    return found;
  }

  get coverage(): StandingCoverage {
    const { problem, service = [] } = this.book;
    this.presence ??= new StandingCoverage(
      problem,
      problem.agents.map(({ id }) => [id, this.shelf.shiftsOf(id)] as const),
      service,
    );
    return this.presence;
  }

  /**
   * The schedule after some shifts changed. What is known of agents the news does not touch is taken over, coverage
   * too: this one would have to count anew if it were asked again.
   */
  after({ changed, removedIds }: ShiftNews): StandingSchedule {
    const fresh = new Map(changed.map((shift) => [shift.id, shift]));
    const gone = new Set([...removedIds, ...fresh.keys()]);
    const old = [...gone].flatMap((id) => this.shelf.shift(id) ?? []);
    const touched = new Set([...old, ...changed].map(({ agentId }) => agentId));
    const shifts = [...this.book.shifts.filter(({ id }) => !gone.has(id)), ...changed];
    const kept = new Map([...this.judgements].filter(([agentId]) => !touched.has(agentId)));
    const next = new StandingSchedule({ ...this.book, shifts }, kept);
    if (!this.presence) return next;
    next.presence = this.presence;
    this.presence = null;
    for (const agentId of touched)
      next.presence.replace(agentId, this.shelf.shiftsOf(agentId), next.shelf.shiftsOf(agentId));
    return next;
  }
}
