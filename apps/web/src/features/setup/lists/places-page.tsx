import { useState } from 'react';
import { formatWeekdayNumber } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import {
  SaveSetupSiteDocument,
  SaveSetupTeamDocument,
  type SetupSiteInput,
  type SetupTeamInput,
} from '../../../graphql/generated/graphql.js';
import { Select, TextField } from '../../../ui/fields.js';
import type { SetupLists } from '../setup.queries.js';
import { SetupList, WithLists } from './list-page.js';
import { RecordDialog } from './record-dialog.js';

type Team = SetupLists['teams'][number];
type Site = SetupLists['sites'][number];

/** Where people sit and with whom: sites with their clock and week, and teams. */
export function PlacesPage() {
  return (
    <WithLists>
      {({ teams, sites }) => (
        <>
          <p className="su-intro">{t('setup.teamsIntro')}</p>
          <SetupList
            title={t('setup.teams')}
            rows={teams}
            nameOf={({ name }: Team) => name}
            columns={[
              {
                id: 'site',
                title: t('setup.site'),
                cell: ({ siteId }) => sites.find(({ id }) => id === siteId)?.name,
              },
              { id: 'agents', title: t('setup.agents'), numeric: true, cell: ({ agentCount }) => agentCount },
            ]}
            addText={t('setup.addTeam')}
            dialog={(team, onClose) => <TeamDialog team={team} sites={sites} onClose={onClose} />}
          />
          <h2>{t('setup.sites')}</h2>
          <SetupList
            title={t('setup.sites')}
            rows={sites}
            nameOf={({ name }: Site) => name}
            columns={[
              { id: 'zone', title: t('setup.zone'), cell: ({ zone }) => zone },
              { id: 'country', title: t('setup.country'), cell: ({ country }) => country },
              { id: 'week', title: t('setup.weekStart'), cell: (site) => formatWeekdayNumber(site.weekStart, 'long') },
              { id: 'agents', title: t('setup.agents'), numeric: true, cell: ({ agentCount }) => agentCount },
            ]}
            addText={t('setup.addSite')}
            dialog={(site, onClose) => <SiteDialog site={site} onClose={onClose} />}
          />
        </>
      )}
    </WithLists>
  );
}

const sendTeam = async (input: SetupTeamInput) => (await request(SaveSetupTeamDocument, { input })).result;
const sendSite = async (input: SetupSiteInput) => (await request(SaveSetupSiteDocument, { input })).result;

function TeamDialog({
  team,
  sites,
  onClose,
}: {
  readonly team: Team | null;
  readonly sites: readonly Site[];
  readonly onClose: () => void;
}) {
  const [name, setName] = useState(team?.name ?? '');
  const [siteId, setSiteId] = useState(team?.siteId ?? sites[0]?.id ?? '');
  const of = { id: team?.id ?? null, version: team?.version ?? 0 };
  const old = team ?? { name, siteId, archived: true };
  return (
    <RecordDialog
      title={team ? t('setup.changeTitle', { name: team.name }) : t('setup.addTeam')}
      name={name}
      before={team}
      isSound={name.trim() !== ''}
      save={(archived) => sendTeam({ ...of, name, siteId, archived })}
      undo={({ id, version }) => sendTeam({ id, version, name: old.name, siteId: old.siteId, archived: old.archived })}
      onClose={onClose}
    >
      <TextField label={t('setup.title')} value={name} onChange={setName} />
      <Select
        label={t('setup.site')}
        value={siteId}
        options={sites.map((site) => ({ id: site.id, text: site.name }))}
        onChange={setSiteId}
      />
    </RecordDialog>
  );
}

function SiteDialog({ site, onClose }: { readonly site: Site | null; readonly onClose: () => void }) {
  const [draft, setDraft] = useState({
    name: site?.name ?? '',
    zone: site?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    country: site?.country ?? '',
    weekStart: site?.weekStart ?? 1,
  });
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const stored = (of: { readonly id: string | null; readonly version: number }, values: typeof draft) =>
    sendSite({ ...of, ...values, country: values.country.toUpperCase() });
  return (
    <RecordDialog
      title={site ? t('setup.changeTitle', { name: site.name }) : t('setup.addSite')}
      name={draft.name}
      before={site}
      mayArchive={false}
      isSound={draft.name.trim() !== '' && /^[A-Za-z]{2}$/.test(draft.country)}
      save={() => stored({ id: site?.id ?? null, version: site?.version ?? 0 }, draft)}
      undo={({ id, version }) => {
        const { name, zone, country, weekStart } = site ?? draft;
        return stored({ id, version }, { name, zone, country, weekStart });
      }}
      onClose={onClose}
    >
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
    </RecordDialog>
  );
}
