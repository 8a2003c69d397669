import type { Instant } from '@yotei/time';
import type { EditShiftsService } from '../../rosters/index.js';

export type EditOutcome = Awaited<ReturnType<EditShiftsService['edit']>>;

/** Why a proposal no longer holds. */
export type StaleRepair = {
  readonly kind: 'stale';
  readonly reason: 'changed' | 'begun' | 'applied' | 'undone';
  readonly changedBy: string | null;
  readonly changedAt: Instant | null;
  readonly changedWhat: string | null;
};

export type AppliedRepair =
  | { readonly kind: 'applied'; readonly id: string; readonly people: number; readonly offerId: string | null }
  | StaleRepair
  | Extract<EditOutcome, { kind: 'has-breaches' }>
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string }
  | { readonly kind: 'not-found' };

export type UndoneRepair = { readonly kind: 'undone' } | Exclude<AppliedRepair, { kind: 'applied' }>;

export const stale = (reason: StaleRepair['reason']): StaleRepair => ({
  kind: 'stale',
  reason,
  changedBy: null,
  changedAt: null,
  changedWhat: null,
});
