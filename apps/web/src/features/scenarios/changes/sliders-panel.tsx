import type { ScenarioBase, ScenarioChange } from '@yotei/scheduling/scenarios';
import { weekdayOf } from '@yotei/time';
import { useMemo, useState } from 'react';
import { formatNumber, formatPercent, formatSigned } from '../../../app/format/format-number.js';
import { formatDate } from '../../../app/format/format-time.js';
import { useLanguage } from '../../../app/i18n/language.js';
import { t } from '../../../app/i18n/t.js';
import { Select } from '../../../ui/fields.js';
import { Slider } from '../../../ui/slider.js';
import { datesOf } from './asked-often.js';
import { scopeOptions } from './scope.model.js';
import { absentOn, goalOf, SLIDERS, withAbsent, withGoal, type LevelGoal, type Scope } from './sliders.model.js';

type Changes = readonly ScenarioChange[];

export interface SlidersPanelProps {
  readonly base: ScenarioBase;
  readonly changes: Changes;
  /** While the hand moves. */
  readonly onMove: (changes: Changes) => void;
  /** A finished step. */
  readonly onDone: (changes: Changes) => void;
}

function sliderText(id: (typeof SLIDERS)[number]['id'], value: number): string {
  if (id === 'handle-time') return t('scenarios.seconds', { seconds: formatSigned(value) });
  return id === 'volume' ? `${formatSigned(value * 100, 1)}%` : formatPercent(value);
}

const GOALS: readonly LevelGoal[] = [
  [0.7, 30],
  [0.8, 20],
  [0.9, 20],
  [0.9, 10],
  [0.95, 10],
].map(([serviceLevelFraction, answerWithinSeconds]) => ({
  serviceLevelFraction: serviceLevelFraction!,
  answerWithinSeconds: answerWithinSeconds!,
}));
const goalId = ({ serviceLevelFraction, answerWithinSeconds }: LevelGoal) =>
  `${formatNumber(serviceLevelFraction * 100, 2)}/${formatNumber(answerWithinSeconds, 1)}`;
const AS_PLANNED = 'planned';

function GoalSelect({
  changes,
  scope,
  onDone,
}: Omit<SlidersPanelProps, 'base' | 'onMove'> & { readonly scope: Scope }) {
  const goal = goalOf(changes, scope);
  const offered = goal && !GOALS.some((one) => goalId(one) === goalId(goal)) ? [...GOALS, goal] : GOALS;
  return (
    <Select
      label={t('scenarios.goal')}
      value={goal ? goalId(goal) : AS_PLANNED}
      options={[
        { id: AS_PLANNED, text: t('scenarios.goalAsPlanned') },
        ...offered.map((one) => ({
          id: goalId(one),
          text: goalId(one),
          detail: t('scenarios.goalDetail', {
            level: formatPercent(one.serviceLevelFraction),
            seconds: formatNumber(one.answerWithinSeconds, 1),
          }),
        })),
      ]}
      onChange={(id) => onDone(withGoal(changes, scope, offered.find((one) => goalId(one) === id) ?? null))}
    />
  );
}

const MOST_ABSENT = 20;

function AbsentSlider({ base, changes, scope, onMove, onDone }: SlidersPanelProps & { readonly scope: Scope }) {
  const dates = useMemo(() => datesOf(base), [base]);
  const [chosen, setChosen] = useState<string>();
  const on = dates.find((date) => date === chosen) ?? dates.find((date) => weekdayOf(date) === 1) ?? dates[0];
  if (on === undefined) return null;
  const agents = absentOn(changes, scope, on);
  const write = (next: number) => withAbsent(changes, scope, { on, agents: next });
  return (
    <div className="y-scn-absent">
      <Slider
        label={t('scenarios.slider.absent')}
        value={agents}
        least={0}
        most={MOST_ABSENT}
        step={1}
        origin={0}
        text={t('scenarios.people', { count: formatNumber(agents, 1) })}
        onMove={(next) => onMove(write(next))}
        onLetGo={(next) => onDone(write(next))}
      />
      <Select
        label={t('scenarios.absentOn')}
        hideLabel
        value={on}
        options={dates.map((date) => ({ id: date, text: formatDate(date) }))}
        onChange={setChosen}
      />
    </div>
  );
}

/** What is moved by hand: each slider is one line of the list of changes, for the chosen queues. */
export function SlidersPanel(props: SlidersPanelProps) {
  const { base, changes, onMove, onDone } = props;
  const language = useLanguage();
  const options = useMemo(() => scopeOptions(base), [base, language]);
  const [chosen, setChosen] = useState('all');
  const option = options.find(({ id }) => id === chosen) ?? options[0]!;
  const scope = option.scope;
  return (
    <div className="y-scn-sliders">
      <Select label={t('scenarios.actsOn')} value={option.id} options={options} onChange={setChosen} />
      {SLIDERS.map((slider) => {
        const value = slider.read(changes, scope);
        return (
          <Slider
            key={slider.id}
            label={t(`scenarios.slider.${slider.id}`)}
            value={value}
            least={slider.least}
            most={slider.most}
            step={slider.step}
            origin={slider.origin}
            text={sliderText(slider.id, value)}
            onMove={(next) => onMove(slider.write(changes, scope, next))}
            onLetGo={(next) => onDone(slider.write(changes, scope, next))}
          />
        );
      })}
      <AbsentSlider {...props} scope={scope} />
      <GoalSelect changes={changes} scope={scope} onDone={onDone} />
    </div>
  );
}
