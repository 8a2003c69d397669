import { formatZone } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { Segmented } from '../../../ui/button.js';

export interface OtherZoneProps {
  readonly siteZone: string;
  /** Of the reader's device. */
  readonly ownZone: string;
  readonly shown: string;
  readonly onChange: (zone: string) => void;
}

/** For a reader whose device is in another zone than the site: which clock the times are on. */
export function OtherZone({ siteZone, ownZone, shown, onChange }: OtherZoneProps) {
  const now = Date.now();
  const values = { zone: formatZone(siteZone, now), own: formatZone(ownZone, now) };
  return (
    <div className="y-zone-note">
      <p className="y-quiet">{t(shown === siteZone ? 'own.siteZoneNote' : 'own.ownZoneNote', values)}</p>
      <Segmented
        label={t('own.times')}
        value={shown}
        options={[
          { value: siteZone, text: t('own.siteTimes', values) },
          { value: ownZone, text: t('own.ownTimes', { zone: values.own }) },
        ]}
        onChange={onChange}
      />
    </div>
  );
}
