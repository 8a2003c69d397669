import { saveFile } from '../../../app/save-file.js';
import { comparisonInWords, type ScenarioAnswer, type ScenarioBase } from '@yotei/scheduling/scenarios';
import { Image, Sheet } from 'lucide-react';
import { Fragment, useMemo } from 'react';
import { formatDateRange, formatDateWithYear } from '../../../app/format/format-time.js';
import { useLanguage } from '../../../app/i18n/language.js';
import { t, tIfKnown } from '../../../app/i18n/t.js';
import { useViewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { CopyButton } from '../../../ui/copy-button.js';
import { EmptyState } from '../../../ui/states.js';
import { showToast } from '../../../ui/toast.js';
import { dayTicks } from '../answer/answer-chart.js';
import { seriesOf } from '../answer/answer-series.model.js';
import type { Drill, FigureId } from '../answer/figures.model.js';
import { rosterColumns } from '../runs/runs.model.js';
import { useRuns } from '../runs/runs.queries.js';
import { RunsPanel } from '../runs/runs-panel.js';
import { slidePng } from '../slide/slide-png.js';
import type { Slide } from '../slide/slide-svg.js';
import type { ScenarioItem } from '../tree/scenario-tree.model.js';
import {
  comparedRows,
  comparisonCsv,
  comparisonText,
  type ComparedColumn,
  type ComparedRow,
} from './comparison.model.js';
import { ComparisonTable } from './comparison-table.js';
import { fileName } from './file-name.js';

/** Measures that fit beside a chart on a slide. */
const ON_SLIDE: readonly FigureId[] = [
  'requiredHours',
  'peakAgents',
  'requiredFte',
  'serviceLevel',
  'occupancy',
  'chanceToMeet',
  'abandonment',
  'cost',
  'requiredCost',
];

/** How the service level is counted, when all queues count alike. */
function variantText({ queues }: ScenarioBase): string {
  const variants = new Set(queues.map(({ plan }) => plan.goal.serviceLevelVariant ?? 'answered-of-offered'));
  const [only] = variants.size === 1 ? variants : [];
  return tIfKnown(`scenarios.variant.${only ?? 'other'}`, undefined, t('scenarios.variant.other'));
}

const INTERVAL_MILLIS = 60_000;

function ticksOf(base: ScenarioBase): Slide['ticks'] {
  const { startAt, stepMinutes } = base.grid;
  return dayTicks(base).map(({ at, label }) => ({
    index: Math.round((at - startAt) / (stepMinutes * INTERVAL_MILLIS)),
    label,
  }));
}

/** A scenario in three sentences. */
interface Told {
  readonly title: string;
  readonly sentences: readonly string[];
}

interface Along {
  readonly base: ScenarioBase;
  readonly columns: readonly ComparedColumn[];
  readonly rows: readonly ComparedRow[];
  readonly told: readonly Told[];
  readonly organisation: string;
  readonly today: string;
  readonly range: string;
}

function slideOf({ base, columns, rows, told, organisation, today, range }: Along): Slide {
  const answered = columns.filter((column) => column.answer !== undefined);
  return {
    title: t('scenarios.slideTitle', {
      name: answered
        .slice(1)
        .map(({ title }) => title)
        .join(' · '),
    }),
    subtitle: `${range} · ${t('scenarios.slideVariant', { variant: variantText(base) })}`,
    chartTitle: t('scenarios.chartTitle'),
    lines: answered
      .filter(({ hasSeries }) => hasSeries !== false)
      .map(({ title, answer }) => ({ label: title, values: seriesOf(answer!, 'agentsToRoster') })),
    ticks: ticksOf(base),
    table: {
      head: [t('scenarios.measure'), ...columns.map(({ title }) => title)],
      rows: rows
        .filter(({ figure }) => ON_SLIDE.includes(figure.id))
        .map(({ title, texts, best }) => ({
          cells: [title, ...texts],
          best: best[0] === undefined ? null : best[0] + 1,
        })),
    },
    // Of one scenario all three; of several what each changes.
    sentences: told.length === 1 ? told[0]!.sentences : told.map(({ sentences }) => sentences[0]!),
    footer: t('scenarios.slideFooter', { organisation, date: formatDateWithYear(today) }),
  };
}

async function savePicture(along: Along): Promise<void> {
  try {
    const slide = slideOf(along);
    saveFile(`${fileName(slide.title)}.png`, await slidePng(slide));
  } catch {
    showToast({ text: t('scenarios.pictureFailed'), tone: 'problem' });
  }
}

function TakeAlong(along: Along) {
  const { columns, rows, told } = along;
  const sentences = told.flatMap((one) => one.sentences);
  const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
  return (
    <div className="y-scn-take">
      <CopyButton text={comparisonText(columns, rows, sentences)} label={t('scenarios.copyText')} />
      <Button icon={<Image {...icon} />} onPress={() => void savePicture(along)}>
        {t('scenarios.picture')}
      </Button>
      <Button icon={<Sheet {...icon} />} onPress={() => saveFile('scenarios.csv', comparisonCsv(columns, rows))}>
        {t('scenarios.csv')}
      </Button>
    </div>
  );
}

export interface CompareViewProps {
  readonly base: ScenarioBase;
  readonly before: ScenarioAnswer;
  /** Without the base. */
  readonly compared: readonly ComparedColumn[];
  readonly items: readonly ScenarioItem[];
  readonly mayStart: boolean;
  readonly drill: Drill;
  readonly range: { readonly fromOn: string; readonly lastOn: string };
  readonly today: string;
}

/** Up to five scenarios beside the base: figures, three sentences, and what to take along. */
export function CompareView({ base, before, compared, items, mayStart, drill, range, today }: CompareViewProps) {
  const language = useLanguage();
  const { organisation } = useViewer();
  const runs = useRuns(items.map(({ id }) => id));
  const columns: readonly ComparedColumn[] = useMemo(
    () => [
      { id: 'base', title: t('scenarios.base'), state: 'answered', answer: before },
      ...compared,
      ...rosterColumns(items, runs),
    ],
    [before, compared, items, runs, language],
  );
  const rows = useMemo(() => comparedRows(columns, drill), [columns, drill]);
  const told = useMemo(() => {
    const answered = columns.flatMap(({ title, answer }) => (answer ? [{ title, answer }] : []));
    const names = answered.slice(1).map(({ title }) => title);
    return comparisonInWords(answered, language).map((sentences, index) => ({ title: names[index]!, sentences }));
  }, [columns, language]);
  if (compared.length === 0)
    return <EmptyState title={t('scenarios.sideBySide')} text={t('scenarios.nothingCompared')} />;
  const along: Along = {
    base,
    columns,
    rows,
    told,
    organisation: organisation.name,
    today,
    range: formatDateRange(range.fromOn, range.lastOn),
  };
  return (
    <div className="y-scn-answer">
      <section className="y-panel" aria-label={t('scenarios.sideBySide')}>
        <ComparisonTable columns={columns} rows={rows} />
      </section>
      <section className="y-panel y-scn-sentences" aria-label={t('scenarios.sentences')}>
        {told.map(({ title, sentences }) => (
          <Fragment key={title}>
            {told.length > 1 ? <h3>{title}</h3> : null}
            {sentences.map((sentence, index) => (
              <p key={index}>{sentence}</p>
            ))}
          </Fragment>
        ))}
        <TakeAlong {...along} />
      </section>
      <RunsPanel base={base} items={items} runs={runs} mayStart={mayStart} />
    </div>
  );
}
