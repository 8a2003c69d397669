import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { activityLooks } from '../../app/activity-types.js';
import { formatDate, formatTimeRange, formatZone } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import { AdherenceDayDocument } from '../../graphql/generated/graphql.js';
import { Button, IconButton } from '../../ui/button.js';
import { QueryState, SkeletonBlock, SkeletonRows } from '../../ui/states.js';
import { DayBars, type DaySpan, type OpenDay } from './day-bars.js';
import { ExceptionList } from './exception-list.js';
import { ExcuseDialog, type ExcuseDraft } from './excuse-dialog.js';
import { FiguresOf } from './figures.js';
import { AbsenceActions } from './repair/absence-actions.lazy.js';
import { formatLasting, statusWord, wordOfState } from './live-words.js';
import { isAgentState } from '@yotei/scheduling/adherence';
import './agent-day.css';

/** What is worth a line: deviations, credited ones, and what nobody knows. */
const TOLD: readonly string[] = ['out', 'explained', 'unknown'];

function Deviations({ day, onExcuse }: { readonly day: OpenDay; readonly onExcuse: ((span: DaySpan) => void) | null }) {
  const looks = activityLooks(useViewer());
  const told = day.spans.filter(({ status, activityTypeId }) => TOLD.includes(status) && activityTypeId);
  if (told.length === 0) return <p className="y-quiet">{t('live.noDeviation')}</p>;
  return (
    <ul className="l-deviations">
      {told.map((span) => (
        <li key={span.startAt} data-status={span.status}>
          <strong>{formatTimeRange(span.startAt, span.endAt, day.zone)}</strong>
          <span>{formatLasting(Date.parse(span.endAt) - Date.parse(span.startAt))}</span>
          <span>{statusWord(span)}</span>
          <span className="y-quiet">
            {t('live.insteadOf', {
              actual: wordOfState(isAgentState(span.state) ? span.state : 'unknown'),
              planned: looks.get(span.activityTypeId ?? '')?.title ?? '',
            })}
          </span>
          {span.status === 'out' && onExcuse ? (
            <Button kind="quiet" onPress={() => onExcuse(span)}>
              {t('live.excuse')}
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function DayContent({ day }: { readonly day: OpenDay }) {
  const viewer = useViewer();
  const [draft, setDraft] = useState<ExcuseDraft | null>(null);
  const mayDecide = can(viewer, 'adherence.decide');
  const draftOf = (span: DaySpan): ExcuseDraft => ({
    scopeKind: 'AGENT',
    scopeId: day.agentId,
    agentName: day.agentName,
    startAt: span.startAt,
    endAt: span.endAt,
    zone: day.zone,
  });
  return (
    <>
      {day.zone === homeSite(viewer).zone ? null : <span className="y-quiet">{formatZone(day.zone, day.startAt)}</span>}
      {can(viewer, 'intraday.act') ? (
        <AbsenceActions agentId={day.agentId} name={day.agentName} zone={day.zone} />
      ) : null}
      <DayBars day={day} looks={activityLooks(viewer)} />
      <FiguresOf figures={day.figures} />
      <h3>{t('live.deviations')}</h3>
      <Deviations day={day} onExcuse={mayDecide ? (span) => setDraft(draftOf(span)) : null} />
      {day.exceptions.length > 0 ? (
        <>
          <h3>{t('live.explanations')}</h3>
          <ExceptionList exceptions={day.exceptions} zone={day.zone} mayDecide={mayDecide} />
        </>
      ) : null}
      {draft ? <ExcuseDialog draft={draft} onClose={() => setDraft(null)} /> : null}
    </>
  );
}

export interface AgentDayProps {
  readonly agentId: string;
  readonly on: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** One agent's day beside the list: planned and actual, both figures with what they are made of, and what explains them. */
export function AgentDay({ agentId, on, name, onClose }: AgentDayProps) {
  const query = useQuery({
    queryKey: ['live', 'day', agentId, on],
    queryFn: async () => (await request(AdherenceDayDocument, { agentId, on })).adherenceDay ?? null,
    refetchInterval: 30_000,
  });
  // Where it stands above the list, on narrow screens, it would open out of sight.
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <aside ref={panel} className="y-panel l-day" aria-label={t('live.dayOf', { name })}>
      <div className="l-day-head">
        <h2>{name}</h2>
        <span className="y-quiet">{formatDate(on)}</span>
        <IconButton label={t('live.closeDay')} icon={<X size={18} strokeWidth={1.75} />} onPress={onClose} />
      </div>
      <QueryState
        query={query}
        skeleton={
          <>
            <SkeletonBlock height={64} />
            <SkeletonRows rows={4} />
          </>
        }
      >
        {(day) => (day ? <DayContent day={day} /> : <p className="y-quiet">{t('live.noDay')}</p>)}
      </QueryState>
    </aside>
  );
}
