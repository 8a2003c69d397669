import { useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { Select } from '../../../ui/fields.js';
import { useDesk } from '../desk/desk-context.js';
import { DifferenceOf, versionText, type Version } from '../desk/difference-panel.js';

const NOW = 'now';

/** Two rosters of the schedule side by side: who moved, and what it did to coverage, cost, rules and wellbeing. */
export function CompareVersions({ kept }: { readonly kept: readonly Version[] }) {
  const { displayZone } = useDesk();
  const [from, setFrom] = useState(kept[0] ? String(kept[0].version) : null);
  const [to, setTo] = useState(NOW);
  if (kept.length === 0 || from === null) return <p className="b-quiet">{t('together.noVersions')}</p>;
  const options = kept.map((one) => ({ id: String(one.version), text: versionText(one, displayZone) }));
  return (
    <>
      <div className="tg-pair">
        <Select label={t('together.compareFrom')} value={from} options={options} onChange={setFrom} />
        <Select
          label={t('together.compareTo')}
          value={to}
          options={[{ id: NOW, text: t('together.now') }, ...options]}
          onChange={setTo}
        />
      </div>
      <DifferenceOf version={Number(from)} against={to === NOW ? null : Number(to)} />
    </>
  );
}
