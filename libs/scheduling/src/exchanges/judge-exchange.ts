import type { AgentJudgement } from '../evaluation/index.js';
import { indexProblem } from '../roster/index.js';
import { activeTeamRules, judgeTeamRule, type TeamBreach } from '../rules/index.js';
import type { CoverageEffect, ServiceEffect } from './coverage-effect.js';
import type { ExchangeBook, ExchangeKind, ExchangeRequest, ImpossibleCode } from './exchange-request.js';
import { partyEffect, type PartyEffect, type WorseRule } from './party-effect.js';
import { defaultPolicies, findPolicy, parametersOf } from './policies/catalogue.js';
import type { PolicyFacts, PolicyOutcome, PolicySetting } from './policies/policy.js';
import { resolveExchange } from './resolve-exchange.js';
import { partiesOf, type ExchangeChanges, type PartyShifts } from './resolved-exchange.js';
import type { ShiftShelf } from './shift-shelf.js';
import { StandingSchedule, type ShiftNews } from './standing-schedule.js';

/** Green: applied at once. Amber: a manager must accept the reasons. Red: not possible, for the reasons. */
export type VerdictColour = 'green' | 'amber' | 'red';

export type ExchangeReason =
  | { readonly kind: 'impossible'; readonly outcome: 'refuse'; readonly code: ImpossibleCode }
  /** A must rule broken by `by` more than before. */
  | ({ readonly kind: 'rule'; readonly outcome: 'refuse'; readonly agentId: string } & WorseRule)
  | { readonly kind: 'team-rule'; readonly outcome: 'refuse'; readonly breach: TeamBreach; readonly by: number }
  | {
      readonly kind: 'policy';
      readonly outcome: Exclude<PolicyOutcome, 'allow'>;
      readonly policyId: string;
      readonly agentId?: string;
      readonly values: Readonly<Record<string, number | string>>;
    };

export interface ExchangeVerdict {
  readonly kind: ExchangeKind;
  readonly colour: VerdictColour;
  /** What refuses first, then what a manager must accept; empty when green. */
  readonly reasons: readonly ExchangeReason[];
  readonly parties: readonly PartyEffect[];
  readonly coverage: CoverageEffect;
  readonly service: ServiceEffect | null;
  /** What to store; null when it cannot be carried out at all. */
  readonly changes: ExchangeChanges | null;
}

const NO_COVERAGE: CoverageEffect = { slots: [], shortMinutesAdded: 0, shortMinutesRemoved: 0, costChange: 0 };

/** What an exchange is judged by besides the schedule; it changes from one request to the next. */
export type ExchangeTerms = Pick<ExchangeBook, 'now' | 'policies' | 'appliedCounts'>;

/** Judges exchanges against one book, each as if it were the only one. What stands is judged once and kept. */
export class ExchangeDesk {
  private readonly policies: readonly PolicySetting[];

  constructor(
    readonly book: ExchangeBook,
    private readonly standing = new StandingSchedule(book),
  ) {
    this.policies = book.policies ?? defaultPolicies();
  }

  get shelf(): ShiftShelf {
    return this.standing.shelf;
  }

  /** The same schedule under other terms; both desks share what is known of it. */
  under(terms: Partial<ExchangeTerms>): ExchangeDesk {
    return new ExchangeDesk({ ...this.book, ...terms }, this.standing);
  }

  /** The desk after some shifts changed, cheaply; see {@link StandingSchedule.after}. */
  after(news: ShiftNews): ExchangeDesk {
    const standing = this.standing.after(news);
    return new ExchangeDesk({ ...this.book, shifts: standing.book.shifts }, standing);
  }

