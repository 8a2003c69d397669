import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { ScheduleDifferenceDocument } from '../../../graphql/generated/graphql.js';
import { Select } from '../../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { useDesk, useDeskState } from '../desk/desk-context.js';
import { Found, versionText, type Version } from '../desk/difference-panel.js';

const NOW = 'now';

/** Two rosters of the schedule side by side: who moved, and what it did to coverage, cost, rules and wellbeing. */
export function CompareVersions({ kept }: { readonly kept: readonly Version[] }) {
  const { displayZone } = useDesk();
  const [from, setFrom] = useState(kept[0] ? String(kept[0].version) : null);
  const [to, setTo] = useState(NOW);
  if (kept.length === 0 || from === null) return <p className="b-quiet">{t('together.noVersions')}</p>;
  const options = kept.map((one) => ({ id: String(one.version), text: versionText(one, displayZone) }));
  return (
    <>
      <div className="tg-pair">
        <Select label={t('together.compareFrom')} value={from} options={options} onChange={setFrom} />
        <Select
          label={t('together.compareTo')}
          value={to}
          options={[{ id: NOW, text: t('together.now') }, ...options]}
          onChange={setTo}
        />
      </div>
      <Comparison version={Number(from)} against={to === NOW ? null : Number(to)} />
    </>
  );
}

function Comparison({ version, against }: { readonly version: number; readonly against: number | null }) {
  const { id: scheduleId, version: now } = useDeskState((state) => state.info);
  const query = useQuery({
    queryKey: ['schedule-difference', scheduleId, version, against, now],
    queryFn: async () =>
      (await request(ScheduleDifferenceDocument, { scheduleId, version, against })).scheduleDifference,
    staleTime: Infinity,
  });
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={6} />}>
      {(found) =>
        found.__typename === 'ScheduleDifference' ? (
          <Found found={found} />
        ) : (
          <p className="b-quiet">{t('explain.versionGone')}</p>
        )
      }
    </QueryState>
  );
}
