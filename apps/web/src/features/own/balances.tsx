import { formatHours } from '../../app/format/format-number.js';
import { formatDate } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import type { TimeOffAccountFieldsFragment } from '../../graphql/generated/graphql.js';

export type Kinds = TimeOffAccountFieldsFragment['kinds'];
type Balance = NonNullable<Kinds[number]['balance']>;
export type Corrections = TimeOffAccountFieldsFragment['adjustments'];

const signed = (minutes: number): string =>
  `${minutes > 0 ? '+' : minutes < 0 ? '−' : ''}${formatHours(Math.abs(minutes))}`;

/** How a balance comes about: what was granted, brought over, corrected and taken, what is to come and what would lapse. */
function Parts({ balance }: { readonly balance: Balance }) {
  const { grantedMinutes, toComeMinutes, carriedMinutes, adjustedMinutes, takenMinutes, lapsesMinutes } = balance;
  const rows = [
    ['own.partGranted', grantedMinutes, true],
    ['own.partToCome', toComeMinutes, toComeMinutes !== 0],
    ['own.partCarried', carriedMinutes, carriedMinutes !== 0],
    ['own.partAdjusted', adjustedMinutes, adjustedMinutes !== 0],
    ['own.partTaken', -takenMinutes, true],
  ] as const;
  return (
    <details>
      <summary>{t('own.balanceHow')}</summary>
      <dl className="y-own-parts">
        {rows
          .filter(([, , isShown]) => isShown)
          .map(([title, minutes]) => (
            <div key={title}>
              <dt>{t(title)}</dt>
              <dd>{t('own.hours', { hours: signed(minutes) })}</dd>
            </div>
          ))}
      </dl>
      {lapsesMinutes > 0 ? (
        <p className="y-quiet">
          {t('own.lapses', { hours: formatHours(lapsesMinutes), day: formatDate(balance.yearUntilOn) })}
        </p>
      ) : null}
    </details>
  );
}

/** What is left of each kind of absence, and what it comes from. */
export function Balances({ kinds }: { readonly kinds: Kinds }) {
  return kinds.map(({ code, title, balance }) => (
    <div key={code}>
      <p>
        <strong>{local(title)}</strong>{' '}
        {balance
          ? t('own.balance', {
              left: formatHours(balance.leftMinutes),
              granted: formatHours(balance.grantedMinutes + balance.carriedMinutes + balance.adjustedMinutes),
              taken: formatHours(balance.takenMinutes),
            })
          : t('own.noBalance')}
      </p>
      {balance ? <Parts balance={balance} /> : null}
    </div>
  ));
}

/** Corrections by hand, each with its reason. */
export function CorrectionList({ corrections, kinds }: { readonly corrections: Corrections; readonly kinds: Kinds }) {
  if (corrections.length === 0) return null;
  return (
    <>
      <h3>{t('own.corrections')}</h3>
      <ul className="y-own-list">
        {corrections.map(({ id, kind, on, minutes, reason, authorName }) => {
          const found = kinds.find(({ code }) => code === kind);
          return (
            <li key={id} className="y-own-request">
              <span>
                {formatDate(on)} {found ? local(found.title) : kind}{' '}
                <strong>{t('own.hours', { hours: signed(minutes) })}</strong>
              </span>
              <span className="y-quiet">{authorName ? `${reason} (${authorName})` : reason}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}
