import { t, tIfKnown } from '../../app/i18n/t.js';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import type { AdherenceNumbers, Conformance, KnownState } from '@yotei/scheduling/adherence';
import type { Standing } from './live-agents.js';

export const wordOfState = (state: KnownState): string => t(`live.state-${state}`);
export const wordOfStanding = (standing: Standing): string => t(`live.standing-${standing}`);

const two = (value: number): string => `${value}`.padStart(2, '0');

/** `4:05` or `1:04:05`: minutes and seconds that tick without changing width. */
export function formatLasting(millis: number): string {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Whole minutes in words, for sentences. */
export const formatMinutes = (millis: number): string =>
  t('live.minutes', { count: formatNumber(Math.max(0, Math.floor(millis / 60_000))) });

export const formatAdherence = ({ adherenceFraction }: Pick<AdherenceNumbers, 'adherenceFraction'>): string =>
  adherenceFraction === null ? '–' : formatPercent(adherenceFraction, 0);

export function formatConformance(conformance: Conformance): string {
  if (conformance.kind === 'fraction') return formatPercent(conformance.fraction, 0);
  return conformance.kind === 'infinite' ? '∞' : '–';
}

/** How a span of a day stands, with why it does not count where it does not. */
export function statusWord({ status, credit }: { readonly status: string; readonly credit?: string | null }): string {
  const word = tIfKnown(`adherence.status-${status}`, undefined, status);
  return credit ? `${word}: ${tIfKnown(`adherence.credit-${credit}`, undefined, credit)}` : word;
}
