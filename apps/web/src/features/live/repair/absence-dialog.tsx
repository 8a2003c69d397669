import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { homeSite, type Viewer } from '../../../app/session.js';
import { request } from '../../../graphql/client.js';
import { FindAgentForAbsenceDocument } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { TextField } from '../../../ui/text-field.js';
import { AbsenceActions } from './absence-actions.js';

/** Finds an agent by part of the name, and takes them out of today in one more press. */
export function AbsenceDialog({ viewer, onClose }: { readonly viewer: Viewer; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const query = useQuery({
    queryKey: ['agents', 'find', search],
    queryFn: async () => (await request(FindAgentForAbsenceDocument, { search })).agents.edges.map(({ node }) => node),
  });
  const { zone } = homeSite(viewer);
  return (
    <Dialog
      title={t('intraday.reportAbsence')}
      isOpen
      onClose={onClose}
      width={640}
      footer={<Button onPress={onClose}>{t('ui.close')}</Button>}
    >
      <TextField label={t('intraday.findAgent')} value={text} onChange={setText} autoFocus />
      <QueryState query={query} skeleton={<SkeletonRows rows={4} height={40} />}>
        {(agents) => (
          <ul className="day-people">
            {agents.map(({ id, name }) => (
              <li key={id}>
                <strong>{name}</strong>
                <AbsenceActions agentId={id} name={name} zone={zone} />
              </li>
            ))}
            {agents.length === 0 ? <li className="y-quiet">{t('intraday.nobodyFound')}</li> : null}
          </ul>
        )}
      </QueryState>
    </Dialog>
  );
}
