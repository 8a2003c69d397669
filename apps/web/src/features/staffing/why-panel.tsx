import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { formatTimeRange } from '../../app/format/format-time.js';
import { local, t, tIfKnown } from '../../app/i18n/t.js';
import { IconButton } from '../../ui/button.js';
import { CopyButton } from '../../ui/copy-button.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';
import { Table, type Column } from '../../ui/table.js';
import { CurvePanel } from './curve-panel.js';
import { ExplanationSteps, type Explanation } from './explanation-steps.js';
import { FormulasWithNumbers } from './formulas-with-numbers.js';
import { explanationQuery } from './requirement.queries.js';

type Model = Explanation['models'][number];
const orDash = (value: number | null | undefined, show: (value: number) => string) =>
  value === null || value === undefined ? '–' : show(value);

function columns(): readonly Column<Model>[] {
  return [
    {
      id: 'model',
      title: t('staffing.model'),
      cell: ({ title, note }) => (
        <>
          {local(title)}
          {note ? <span className="y-quiet"> · {tIfKnown(`staffing.note.${note}`, undefined, note)}</span> : null}
        </>
      ),
    },
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

/** What a planner says to a director, ready to be sent. */
function DirectorSentence({ sentence }: Pick<Explanation, 'sentence'>) {
  const text = local(sentence);
  return (
    <figure className="y-sentence">
      <figcaption>{t('staffing.sentenceTitle')}</figcaption>
      <blockquote>{text}</blockquote>
      <CopyButton text={text} label={t('staffing.copySentence')} />
    </figure>
  );
}

function WhyBody({
  found,
  queueName,
  zone,
}: {
  readonly found: Explanation;
  readonly queueName: string;
  readonly zone: string;
}) {
  return (
    <div className="y-panel-body y-why-body">
      <p className="y-quiet">
        {queueName} · {formatTimeRange(found.startAt, found.endAt, zone)}
      </p>
      <DirectorSentence sentence={found.sentence} />
      <section aria-label={t('staffing.stepsTitle')}>
        <h3>{t('staffing.stepsTitle')}</h3>
        <ExplanationSteps explanation={found} />
      </section>
      {found.curve ? <CurvePanel key={found.startAt} curve={found.curve} plan={found.plan} /> : null}
      <FormulasWithNumbers formulas={found.formulas} source={found.source} />
      {found.models.length ? (
        <Table
          caption={t('staffing.otherModels')}
          showCaption
          columns={columns()}
          rows={found.models}
          rowKey={({ modelId }) => modelId}
          rowTone={({ modelId }) => (modelId === found.plan.modelId ? 'selected' : undefined)}
        />
      ) : null}
      <p className="y-quiet y-source">
        {t('jobs.inputHash')} <code>{found.inputHash.slice(0, 12)}</code> · {t('jobs.codeVersion')}{' '}
        <code>{found.codeVersion}</code>
      </p>
    </div>
  );
}

export interface WhyPanelProps {
  readonly queueId: string;
  readonly queueName: string;
  readonly at: number;
  readonly zone: string;
  readonly onClose: () => void;
}

function titleOf(found: Explanation | null | undefined): string {
  if (!found) return t('staffing.whyLoading');
  const agents = found.agentsToRoster;
  return agents === null || agents === undefined ? t('staffing.whyNone') : t('staffing.why', { agents });
}

/** "Why 14 agents?": the sentence, every step with its numbers, the curve, the formulas, and the other models. */
export function WhyPanel({ queueId, queueName, at, zone, onClose }: WhyPanelProps) {
  const explanation = useQuery(explanationQuery(queueId, at));
  return (
    <aside className="y-panel y-why" aria-labelledby="why-title">
      <div className="y-panel-head">
        <h2 id="why-title">{titleOf(explanation.data)}</h2>
        <span className="y-toolbar-fill" />
        <IconButton label={t('ui.close')} icon={<X size={18} strokeWidth={1.75} />} onPress={onClose} />
      </div>
      <QueryState query={explanation} skeleton={<SkeletonRows rows={8} height={28} />}>
        {(found) =>
          found ? (
            <WhyBody found={found} queueName={queueName} zone={zone} />
          ) : (
            <p className="y-panel-body y-quiet">{t('staffing.noExplanation')}</p>
          )
        }
      </QueryState>
    </aside>
  );
}
