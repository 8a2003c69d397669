import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDateTime } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { ScheduleReceiptsDocument, type ScheduleReceiptsQuery } from '../../../graphql/generated/graphql.js';
import { Dialog } from '../../../ui/dialog.js';
import { Checkbox } from '../../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { Table } from '../../../ui/table.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';

type Receipt = ScheduleReceiptsQuery['scheduleReceipts'][number];

/** Agent by agent: told, seen, acknowledged. */
export function ReceiptsDialog({ onClose }: { readonly onClose: () => void }) {
  const { id: scheduleId, version } = useDeskState((state) => state.info);
  const query = useQuery({
    queryKey: ['schedule-receipts', scheduleId, version],
    queryFn: async () => (await request(ScheduleReceiptsDocument, { scheduleId })).scheduleReceipts,
    staleTime: 0,
  });
  return (
    <Dialog title={t('together.ackTitle')} isOpen onClose={onClose} width={640}>
      <QueryState query={query} skeleton={<SkeletonRows rows={6} />}>
        {(receipts) => (receipts.length === 0 ? <p>{t('together.noneTold')}</p> : <Receipts receipts={receipts} />)}
      </QueryState>
    </Dialog>
  );
}

function Receipts({ receipts }: { readonly receipts: readonly Receipt[] }) {
  const { displayZone } = useDesk();
  const agents = useDeskState((state) => state.model.agents);
  const [onlyOpen, setOnlyOpen] = useState(false);
  const told = receipts.filter(({ toldAt }) => toldAt !== null);
  const nameOf = (id: string) => agents.find((agent) => agent.id === id)?.name ?? '';
  const when = (at: string | null) => (at ? formatDateTime(Date.parse(at), displayZone) : t('together.notYet'));
  const rows = receipts
    .filter(({ acknowledgedAt }) => !onlyOpen || acknowledgedAt === null)
    .toSorted((a, b) => nameOf(a.agentId).localeCompare(nameOf(b.agentId)));
  const acknowledged = told.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length;
  return (
    <>
      <p>{t('together.ackSummary', { acknowledged, told: told.length })}</p>
      <Checkbox isSelected={onlyOpen} onChange={setOnlyOpen}>
        {t('together.onlyOpen')}
      </Checkbox>
      <Table
        caption={t('together.ackTitle')}
        rowKey={({ agentId }) => agentId}
        rows={rows}
        columns={[
          { id: 'agent', title: t('together.agent'), cell: ({ agentId }) => nameOf(agentId) },
          {
            id: 'told',
            title: t('together.told'),
            cell: ({ toldAt, hasAccount }) => (hasAccount ? when(toldAt) : t('together.noAccount')),
          },
          { id: 'seen', title: t('together.seen'), cell: ({ seenAt }) => when(seenAt) },
          { id: 'ack', title: t('together.acknowledged'), cell: ({ acknowledgedAt }) => when(acknowledgedAt) },
        ]}
      />
    </>
  );
}
