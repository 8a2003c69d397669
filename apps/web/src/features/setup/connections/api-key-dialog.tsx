import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { CreateApiKeyDocument } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { CopyButton } from '../../../ui/copy-button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Checkbox, TextField } from '../../../ui/fields.js';
import { showToast } from '../../../ui/toast.js';
import { DialogFoot } from '../dialog-foot.js';
import { apiKeysQuery } from './connections.queries.js';

const SCOPES = [
  { id: 'states.ingest', text: 'setupStates.scope_states_ingest' },
  { id: 'actuals.ingest', text: 'setupStates.scope_actuals_ingest' },
  { id: 'measures.ingest', text: 'setupStates.scope_measures_ingest' },
  { id: 'intraday.read', text: 'setupStates.scope_intraday_read' },
  { id: 'reports.export', text: 'setupStates.scope_reports_export' },
] as const;

/** Makes a key, and shows it this once. */
export function ApiKeyDialog({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const [scopes, setScopes] = useState<readonly string[]>(['states.ingest', 'actuals.ingest']);
  const making = useMutation({
    mutationFn: async () => (await request(CreateApiKeyDocument, { input: { title, scopes: [...scopes] } })).result,
    onSuccess: () => client.invalidateQueries({ queryKey: apiKeysQuery.queryKey }),
    onError: () => showToast({ text: t('setup.failed'), tone: 'problem' }),
  });
  const answer = making.data;
  if (answer?.__typename === 'ApiKeyCreated') return <Secret secret={answer.secret} onClose={onClose} />;
  const refusal = answer ? { path: answer.path, message: answer.message } : null;
  return (
    <Dialog
      title={t('setupStates.addKey')}
      isOpen
      onClose={onClose}
      footer={
        <DialogFoot
          refusal={refusal}
          isSaving={making.isPending}
          isSound={title.trim() !== '' && scopes.length > 0}
          onSave={() => making.mutate()}
          onClose={onClose}
        />
      }
    >
      <TextField label={t('setup.title')} hint={t('setupStates.keyTitleHint')} value={title} onChange={setTitle} />
      <fieldset className="sc-meanings">
        <legend>{t('setupStates.keyMay')}</legend>
        {SCOPES.map(({ id, text }) => (
          <Checkbox
            key={id}
            isSelected={scopes.includes(id)}
            onChange={(on) => setScopes(on ? [...scopes, id] : scopes.filter((one) => one !== id))}
          >
            {t(text)}
          </Checkbox>
        ))}
      </fieldset>
    </Dialog>
  );
}

function Secret({ secret, onClose }: { readonly secret: string; readonly onClose: () => void }) {
  return (
    <Dialog
      title={t('setupStates.keyMade')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <CopyButton text={secret} />
          <Button kind="primary" onPress={onClose}>
            {t('setupStates.keyKept')}
          </Button>
        </>
      }
    >
      <p>{t('setupStates.keyOnce')}</p>
      <code className="sc-secret">{secret}</code>
    </Dialog>
  );
}
