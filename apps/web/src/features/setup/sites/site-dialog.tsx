import { useState } from 'react';
import { dateInZone, formatWeekdayNumber } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { SaveSetupSiteDocument, type SetupSiteInput } from '../../../graphql/generated/graphql.js';
import { Select, TextField } from '../../../ui/fields.js';
import { RecordDialog } from '../lists/record-dialog.js';
import type { SetupLists } from '../setup.queries.js';
import { DateFields } from './date-fields.js';
import { isSoundHours, type OpeningHours } from './hours-draft.js';
import { WeekFields } from './hours-fields.js';

export type Site = SetupLists['sites'][number];
type Draft = Pick<Site, 'name' | 'zone' | 'country' | 'weekStart' | 'openingHours'>;

const NOTHING_SAID: OpeningHours = { weekly: null, dates: [] };

const fresh = (): Draft => ({
  name: '',
  zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  country: '',
  weekStart: 1,
  openingHours: NOTHING_SAID,
});

const draftOf = ({ name, zone, country, weekStart, openingHours }: Site): Draft => ({
  name,
  zone,
  country,
  weekStart,
  openingHours,
});

const send = async (input: SetupSiteInput) => (await request(SaveSetupSiteDocument, { input })).result;

const stored = (of: { readonly id: string | null; readonly version: number }, draft: Draft) =>
  send({ id: of.id, version: of.version, ...draft, country: draft.country.toUpperCase() });

const todayIn = (zone: string): string => {
  try {
    return dateInZone(Date.now(), zone);
  } catch {
    return dateInZone(Date.now(), 'UTC');
  }
};

/** A site: its clock, its country, its week, and when it is open. */
export function SiteDialog({ site, onClose }: { readonly site: Site | null; readonly onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>(() => (site ? draftOf(site) : fresh()));
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const setHours = (change: Partial<OpeningHours>) => set({ openingHours: { ...draft.openingHours, ...change } });
  return (
    <RecordDialog
      title={site ? t('setup.changeTitle', { name: site.name }) : t('setup.addSite')}
      name={draft.name}
      before={site}
      mayArchive={false}
      isSound={draft.name.trim() !== '' && /^[A-Za-z]{2}$/.test(draft.country) && isSoundHours(draft.openingHours)}
      width={680}
      save={() => stored({ id: site?.id ?? null, version: site?.version ?? 0 }, draft)}
      {...(site ? { undo: (saved: { id: string; version: number }) => stored(saved, draftOf(site)) } : {})}
      onClose={onClose}
    >
      <PlaceFields draft={draft} set={set} />
      <WeekFields weekly={draft.openingHours.weekly} onChange={(weekly) => setHours({ weekly: weekly ?? null })} />
      <DateFields
        dates={draft.openingHours.dates}
        today={todayIn(draft.zone)}
        onChange={(dates) => setHours({ dates })}
      />
    </RecordDialog>
  );
}

function PlaceFields({ draft, set }: { readonly draft: Draft; readonly set: (change: Partial<Draft>) => void }) {
  return (
    <div className="su-form">
      <TextField label={t('setup.title')} value={draft.name} onChange={(name) => set({ name })} />
      <TextField
        label={t('setup.zone')}
        hint={t('setup.zoneHint')}
        value={draft.zone}
        onChange={(zone) => set({ zone })}
      />
      <TextField
        label={t('setup.country')}
        hint={t('setup.countryHint')}
        value={draft.country}
        onChange={(country) => set({ country })}
      />
      <Select
        label={t('setup.weekStart')}
        value={String(draft.weekStart)}
        options={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ id: String(day), text: formatWeekdayNumber(day, 'long') }))}
        onChange={(day) => set({ weekStart: Number(day) })}
      />
    </div>
  );
}
