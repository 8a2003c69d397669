import { useQuery } from '@tanstack/react-query';
import { formatDateWithYear } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import type { Viewer } from '../../../app/session.js';
import { eventEffectsQuery, type Holiday } from './special-days.queries.js';
import { signedPercent } from './stretch-words.js';

/** The name the library gives a working day between two days without business. */
const BRIDGE_DAY = 'bridge day';

/** What events did to a queue, and what the next forecast makes of it. */
export function EffectsPanel({
  queue,
  holidays,
}: {
  readonly queue: Viewer['organisation']['queues'][number];
  readonly holidays: readonly Holiday[];
}) {
  const effects = useQuery(eventEffectsQuery(queue.id)).data ?? [];
  const shown = effects.filter(
    ({ isGiven, occurrences, fraction }) => isGiven || occurrences.length > 0 || fraction !== 0,
  );
  if (shown.length === 0) return null;
  // Holidays are known by their rule, the same every year; people know them by name.
  const names = new Map(holidays.map(({ key, name }) => [key, local(name)]));
  const nameOf = (title: string) => (title === BRIDGE_DAY ? t('days.bridgeDay') : (names.get(title) ?? title));
  return (
    <section className="y-panel" aria-labelledby="effects-title">
      <div className="y-panel-head">
        <h2 id="effects-title">{t('days.effects', { queue: local(queue.name) })}</h2>
      </div>
      <div className="y-panel-body">
        <ul className="y-day-list">
          {shown.map(({ title, isGiven, fraction, occurrences, kind }) => (
            <li key={`${kind} ${title}`} className="y-day-row">
              <span className="y-day-name">
                <strong>{nameOf(title)}</strong>
                <small className="y-quiet">
                  {occurrences
                    .slice(-4)
                    .map((seen) =>
                      t('days.seen', { date: formatDateWithYear(seen.fromOn), percent: signedPercent(seen.fraction) }),
                    )
                    .join(' · ')}
                </small>
              </span>
              <span>
                {t(isGiven ? 'days.effectGivenAs' : occurrences.length > 0 ? 'days.effectUsed' : 'days.effectNone', {
                  percent: signedPercent(fraction),
                })}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
