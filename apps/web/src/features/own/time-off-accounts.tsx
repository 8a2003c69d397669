import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { dateInZone } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import {
  AdjustTimeOffDocument,
  FindTimeOffAgentsDocument,
  TimeOffAccountDocument,
  type TimeOffAccountFieldsFragment,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Select, TextField } from '../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { Balances, CorrectionList } from './balances.js';
import { faultText } from './use-save-own.js';

type Account = TimeOffAccountFieldsFragment & { readonly agentId: string; readonly agentName: string };

/** Hours as a planner types them, as minutes; null while it is no number. */
export function minutesOfHours(text: string): number | null {
  const hours = Number(text.trim().replace(',', '.').replace('−', '-'));
  return text.trim() === '' || !Number.isFinite(hours) ? null : Math.round(hours * 60);
}

function Correct({ account, zone }: { readonly account: Account; readonly zone: string }) {
  const client = useQueryClient();
  const kinds = account.kinds.filter(({ hasBalance }) => hasBalance);
  const [kind, setKind] = useState(kinds[0]?.code ?? '');
  const [hours, setHours] = useState('');
  const [on, setOn] = useState(dateInZone(Date.now(), zone));
  const [reason, setReason] = useState('');
  const minutes = minutesOfHours(hours);
  const save = useMutation({
    mutationFn: async () =>
      (
        await request(AdjustTimeOffDocument, {
          input: { agentId: account.agentId, kind, on, minutes: minutes ?? 0, reason },
        })
      ).adjustTimeOff,
    onSuccess: (outcome) => {
      if (outcome.__typename === 'InvalidInput')
        return showToast({ text: faultText(outcome.path, outcome.message), tone: 'problem' });
      if (outcome.__typename !== 'TimeOffAccount') return showToast({ text: t('ui.failed'), tone: 'problem' });
      showToast({ text: t('own.saved') });
      setHours('');
      setReason('');
      return client.invalidateQueries({ queryKey: ['time-off-account'] });
    },
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
  if (kinds.length === 0) return null;
  return (
    <div className="y-own-group">
      <h3>{t('own.correct')}</h3>
      <div className="y-own-row">
        <Select
          label={t('own.kind')}
          value={kind}
          options={kinds.map(({ code, title }) => ({ id: code, text: local(title) }))}
          onChange={setKind}
        />
        <TextField label={t('own.correctHours')} value={hours} onChange={setHours} />
        <TextField label={t('own.correctOn')} type="date" value={on} onChange={setOn} />
      </div>
      <TextField label={t('own.reasonToTell')} value={reason} onChange={setReason} />
      <Button
        kind="primary"
        onPress={() => save.mutate()}
        isDisabled={!minutes || reason.trim() === '' || on === '' || save.isPending}
      >
        {t('own.correctSave')}
      </Button>
    </div>
  );
}

function AccountOf({ agentId, zone }: { readonly agentId: string; readonly zone: string }) {
  const account = useQuery({
    queryKey: ['time-off-account', agentId],
    queryFn: async () => (await request(TimeOffAccountDocument, { agentId })).timeOffAccount ?? null,
  });
  return (
    <QueryState query={account} skeleton={<SkeletonRows rows={3} />}>
      {(found) =>
        found ? (
          <>
            <h3>{found.agentName}</h3>
            <Balances kinds={found.kinds} />
            <Correct key={found.agentId} account={found} zone={zone} />
            <CorrectionList corrections={found.adjustments} kinds={found.kinds} />
          </>
        ) : null
      }
    </QueryState>
  );
}

/** Balances of one person and their correction, for those who decide. */
export function TimeOffAccounts({ zone }: { readonly zone: string }) {
  const [search, setSearch] = useState('');
  const [agentId, setAgentId] = useState<string | null>(null);
  const found = useQuery({
    queryKey: ['time-off-people', search],
    queryFn: async () => (await request(FindTimeOffAgentsDocument, { search })).agents.edges.map(({ node }) => node),
    enabled: search.trim() !== '',
  });
  return (
    <section className="y-panel y-own-panel" aria-labelledby="own-accounts">
      <h2 id="own-accounts">{t('own.accounts')}</h2>
      <TextField
        label={t('own.findPerson')}
        value={search}
        onChange={(text) => {
          setSearch(text);
          setAgentId(null);
        }}
      />
      {agentId === null ? (
        <div className="y-own-acts" role="group" aria-label={t('own.findPerson')}>
          {found.data?.map(({ id, name }) => (
            <Button key={id} onPress={() => setAgentId(id)}>
              {name}
            </Button>
          ))}
          {found.data?.length === 0 ? <p className="y-quiet">{t('own.findNobody')}</p> : null}
        </div>
      ) : (
        <AccountOf agentId={agentId} zone={zone} />
      )}
    </section>
  );
}
