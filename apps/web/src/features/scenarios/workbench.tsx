import type { ScenarioBase, ScenarioChange } from '@yotei/scheduling/scenarios';
import { addDays } from '@yotei/time';
import { Plus, RotateCw } from 'lucide-react';
import { lazy, memo, Suspense, useMemo, useState } from 'react';
import { dateInZone } from '../../app/format/format-time.js';
import { currentLanguage, useLanguage } from '../../app/i18n/language.js';
import { local, t } from '../../app/i18n/t.js';
import { can, useViewer } from '../../app/session.js';
import { useLatest } from '../../app/use-latest.js';
import type { ScenarioBaseQuery } from '../../graphql/generated/graphql.js';
import { Button, Segmented } from '../../ui/button.js';
import { Skeleton, SkeletonBlock } from '../../ui/states.js';
import { AnswerView } from './answer/answer-view.js';
import type { Drill } from './answer/figures.model.js';
import { ChangesPanel } from './changes/changes-panel.js';
import { useCompareChoice } from './compare/use-compare-choice.js';
import { useCompared } from './compare/use-compared.js';
import { baseOf } from './engine/base-of.js';
import { useScenarioAnswers, type LiveAnswers } from './engine/use-scenario-answers.js';
import { SaveProblem, SaveState } from './save-state.js';
import { useScenarioWrites } from './scenarios.queries.js';
import { VIEWS, type ScenariosSearch } from './scenarios.search.js';
import { TakeAlongMenu } from './take-along.js';
import { BASE_ID } from './tree/base-id.js';
import { ScenarioTree } from './tree/scenario-tree.js';
import type { ScenarioItem } from './tree/scenario-tree.model.js';
import { useTreeActs } from './tree/use-tree-acts.js';
import { useDesk, type Desk } from './use-desk.js';
import type { Shown } from './use-shown.js';

const PromoteDialog = lazy(() => import('./promotion/promote-dialog.js').then((it) => ({ default: it.PromoteDialog })));
// Slides, jobs and the questions' tables come when they are opened.
const CompareView = lazy(() => import('./compare/compare-view.js').then((it) => ({ default: it.CompareView })));
const QuestionsView = lazy(() => import('./questions/questions-view.js').then((it) => ({ default: it.QuestionsView })));

type BaseView = Extract<ScenarioBaseQuery['scenarioBase'], { readonly __typename: 'ScenarioBaseView' }>;

export interface WorkbenchProps {
  readonly view: BaseView;
  readonly items: readonly ScenarioItem[];
  readonly shown: Shown;
  readonly onRefresh: () => void;
}

