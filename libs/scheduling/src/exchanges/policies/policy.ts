import type { Instant } from '@yotei/time';
import type { CoverageEffect, ServiceEffect } from '../coverage-effect.js';
import type { ExchangeKind } from '../exchange-request.js';
import type { PartyEffect } from '../party-effect.js';

/** What a site does with an exchange beyond a policy's limit. `allow` switches the policy off. */
export type PolicyOutcome = 'allow' | 'review' | 'refuse';

export interface PolicyParameterSpec {
  readonly key: string;
  readonly title: { readonly en: string; readonly ja: string };
  readonly unit: 'minutes' | 'count' | 'fraction' | 'cost';
  readonly min: number;
  readonly max: number;
  readonly default: number;
}

/** One policy as a site has it. Several settings of one policy may stand side by side, for kinds or sites of their own. */
export interface PolicySetting {
  readonly policyId: string;
  readonly outcome: PolicyOutcome;
  readonly parameters?: Readonly<Record<string, number>>;
  /** Absent: every kind. */
  readonly kinds?: readonly ExchangeKind[];
  /** Absent: every site. It counts when anyone in the exchange belongs to one of them. */
  readonly siteIds?: readonly string[];
}

/** What policies look at: effects already computed, nothing of the schedule itself. */
export interface PolicyFacts {
  readonly kind: ExchangeKind;
  readonly now: Instant;
  readonly parties: readonly PartyEffect[];
  readonly coverage: CoverageEffect;
  readonly service: ServiceEffect | null;
  readonly appliedCounts: ReadonlyMap<string, number>;
}

export interface PolicyFinding {
  /** Whom it is about; absent: the exchange as a whole. */
  readonly agentId?: string;
  readonly values: Readonly<Record<string, number | string>>;
}

export type ParameterValues = (spec: PolicyParameterSpec) => number;

/** A policy of the catalogue: one file `<id>.policy.ts`, one line in `catalogue.ts`. */
export interface ExchangePolicy {
  /** Permanent, kebab-case: it is stored. */
  readonly id: string;
  readonly title: { readonly en: string; readonly ja: string };
  /** With the finding's values in braces; minutes are plain numbers. */
  readonly message: { readonly en: string; readonly ja: string };
  readonly parameters: readonly PolicyParameterSpec[];
  readonly defaultOutcome: PolicyOutcome;
  /** Nothing found: within the limit. */
  readonly evaluate: (facts: PolicyFacts, p: ParameterValues) => readonly PolicyFinding[];
}
