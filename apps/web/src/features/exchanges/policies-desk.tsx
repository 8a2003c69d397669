import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../app/i18n/t.js';
import { useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import {
  ExchangePoliciesDocument,
  SaveExchangePoliciesDocument,
  type ExchangePoliciesQuery,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { useExchangeAct } from './exchanges.queries.js';
import { PolicyRow } from './policy-row.js';

export type Policy = ExchangePoliciesQuery['exchangePolicies']['policies'][number];

const EVERYWHERE = 'everywhere';

/** What a site lets agents exchange by themselves, puts before a manager, or refuses. */
export function PoliciesDesk() {
  const { sites } = useViewer().organisation;
  const [site, setSite] = useState(EVERYWHERE);
  const siteId = site === EVERYWHERE ? null : site;
  const policies = useQuery({
    queryKey: ['exchanges', 'policies', siteId],
    queryFn: async () => (await request(ExchangePoliciesDocument, { siteId })).exchangePolicies,
  });
  return (
    <div className="x-policies">
      <p className="y-quiet">{t('exchangeDesk.policiesText')}</p>
      <Select
        label={t('exchangeDesk.site')}
        value={site}
        options={[
          { id: EVERYWHERE, text: t('exchangeDesk.everywhere') },
          ...sites.map(({ id, name }) => ({ id, text: name })),
        ]}
        onChange={setSite}
      />
      <QueryState query={policies} skeleton={<SkeletonRows rows={8} height={64} />}>
        {(found) => <PoliciesForm key={`${site} ${found.version}`} siteId={siteId} stored={found.policies} />}
      </QueryState>
    </div>
  );
}

function PoliciesForm({ siteId, stored }: { readonly siteId: string | null; readonly stored: readonly Policy[] }) {
  const [policies, setPolicies] = useState(stored);
  const save = useExchangeAct(
    async () => {
      const settings = policies.map(({ policyId, outcome, parameters, kinds }) => ({
        policyId,
        outcome,
        parameters: Object.fromEntries(parameters.map(({ key, value }) => [key, value])),
        ...(kinds ? { kinds: [...kinds] } : {}),
      }));
      return (await request(SaveExchangePoliciesDocument, { siteId, settings })).saveExchangePolicies;
    },
    (answer) =>
      showToast(
        answer.__typename === 'ExchangePolicySet'
          ? { text: t('exchangeDesk.policiesSaved') }
          : { text: answer.message, tone: 'problem' },
      ),
  );
  const isChanged = policies !== stored;
  return (
    <form
      className="x-policies"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      <ul className="x-policy-list">
        {policies.map((policy, index) => (
          <PolicyRow
            key={`${policy.policyId} ${index}`}
            policy={policy}
            onChange={(next) => setPolicies(policies.map((one, i) => (i === index ? next : one)))}
          />
        ))}
      </ul>
      <div className="x-acts x-policy-foot">
        <Button kind="primary" type="submit" isDisabled={!isChanged || save.isPending}>
          {t('exchangeDesk.policiesSave')}
        </Button>
        <Button isDisabled={!isChanged || save.isPending} onPress={() => setPolicies(stored)}>
          {t('exchangeDesk.policiesUndo')}
        </Button>
      </div>
    </form>
  );
}
