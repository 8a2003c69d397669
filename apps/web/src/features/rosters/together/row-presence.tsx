import { t } from '../../../app/i18n/t.js';
import { initialsOf, useOtherAt } from './presence-store.js';
import './presence.css';

/** In a row's name cell: another planner has this agent's roster selected. */
export function RowPresence({ agentId }: { readonly agentId: string }) {
  const other = useOtherAt(agentId);
  if (!other) return null;
  const text = t('together.isHere', { who: other.name });
  return (
    <span className="tg-dot tg-dot-row" role="img" aria-label={text} title={text} data-tone={toneOf(other.userId)}>
      {initialsOf(other.name)}
    </span>
  );
}

const TONES = 4;

/** The same person has the same tone everywhere; the initials tell people apart. */
export function toneOf(userId: string): number {
  return [...userId].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 9973, 7) % TONES;
}
