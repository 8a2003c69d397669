import { useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { SaveSetupSkillDocument, type SetupSkillInput } from '../../../graphql/generated/graphql.js';
import { TextField } from '../../../ui/fields.js';
import type { SetupLists } from '../setup.queries.js';
import { SetupList, WithLists } from './list-page.js';
import { RecordDialog } from './record-dialog.js';

type Skill = SetupLists['skills'][number];

/** What agents can do; each queue asks for one. */
export function SkillsPage() {
  return (
    <WithLists>
      {({ skills }) => (
        <>
          <p className="su-intro">{t('setup.skillsIntro')}</p>
          <SetupList
            title={t('setup.skills')}
            rows={skills}
            nameOf={({ name }: Skill) => name}
            columns={[
              { id: 'agents', title: t('setup.agents'), numeric: true, cell: ({ agentCount }) => agentCount },
              { id: 'queues', title: t('setup.queues'), numeric: true, cell: ({ queueCount }) => queueCount },
            ]}
            addText={t('setup.addSkill')}
            dialog={(skill, onClose) => <SkillDialog skill={skill} onClose={onClose} />}
          />
        </>
      )}
    </WithLists>
  );
}

const send = async (input: SetupSkillInput) => (await request(SaveSetupSkillDocument, { input })).result;

function SkillDialog({ skill, onClose }: { readonly skill: Skill | null; readonly onClose: () => void }) {
  const [name, setName] = useState(skill?.name ?? '');
  const of = { id: skill?.id ?? null, version: skill?.version ?? 0 };
  return (
    <RecordDialog
      title={skill ? t('setup.changeTitle', { name: skill.name }) : t('setup.addSkill')}
      name={name}
      before={skill}
      isSound={name.trim() !== ''}
      save={(archived) => send({ ...of, name, archived })}
      undo={({ id, version }) => send({ id, version, name: skill?.name ?? name, archived: skill?.archived ?? true })}
      onClose={onClose}
    >
      <TextField label={t('setup.title')} value={name} onChange={setName} />
    </RecordDialog>
  );
}
