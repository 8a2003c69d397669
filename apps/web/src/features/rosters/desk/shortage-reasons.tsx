import { useQuery } from '@tanstack/react-query';
import { formatNumber } from '../../../app/format/format-number.js';
import { local, t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { ExplainShortageDocument, type ExplainShortageQuery } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { SkeletonRows } from '../../../ui/states.js';
import { useDeskState } from './desk-context.js';
import { MendButtons } from './mend-buttons.js';

type Explained = Extract<ExplainShortageQuery['explainShortage'], { __typename: 'ShortageExplained' }>;

interface ShortageReasonsProps {
  readonly queueId: string;
  readonly at: number;
  /** A mend was applied. */
  readonly onDone: () => void;
}

/** What stops agents from working in a short interval, and what letting each limit out would save: the server computes it. */
export function ShortageReasons({ queueId, at, onDone }: ShortageReasonsProps) {
  const { id: scheduleId, version } = useDeskState((state) => state.info);
  const query = useQuery({
    queryKey: ['explain-shortage', scheduleId, version, queueId, at],
    queryFn: async () =>
      (await request(ExplainShortageDocument, { scheduleId, queueId, at: new Date(at).toISOString() })).explainShortage,
    staleTime: Infinity,
  });
  return (
    <section aria-label={t('explain.reasons')} className="b-reasons">
      <h4>{t('explain.reasons')}</h4>
      {query.isPending ? (
        <div role="status" aria-label={t('explain.working')}>
          <SkeletonRows rows={3} height={14} />
        </div>
      ) : query.isError ? (
        <p className="b-problem" role="alert">
          {t('explain.failed')} <Button onPress={() => void query.refetch()}>{t('explain.again')}</Button>
        </p>
      ) : query.data.__typename === 'ShortageExplained' ? (
        <>
          <Improvements found={query.data} onDone={onDone} />
          <Reasons found={query.data} onDone={onDone} />
        </>
      ) : (
        <p className="b-quiet">{t('explain.notShort')}</p>
      )}
    </section>
  );
}

interface FoundProps {
  readonly found: Explained;
  readonly onDone: () => void;
}

function useAgentName(): (id: string) => string {
  const agents = useDeskState((state) => state.model.agents);
  return (id) => agents.find((agent) => agent.id === id)?.name ?? '';
}

/** Hours that would be written as none. */
const LEAST_SAVED = 0.05;

/** Who could work then without letting anything out. */
function Improvements({ found, onDone }: FoundProps) {
  const nameOf = useAgentName();
  const improvements = found.improvements.filter(({ hoursSaved }) => hoursSaved >= LEAST_SAVED);
  if (improvements.length === 0) return null;
  return (
    <ul className="b-plain-list">
      {improvements.map(({ agentId, hoursSaved, shifts }) => (
        <li key={agentId}>
          {t('explain.couldWork', { agent: nameOf(agentId) })}{' '}
          <span className="b-good">{t('explain.saves', { hours: formatNumber(hoursSaved, 1) })}</span>
          <MendButtons {...{ agentId, shifts, onDone }} name={nameOf(agentId)} />
        </li>
      ))}
      {found.improvable > found.improvements.length ? (
        <li>{t('explain.improvable', { count: found.improvable - found.improvements.length })}</li>
      ) : null}
    </ul>
  );
}

function Reasons({ found, onDone }: FoundProps) {
  const nameOf = useAgentName();
  const rest = [
    [found.worthMoreElsewhere, 'explain.elsewhere'],
    [found.severalLimits, 'explain.several'],
    [found.noTemplate, 'explain.noTemplate'],
    [found.beforePlan, 'explain.beforePlan'],
  ] as const;
  return (
    <ul className="b-plain-list">
      {found.reasons.map(({ limit, title, agentIds, gain }) => (
        <li key={`${limit} ${title.en}`}>
          <strong>{local(title)}</strong>{' '}
          <span className="b-quiet">{t('explain.agents', { count: agentIds.length })}</span>
          <br />
          {gain ? (
            <>
              {t('explain.gain', { agent: nameOf(gain.agentId), change: local(gain.text) })}{' '}
              <span className="b-good">{t('explain.saves', { hours: formatNumber(gain.hoursSaved, 1) })}</span>
              <MendButtons
                {...{ agentId: gain.agentId, shifts: gain.shifts, onDone }}
                name={`${nameOf(gain.agentId)} ${local(gain.text)}`}
              />
            </>
          ) : (
            <span className="b-quiet">{t('explain.noGain')}</span>
          )}
        </li>
      ))}
      {rest.map(([count, id]) => (count > 0 ? <li key={id}>{t(id, { count })}</li> : null))}
    </ul>
  );
}
