import { useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { SaveSetupTeamDocument, type SetupTeamInput } from '../../../graphql/generated/graphql.js';
import { Select, TextField } from '../../../ui/fields.js';
import type { SetupLists } from '../setup.queries.js';
import { SetupList, WithLists } from './list-page.js';
import { RecordDialog } from './record-dialog.js';

type Team = SetupLists['teams'][number];
type Site = SetupLists['sites'][number];

/** With whom people sit: the teams of each site. */
export function TeamsPage() {
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
        </>
      )}
    </WithLists>
  );
}

const sendTeam = async (input: SetupTeamInput) => (await request(SaveSetupTeamDocument, { input })).result;

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
