import type { CostTerms } from '@yotei/scheduling/costs';

export interface CostTermsFault {
  readonly path: string;
  readonly message: { readonly en: string; readonly ja: string };
}

export type ReadCostTerms =
  | { readonly kind: 'read'; readonly terms: CostTerms }
  | { readonly kind: 'invalid'; readonly faults: readonly CostTermsFault[] };

export function costTermsOfInput(input: unknown): ReadCostTerms {
  return { kind: 'read', terms: input as CostTerms };
}
