import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatDateTime } from '../../../app/format/format-time.js';
import { t, tIfKnown } from '../../../app/i18n/t.js';
import { homeSite, useViewer } from '../../../app/session.js';
import { request } from '../../../graphql/client.js';
import { RevokeApiKeyDocument } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { Dialog } from '../../../ui/dialog.js';
import { EmptyState, QueryState, SkeletonRows } from '../../../ui/states.js';
import { Table, type Column } from '../../../ui/table.js';
import { showToast } from '../../../ui/toast.js';
import { ApiKeyDialog } from './api-key-dialog.js';
import { apiKeysQuery, type ApiKey } from './connections.queries.js';

/** Keys of other programs; shown once when made, and revoked for good. */
export function ApiKeys() {
  const query = useQuery(apiKeysQuery);
  const [isAdding, setAdding] = useState(false);
  const [revoking, setRevoking] = useState<ApiKey | null>(null);
  return (
    <>
      <div className="su-bar">
        <span className="su-bar-fill" />
        <Button icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} onPress={() => setAdding(true)}>
          {t('setupStates.addKey')}
        </Button>
      </div>
      <QueryState query={query} skeleton={<SkeletonRows rows={3} height={32} />}>
        {(keys) =>
          keys.length === 0 ? (
            <EmptyState title={t('setupStates.noKeys')} text={t('setupStates.noKeysText')} />
          ) : (
            <KeyTable keys={keys} onRevoke={setRevoking} />
          )
        }
      </QueryState>
      {isAdding ? <ApiKeyDialog onClose={() => setAdding(false)} /> : null}
      {revoking ? <RevokeDialog apiKey={revoking} onClose={() => setRevoking(null)} /> : null}
    </>
  );
}

function KeyTable({ keys, onRevoke }: { readonly keys: readonly ApiKey[]; readonly onRevoke: (key: ApiKey) => void }) {
  const { zone } = homeSite(useViewer());
  const columns: Column<ApiKey>[] = [
    { id: 'title', title: t('setup.title'), cell: ({ title }) => title },
    { id: 'shown', title: t('setupStates.keyBegins'), cell: ({ shown }) => <code>{shown}…</code> },
    {
      id: 'scopes',
      title: t('setupStates.keyMay'),
      cell: ({ scopes }) =>
        scopes
          .map((scope) => tIfKnown(`setupStates.scope_${scope.replace('.', '_')}`, {}, scope))
          .join(t('setup.separator')),
    },
    {
      id: 'used',
      title: t('setupStates.lastUsed'),
      cell: ({ lastUsedAt }) => (lastUsedAt == null ? t('setupStates.never') : formatDateTime(lastUsedAt, zone)),
    },
    {
      id: 'revoke',
      title: t('setupStates.revoke'),
      cell: (key) =>
        key.revokedAt == null ? (
          <Button kind="danger" onPress={() => onRevoke(key)}>
            {t('setupStates.revoke')}
          </Button>
        ) : (
          <Chip>{t('setupStates.revoked')}</Chip>
        ),
    },
  ];
  return (
    <div className="su-panel">
      <Table caption={t('setupStates.keys')} columns={columns} rows={keys} rowKey={({ id }) => id} />
    </div>
  );
}

function RevokeDialog({ apiKey, onClose }: { readonly apiKey: ApiKey; readonly onClose: () => void }) {
  const client = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => request(RevokeApiKeyDocument, { id: apiKey.id }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
      showToast({ text: t('setupStates.keyRevoked', { name: apiKey.title }) });
      onClose();
    },
    onError: () => showToast({ text: t('setup.failed'), tone: 'problem' }),
  });
  return (
    <Dialog
      title={t('setupStates.revokeTitle', { name: apiKey.title })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('setup.cancel')}</Button>
          <Button kind="danger" isDisabled={revoke.isPending} onPress={() => revoke.mutate()}>
            {t('setupStates.revoke')}
          </Button>
        </>
      }
    >
      <p>{t('setupStates.revokeText')}</p>
    </Dialog>
  );
}
