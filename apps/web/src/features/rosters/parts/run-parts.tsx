import { formatNumber } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { Progress } from '../../../ui/chip.js';
import type { PartLine } from './part-lines.js';
import './run-parts.css';

/** How far each part of a run is, and how near its best. */
export function RunParts({ lines }: { readonly lines: readonly PartLine[] }) {
  return (
    <section className="b-parts" aria-label={t('rosterParts.title')}>
      <ul>
        {lines.map((line) => (
          <li key={line.part}>
            <span>{t('rosterParts.part', { part: line.part, agents: formatNumber(line.agents) })}</span>
            <span className="b-quiet b-figures">{stateOf(line)}</span>
            <Progress label={t('rosterParts.progress', { part: line.part })} value={line.fraction} />
          </li>
        ))}
      </ul>
      {lines.every(({ fraction }) => fraction === 1) ? <p className="b-quiet">{t('rosterParts.joined')}</p> : null}
    </section>
  );
}

function stateOf({ gapHours, fraction }: PartLine): string {
  if (gapHours !== null) return t('rosterParts.hours', { hours: formatNumber(gapHours, 1) });
  return fraction === 0 ? t('rosterParts.waiting') : '–';
}
