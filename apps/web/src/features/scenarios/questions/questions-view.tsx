import type { ScenarioBase, ScenarioChange } from '@yotei/scheduling/scenarios';
import { useMemo, useState } from 'react';
import { formatPercent } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { Select } from '../../../ui/fields.js';
import { Slider } from '../../../ui/slider.js';
import { Skeleton, SkeletonBlock } from '../../../ui/states.js';
import { chatScope, scopeOptions } from '../changes/scope.model.js';
import { AgentResult, DearestResult, WaysResult } from './people-results.js';
import { PooledResult } from './pooled-results.js';
import {
  QUESTION_IDS,
  TORNADO_MEASURES,
  type Question,
  type QuestionId,
  type QuestionResults,
} from './question.model.js';
import { useQuestion, type Asked } from './use-question.js';
import { BotResult, HeldResult, TornadoResult } from './volume-results.js';

export interface QuestionsViewProps {
  readonly base: ScenarioBase;
  readonly baseFile: unknown;
  readonly changes: readonly ScenarioChange[];
  readonly id: QuestionId;
  readonly onChoose: (id: QuestionId) => void;
}

const GOALS = ['planned', '70/30', '80/20', '90/10', '95/10'] as const;

function goalOf(id: string) {
  const [level, within] = id.split('/').map(Number);
  return within === undefined ? null : { serviceLevelFraction: level! / 100, answerWithinSeconds: within };
}

/** The choices a question needs, kept while one goes from question to question. */
function useChoices(base: ScenarioBase) {
  const chat = chatScope(base);
  const options = scopeOptions(base);
  const first = options.find(({ scope }) => scope !== undefined && scope.join() === chat.join());
  const [goal, setGoal] = useState<string>('80/20');
  const [scopeId, setScope] = useState(first?.id ?? 'all');
  const [share, setShare] = useState(0.15);
  const [measure, setMeasure] = useState<(typeof TORNADO_MEASURES)[number]>('hoursToRoster');
  return { options, goal, setGoal, scopeId, setScope, share, setShare, measure, setMeasure };
}

type Choices = ReturnType<typeof useChoices>;

function questionOf(id: QuestionId, { options, goal, scopeId, share, measure }: Choices): Question {
  if (id === 'ways') return { id, goal: goalOf(goal) };
  if (id === 'bot') return { id, queueIds: options.find((one) => one.id === scopeId)?.scope, share };
  return id === 'tornado' ? { id, measure } : { id };
}

function ChoiceFields({ id, choices }: { readonly id: QuestionId; readonly choices: Choices }) {
  const { options, goal, setGoal, scopeId, setScope, share, setShare, measure, setMeasure } = choices;
  const [moving, setMoving] = useState<number>();
  if (id === 'ways')
    return (
      <Select
        label={t('scenarios.goal')}
        value={goal}
        options={GOALS.map((one) => ({ id: one, text: one === 'planned' ? t('scenarios.goalAsPlanned') : one }))}
        onChange={setGoal}
      />
    );
  if (id === 'bot')
    return (
      <>
        <Select label={t('scenarios.actsOn')} value={scopeId} options={options} onChange={setScope} />
        <Slider
          label={t('scenarios.slider.deflection')}
          value={moving ?? share}
          least={0.01}
          most={0.6}
          step={0.01}
          origin={0.01}
          text={formatPercent(moving ?? share)}
          onMove={setMoving}
          onLetGo={(next) => (setMoving(undefined), setShare(next))}
        />
      </>
    );
  if (id === 'tornado')
    return (
      <Select
        label={t('scenarios.measure')}
        value={measure}
        options={TORNADO_MEASURES.map((one) => ({ id: one, text: t(`scenarios.tornado.${one}`) }))}
        onChange={(next) => setMeasure(TORNADO_MEASURES.find((one) => one === next) ?? measure)}
      />
    );
  return null;
}

/** The result in the form of its question; a result of the question before is not shown as if it were of this. */
function Answered({
  asked,
  base,
  id,
}: {
  readonly asked: Asked;
  readonly base: ScenarioBase;
  readonly id: QuestionId;
}) {
  if (asked.kind === 'failed') return <p role="alert">{t('scenarios.engineFailed', { message: asked.message })}</p>;
  if (asked.kind === 'computing' || asked.question.id !== id)
    return (
      <Skeleton label={t('ui.loading')}>
        <SkeletonBlock height={160} />
      </Skeleton>
    );
  const result = asked.result;
  switch (id) {
    case 'held':
      return <HeldResult base={base} result={result as QuestionResults['held']} />;
    case 'ways':
      return <WaysResult base={base} result={result as QuestionResults['ways']} />;
    case 'dearest':
      return <DearestResult base={base} result={result as QuestionResults['dearest']} />;
    case 'agent':
      return <AgentResult base={base} result={result as QuestionResults['agent']} />;
    case 'pooled':
      return <PooledResult base={base} result={result as QuestionResults['pooled']} />;
    case 'bot':
      return <BotResult base={base} result={result as QuestionResults['bot']} />;
    case 'tornado':
      return <TornadoResult base={base} result={result as QuestionResults['tornado']} />;
  }
}

/** Questions the other way round, about the scenario with its changes: each a sentence, its numbers, and how they come about. */
export function QuestionsView({ base, baseFile, changes, id, onChoose }: QuestionsViewProps) {
  const choices = useChoices(base);
  const question = useMemo(
    () => questionOf(id, choices),
    [id, choices.goal, choices.scopeId, choices.share, choices.measure],
  );
  const asked = useQuestion(baseFile, changes, question);
  return (
    <section className="y-panel y-scn-questions" aria-label={t('scenarios.views.questions')}>
      <Select
        label={t('scenarios.whichQuestion')}
        value={id}
        options={QUESTION_IDS.map((one) => ({ id: one, text: t(`scenarios.question.${one}`) }))}
        onChange={(next) => onChoose(QUESTION_IDS.find((one) => one === next) ?? id)}
      />
      <ChoiceFields id={id} choices={choices} />
      <div aria-live="polite" className="y-scn-result">
        <Answered asked={asked} base={base} id={id} />
      </div>
    </section>
  );
}
