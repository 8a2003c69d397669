import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { formatTimeRange } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { IconButton } from '../../ui/button.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { Table, type Column } from '../../ui/table.js';
import { ExplanationSteps, type Explanation } from './explanation-steps.js';
import { explanationQuery } from './requirement.queries.js';

type Model = Explanation['models'][number];
const orDash = (value: number | null | undefined, show: (value: number) => string) =>
  value === null || value === undefined ? '–' : show(value);

function columns(): readonly Column<Model>[] {
  return [
    { id: 'model', title: t('staffing.model'), cell: ({ title }) => local(title) },
    {
      id: 'agents',
      title: t('staffing.agents'),
      cell: ({ requiredAgents }) => orDash(requiredAgents, (value) => formatNumber(value)),
      numeric: true,
    },
    {
      id: 'level',
      title: t('staffing.serviceLevelShort'),
      cell: ({ serviceLevelFraction }) => orDash(serviceLevelFraction, (value) => formatPercent(value)),
      numeric: true,
    },
    {
      id: 'asa',
      title: t('staffing.asaShort'),
      cell: ({ asaSeconds }) =>
        orDash(asaSeconds, (value) => t('staffing.secondsShort', { seconds: formatNumber(value) })),
      numeric: true,
    },
    {
      id: 'occupancy',
      title: t('staffing.occupancyShort'),
      cell: ({ occupancyFraction }) => orDash(occupancyFraction, (value) => formatPercent(value)),
      numeric: true,
    },
  ];
}

export interface WhyPanelProps {
  readonly queueId: string;
  readonly queueName: string;
  readonly at: number;
  readonly zone: string;
  readonly onClose: () => void;
}

/** "Why 14 agents?": every step with its numbers, and what other models would say. */
export function WhyPanel({ queueId, queueName, at, zone, onClose }: WhyPanelProps) {
  const explanation = useQuery(explanationQuery(queueId, at));
  return (
    <aside className="y-panel y-why" aria-labelledby="why-title">
      <div className="y-panel-head">
        <h2 id="why-title">
          {explanation.data ? t('staffing.why', { agents: explanation.data.agentsToRoster }) : t('staffing.whyLoading')}
        </h2>
        <span className="y-toolbar-fill" />
        <IconButton label={t('ui.close')} icon={<X size={18} strokeWidth={1.75} />} onPress={onClose} />
      </div>
      <QueryState query={explanation} skeleton={<SkeletonRows rows={8} height={28} />}>
        {(found) =>
          found ? (
            <div className="y-panel-body y-why-body">
              <p className="y-quiet">
                {queueName} · {formatTimeRange(found.startAt, found.endAt, zone)}
              </p>
              <ExplanationSteps explanation={found} />
              {found.models.length ? (
                <Table
                  caption={t('staffing.otherModels')}
                  showCaption
                  columns={columns()}
                  rows={found.models}
                  rowKey={({ modelId }) => modelId}
                />
              ) : null}
              <p className="y-quiet y-source">
                {t('jobs.inputHash')} <code>{found.inputHash.slice(0, 12)}</code> · {t('jobs.codeVersion')}{' '}
                <code>{found.codeVersion}</code>
              </p>
            </div>
          ) : (
            <p className="y-panel-body y-quiet">{t('staffing.noExplanation')}</p>
          )
        }
      </QueryState>
    </aside>
  );
}
