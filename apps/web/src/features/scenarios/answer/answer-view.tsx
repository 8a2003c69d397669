import { comparisonInWords, type ScenarioAnswer, type ScenarioBase } from '@yotei/scheduling/scenarios';
import { X } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import { formatDate } from '../../../app/format/format-time.js';
import { useLanguage } from '../../../app/i18n/language.js';
import { t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { AnswerChart, byDays } from './answer-chart.js';
import { FigureTiles } from './figure-tiles.js';
import { figuresOf, type Drill } from './figures.model.js';
import { PartsTables } from './parts-table.js';

export interface AnswerViewProps {
  readonly base: ScenarioBase;
  readonly before: ScenarioAnswer;
  readonly after: ScenarioAnswer;
  /** Without any change there is nothing to say about it. */
  readonly isChanged: boolean;
  readonly name: string;
  readonly drill: Drill;
  readonly onDrill: (drill: Drill) => void;
}

/** Where one looks, and the ways back out. */
function DrillBar({ base, drill, onDrill }: Pick<AnswerViewProps, 'base' | 'drill' | 'onDrill'>) {
  const { queueId, day } = drill;
  if (queueId === undefined && day === undefined) return null;
  const queue = base.queues.find(({ id }) => id === queueId);
  const away = (text: string, next: Drill) => (
    <Button icon={<X size={12} strokeWidth={2} aria-hidden />} onPress={() => onDrill(next)}>
      {text}
    </Button>
  );
  return (
    <p className="y-scn-drilled">
      <span className="y-quiet">{t('scenarios.lookingAt')}</span>
      {queueId === undefined ? null : away(queue?.title ?? queueId, { day })}
      {day === undefined ? null : away(formatDate(day), { queueId })}
    </p>
  );
}

/** The answer of one scenario against its base. */
export function AnswerView({ base, before, after, isChanged, name, drill, onDrill }: AnswerViewProps) {
  const language = useLanguage();
  // Tiles follow the hand; sentences, chart and tables come when there is time.
  const [later, earlier] = [useDeferredValue(after), useDeferredValue(before)];
  const sentences = useMemo(
    () =>
      comparisonInWords(
        [
          { title: t('scenarios.base'), answer: earlier },
          { title: name, answer: later },
        ],
        language,
      )[0] ?? [],
    [earlier, later, name, language],
  );
  const [figuresBefore, figuresAfter] = [figuresOf(before, drill), figuresOf(after, drill)];
  return (
    <div key={language} className="y-scn-answer">
      <DrillBar base={base} drill={drill} onDrill={onDrill} />
      {figuresBefore && figuresAfter ? (
        <FigureTiles base={figuresBefore} scenario={figuresAfter} currency={after.currency} />
      ) : null}
      <section className="y-panel y-scn-sentences" aria-label={t('scenarios.sentences')} aria-live="polite">
        {isChanged ? (
          sentences.map((sentence, index) => <p key={index}>{sentence}</p>)
        ) : (
          <p className="y-quiet">{t('scenarios.noChanges')}</p>
        )}
      </section>
      <section className="y-panel" aria-label={t('scenarios.chartTitle')}>
        <div className="y-panel-head">
          <h2>{t('scenarios.chartTitle')}</h2>
        </div>
        <div className="y-panel-body">
          {byDays(base, drill) ? <p className="y-quiet">{t('scenarios.chartByDays')}</p> : null}
          <AnswerChart base={base} before={earlier} after={later} drill={drill} />
        </div>
      </section>
      <PartsTables base={earlier} scenario={later} drill={drill} onDrill={onDrill} />
    </div>
  );
}