  judge(request: ExchangeRequest): ExchangeVerdict {
    const resolved = resolveExchange(this.shelf, request);
    if (resolved.kind === 'impossible') return refusedVerdict(request.kind, resolved.code);
    const parties = partiesOf(resolved, this.shelf.shiftsOf);
    const effects = parties.map((party) => this.effectOn(party, resolved));
    const firstAt = Math.min(...effects.flatMap(({ changed }) => changed.map(({ startAt }) => startAt)));
    if (firstAt === Infinity) return refusedVerdict(request.kind, 'nothing-changes');
    if (firstAt < this.book.now) return refusedVerdict(request.kind, 'in-the-past');
    const { coverage, service } = this.standing.coverage.effect(parties);
    const reasons = [
      ...effects.flatMap(ruleReasons),
      ...this.teamReasons(parties),
      ...this.policyReasons({
        kind: request.kind,
        now: this.book.now,
        parties: effects,
        coverage,
        service,
        appliedCounts: this.book.appliedCounts ?? new Map(),
      }),
    ].sort((a, b) => rank(a) - rank(b));
    return {
      kind: request.kind,
      colour: colourOf(reasons),
      reasons,
      parties: effects,
      coverage,
      service,
      changes: resolved,
    };
  }

  /** What rules say about the agent as the schedule stands. */
  judgementOf(agentId: string): AgentJudgement {
    return this.standing.judgementOf(agentId);
  }

  private effectOn(party: PartyShifts, changes: ExchangeChanges): PartyEffect {
    return partyEffect(this.shelf, party, { changes, standing: this.judgementOf(party.agentId) });
  }

  private teamReasons(parties: readonly PartyShifts[]): ExchangeReason[] {
    const after = new Map(parties.map((party) => [party.agentId, party.after]));
    const rules = activeTeamRules(this.shelf.problem).filter(
      ({ setting, agentIds }) => setting.level === 'must' && parties.some(({ agentId }) => agentIds.has(agentId)),
    );
    return rules.flatMap((rule): ExchangeReason[] => {
      const before = this.standing.breachesOf(rule);
      const now = judgeTeamRule(rule, (agentId) => after.get(agentId) ?? this.shelf.shiftsOf(agentId));
      const by = amountOf(now) - amountOf(before);
      if (by <= 0) return [];
      const known = new Set(before.map(({ at, amount }) => `${at} ${amount}`));
      const breach = now.find(({ at, amount }) => !known.has(`${at} ${amount}`)) ?? now[0]!;
      return [{ kind: 'team-rule', outcome: 'refuse', breach, by }];
    });
  }

  private policyReasons(facts: PolicyFacts): ExchangeReason[] {
    const { agents } = indexProblem(this.shelf.problem);
    const sites = new Set(facts.parties.map(({ agentId }) => agents.get(agentId)?.siteId));
    return this.policies.flatMap((setting): ExchangeReason[] => {
      const { outcome, policyId, kinds, siteIds } = setting;
      if (outcome === 'allow' || (kinds && !kinds.includes(facts.kind))) return [];
      if (siteIds && !siteIds.some((id) => sites.has(id))) return [];
      const policy = findPolicy(policyId);
      if (!policy) throw new Error(`policyId (${policyId}) must be a policy of the catalogue; see EXCHANGE_POLICIES`);
      return policy
        .evaluate(facts, parametersOf(setting))
        .map((finding) => ({ kind: 'policy', outcome, policyId, ...finding }));
    });
  }
}

/** Judges one exchange. For several on the same book keep an {@link ExchangeDesk}. */
export function judgeExchange(book: ExchangeBook, request: ExchangeRequest): ExchangeVerdict {
  return new ExchangeDesk(book).judge(request);
}

function ruleReasons({ agentId, worse }: PartyEffect): ExchangeReason[] {
  return worse
    .filter(({ breach }) => breach.level === 'must')
    .map((rule) => ({ kind: 'rule', outcome: 'refuse', agentId, ...rule }));
}

function refusedVerdict(kind: ExchangeKind, code: ImpossibleCode): ExchangeVerdict {
  const reasons = [{ kind: 'impossible', outcome: 'refuse', code } as const];
  return { kind, colour: 'red', reasons, parties: [], coverage: NO_COVERAGE, service: null, changes: null };
}

const amountOf = (breaches: readonly TeamBreach[]): number => breaches.reduce((sum, { amount }) => sum + amount, 0);
const rank = ({ outcome }: ExchangeReason): number => (outcome === 'refuse' ? 0 : 1);

function colourOf(reasons: readonly ExchangeReason[]): VerdictColour {
  if (reasons.some(({ outcome }) => outcome === 'refuse')) return 'red';
  return reasons.length > 0 ? 'amber' : 'green';
}