/** What the base is made of without knowing it all, and what moved since the scenario was saved on it. */
function Notices({
  view,
  base,
  item,
  onRefresh,
}: Pick<WorkbenchProps, 'view' | 'onRefresh'> & {
  readonly base: ScenarioBase;
  readonly item: ScenarioItem | undefined;
}) {
  const titleOf = (id: string) => base.queues.find((queue) => queue.id === id)?.title ?? id;
  return (
    <>
      {item && item.moved.length > 0 ? (
        <div className="y-panel y-scn-problem" role="status">
          <p>{item.moved.map(({ text }) => local(text)).join(' ')}</p>
          <Button icon={<RotateCw size={14} strokeWidth={1.75} aria-hidden />} onPress={onRefresh}>
            {t('scenarios.refresh')}
          </Button>
        </div>
      ) : null}
      {view.gaps.length > 0 ? (
        <details className="y-scn-gaps">
          <summary>{t('scenarios.gaps')}</summary>
          <ul>
            {view.gaps.map(({ kind, queueId, fromOn, text }) => (
              <li key={`${kind}${queueId}${fromOn}`}>
                {queueId ? `${titleOf(queueId)}: ` : ''}
                {local(text)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

const NO_CHANGES: readonly ScenarioChange[] = [];
/** As many figures as an answer begins with. */
const TILES = 8;

const isAsked = ({ answered = NO_CHANGES }: LiveAnswers) => answered.length > 0;

interface RightProps {
  readonly base: ScenarioBase;
  readonly view: BaseView;
  readonly answers: LiveAnswers;
  readonly name: string;
  readonly search: ScenariosSearch;
  readonly compared: readonly ScenarioItem[];
  readonly onShow: (search: ScenariosSearch) => void;
  readonly mayStart: boolean;
}

/** The shape of an answer: a word on what is done, a tile for each figure, the chart. */
function AnswerBones() {
  return (
    <div className="y-scn-answer">
      <p className="y-quiet">{t('scenarios.answering')}</p>
      <div className="y-scn-tiles">
        {Array.from({ length: TILES }, (_, tile) => (
          <SkeletonBlock key={tile} height={76} />
        ))}
      </div>
      <SkeletonBlock height={240} />
    </div>
  );
}

/** Drawn again for a new answer or address, not for each move of a hand. */
const Right = memo(function Right({ base, view, answers, name, search, compared, onShow, mayStart }: RightProps) {
  const columns = useCompared(view.file, compared);
  const drill = useMemo(() => ({ queueId: search.queue, day: search.day }), [search.queue, search.day]);
  const look = useLatest(({ queueId, day }: Drill) => onShow({ queue: queueId, day }));
  if (answers.error)
    return (
      <p role="alert">
        {t('scenarios.engineFailed', { message: answers.error instanceof Error ? answers.error.message : '' })}
      </p>
    );
  if (!answers.base || !answers.scenario)
    return (
      <Skeleton label={t('scenarios.answering')}>
        <AnswerBones />
      </Skeleton>
    );
  if (search.view === 'compare')
    return (
      <Suspense fallback={<SkeletonBlock height={320} />}>
        <CompareView
          base={base}
          before={answers.base}
          compared={columns}
          items={compared}
          mayStart={mayStart}
          drill={drill}
          range={{ fromOn: view.fromOn, lastOn: addDays(view.fromOn, view.days - 1) }}
          today={dateInZone(Date.now(), base.zone)}
        />
      </Suspense>
    );
  if (search.view === 'questions')
    return (
      <Suspense fallback={<SkeletonBlock height={320} />}>
        <QuestionsView
          base={base}
          baseFile={view.file}
          changes={answers.answered ?? NO_CHANGES}
          id={search.question ?? 'held'}
          onChoose={(question) => onShow({ question })}
        />
      </Suspense>
    );
  return (
    <AnswerView
      base={base}
      before={answers.base}
      after={answers.scenario}
      isChanged={isAsked(answers)}
      name={name}
      drill={drill}
      onDrill={look}
    />
  );
});

const Views = memo(function Views({ shown }: { readonly shown: Shown }) {
  return (
    <Segmented
      label={t('scenarios.view')}
      value={shown.search.view ?? 'answer'}
      options={VIEWS.map((value) => ({ value, text: t(`scenarios.views.${value}`) }))}
      onChange={(next) => shown.show({ view: next })}
    />
  );
});

function Bar({
  props,
  base,
  desk,
}: {
  readonly props: WorkbenchProps;
  readonly base: ScenarioBase;
  readonly desk: Desk;
}) {
  const { shown, view } = props;
  const viewer = useViewer();
  const language = useLanguage();
  const [promoting, setPromoting] = useState(false);
  const changesNow = useLatest(() => desk.changes);
  return (
    <div className="y-scn-bar">
      <h2>{shown.item?.name ?? t('scenarios.base')}</h2>
      <SaveState desk={desk} isBase={shown.selected === BASE_ID} />
      <span className="y-toolbar-fill" />
      <Views key={`${language} views`} shown={shown} />
      {shown.item && can(viewer, 'scenarios.promote') && shown.item.changes.length > 0 ? (
        <Button onPress={() => setPromoting(true)}>{t('scenarios.promote')}</Button>
      ) : null}
      {promoting && shown.item ? (
        <Suspense fallback={null}>
          <PromoteDialog item={shown.item} base={base} onClose={() => setPromoting(false)} />
        </Suspense>
      ) : null}
      <TakeAlongMenu key={`${language} share`} baseFile={view.file} changesNow={changesNow} />
    </div>
  );
}

/** Answers that follow the hand: the worker begins before the page has drawn the slider's new place. */
function useLiveDesk(baseFile: unknown, desk: Desk) {
  const { answers, askSoon } = useScenarioAnswers(baseFile, desk.changes);
  const move = useLatest((changes: readonly ScenarioChange[]) => {
    askSoon(changes);
    desk.move(changes);
  });
  const done = useLatest((changes: readonly ScenarioChange[]) => {
    askSoon(changes);
    desk.done(changes);
  });
  return { answers, move, done };
}

/** The page once its base is there: tree, changes, answer. */
export function Workbench(props: WorkbenchProps) {
  const { view, items, shown, onRefresh } = props;
  const viewer = useViewer();
  const mayEdit = can(viewer, 'scenarios.edit');
  const base = useMemo(() => baseOf(view.file), [view.file]);
  const writes = useScenarioWrites();
  const acts = useTreeActs(props, writes);
  const desk = useDesk({
    base,
    range: shown.range,
    items,
    selected: shown.selected,
    mayEdit,
    writes,
    onCreated: (id) => shown.show({ scenario: id }),
  });
  const { answers, move, done } = useLiveDesk(view.file, desk);
  const { comparable, compared, comparedKeys, compare } = useCompareChoice(props);
  return (
    <div className="y-scenarios" lang={currentLanguage()}>
      <aside className="y-panel y-scn-left" aria-label={t('scenarios.tree')}>
        <ScenarioTree
          items={items}
          selected={shown.selected}
          compared={comparedKeys}
          comparable={comparable}
          mayEdit={mayEdit}
          onSelect={acts.select}
          onCompare={compare}
          onBranch={acts.branch}
          onRename={acts.rename}
          onDelete={acts.remove}
        />
        {mayEdit ? (
          <Button icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} onPress={acts.create}>
            {t('scenarios.newScenario')}
          </Button>
        ) : null}
      </aside>
      <div className="y-scn-middle">
        <ChangesPanel base={base} changes={desk.changes} faults={answers.faults} onMove={move} onDone={done} />
      </div>
      <div className="y-scn-right" data-millis={answers.millis}>
        <Bar props={props} base={base} desk={desk} />
        <SaveProblem desk={desk} />
        <Notices view={view} base={base} item={shown.item} onRefresh={onRefresh} />
        <Right
          base={base}
          view={view}
          answers={answers}
          name={shown.item?.name ?? t('scenarios.scenario')}
          search={shown.search}
          compared={compared}
          onShow={shown.show}
          mayStart={mayEdit}
        />
      </div>
    </div>
  );
}
