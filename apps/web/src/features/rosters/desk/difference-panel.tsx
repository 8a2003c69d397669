import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatNumber } from '../../../app/format/format-number.js';
import { formatDate, formatDateTime, formatTimeRange } from '../../../app/format/format-time.js';
import { local, t, type MessageId } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import {
  ScheduleDifferenceDocument,
  ScheduleVersionsDocument,
  type ScheduleDifferenceQuery,
  type ScheduleVersionsQuery,
} from '../../../graphql/generated/graphql.js';
import { Select } from '../../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { useDesk, useDeskState } from './desk-context.js';

export type Difference = Extract<ScheduleDifferenceQuery['scheduleDifference'], { __typename: 'ScheduleDifference' }>;
export type Version = ScheduleVersionsQuery['scheduleVersions'][number];
type ShiftChange = Difference['agents'][number]['shifts'][number];

/** What differs between a kept roster of the week and the board: people, breaches, shortage and cost. */
export function DifferencePanel() {
  const { displayZone } = useDesk();
  const { id: scheduleId, version } = useDeskState((state) => state.info);
  const [chosen, setChosen] = useState<number | null>(null);
  const versions = useQuery({
    queryKey: ['schedule-versions', scheduleId, version],
    queryFn: async () => (await request(ScheduleVersionsDocument, { scheduleId })).scheduleVersions,
  });
  return (
    <section className="b-difference" aria-label={t('explain.compare')}>
      <h3>{t('explain.compare')}</h3>
      <QueryState query={versions} skeleton={<SkeletonRows rows={2} />}>
        {(kept) =>
          kept.length === 0 ? (
            <p className="b-quiet">{t('explain.noVersions')}</p>
          ) : (
            <>
              <Select
                label={t('explain.compareWith')}
                value={chosen === null ? null : String(chosen)}
                placeholder={t('explain.choose')}
                options={kept.map((one) => ({
                  id: String(one.version),
                  text: versionText(one, displayZone),
                }))}
                onChange={(id) => setChosen(Number(id))}
              />
              {chosen === null ? null : <DifferenceOf version={chosen} />}
            </>
          )
        }
      </QueryState>
    </section>
  );
}

interface DifferenceProps {
  readonly version: number;
  /** Null: the board as it is now. */
  readonly against?: number | null;
}

/** What differs between a kept roster and another, or the board. */
export function DifferenceOf({ version, against = null }: DifferenceProps) {
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

const KEPT: Readonly<Record<Version['keptBecause'], MessageId>> = {
  PUBLISH: 'explain.published',
  GENERATE: 'explain.beforeGenerate',
  RESTORE: 'explain.beforeRestore',
  HAND: 'explain.keptByHand',
};

/** What a kept version is called: its own name, or why and when it was kept. */
export function versionText({ title, keptBecause, keptAt }: Version, zone: string): string {
  const when = formatDateTime(Date.parse(keptAt), zone);
  return title ? t('explain.named', { title, when }) : t(KEPT[keptBecause], { when });
}

/** Figures, breaches and people that differ between two rosters. */
export function Found({ found }: { readonly found: Difference }) {
  const { before, after } = found;
  const rows: readonly (readonly [MessageId, number, number, number])[] = [
    ['explain.shortHours', before.shortHours, after.shortHours, 1],
    ['explain.overHours', before.overHours, after.overHours, 1],
    ['explain.cost', before.cost, after.cost, 0],
    ['explain.mustBreaches', before.hardBreaches, after.hardBreaches, 0],
    ['explain.ruleCost', before.ruleCost, after.ruleCost, 0],
    ['explain.wishCost', before.wishCost, after.wishCost, 0],
    ['explain.fairnessCost', before.fairnessCost, after.fairnessCost, 0],
    ['explain.wellbeingCost', before.wellbeingCost, after.wellbeingCost, 0],
  ];
  return (
    <>
      <table className="b-why-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('explain.before')}</th>
            <th scope="col">{t('explain.now')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([id, old, fresh, digits]) => (
            <tr key={id}>
              <th scope="row">{t(id)}</th>
              <td>{formatNumber(old, digits)}</td>
              <td>{formatNumber(fresh, digits)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Breaches title="explain.newBreaches" breaches={found.newBreaches} />
      <Breaches title="explain.goneBreaches" breaches={found.goneBreaches} />
      <People agents={found.agents} />
    </>
  );
}

function Breaches({ title, breaches }: { readonly title: MessageId; readonly breaches: Difference['newBreaches'] }) {
  const nameOf = useAgentName();
  if (breaches.length === 0) return null;
  return (
    <>
      <h4>{t(title, { count: breaches.length })}</h4>
      <ul className="b-plain-list">
        {breaches.map((breach, index) => (
          <li key={index}>
            {nameOf(breach.agentId)} <span className="b-quiet">{local(breach.message)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function People({ agents }: Pick<Difference, 'agents'>) {
  const nameOf = useAgentName();
  const { displayZone } = useDesk();
  return (
    <>
      <h4>{t('explain.people', { count: agents.length })}</h4>
      <ul className="b-plain-list">
        {agents.map(({ agentId, shifts }) => (
          <li key={agentId}>
            <strong>{nameOf(agentId)}</strong>
            {shifts.map((shift) => (
              <div key={`${shift.on} ${shift.before?.startAt ?? shift.after?.startAt ?? ''}`}>
                {formatDate(shift.on)} <span className="b-quiet">{changeText(shift, displayZone)}</span>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

function changeText({ before, after, aspects }: ShiftChange, zone: string): string {
  const spanOf = (span: ShiftChange['before']) => {
    if (!span) return t('explain.off');
    return formatTimeRange(Date.parse(span.startAt), Date.parse(span.endAt), zone);
  };
  const isMoved = !before || !after || aspects.includes('start') || aspects.includes('end');
  if (isMoved) return `${spanOf(before)} → ${spanOf(after)}`;
  return `${spanOf(after)} · ${t(aspects.includes('breaks') ? 'explain.breaksMoved' : 'explain.detailsChanged')}`;
}

function useAgentName(): (id: string) => string {
  const agents = useDeskState((state) => state.model.agents);
  return (id) => agents.find((agent) => agent.id === id)?.name ?? '';
}
