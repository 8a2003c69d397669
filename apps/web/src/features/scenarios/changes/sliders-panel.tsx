import type { ScenarioBase, ScenarioChange } from '@yotei/scheduling/scenarios';
import { weekdayOf } from '@yotei/time';
import { memo, useMemo, useState } from 'react';
import { formatNumber, formatPercent, formatSigned, formatSignedPercent } from '../../../app/format/format-number.js';
import { formatDate } from '../../../app/format/format-time.js';
import { useLanguage } from '../../../app/i18n/language.js';
import { t } from '../../../app/i18n/t.js';
import { useLatest } from '../../../app/use-latest.js';
import { Select } from '../../../ui/fields.js';
import { Slider, type SliderProps } from '../../../ui/slider.js';
import { datesOf } from './asked-often.js';
import { scopeOptions } from './scope.model.js';
import {
  absentOn,
  goalOf,
  SLIDERS,
  withAbsent,
  withGoal,
  type LevelGoal,
  type Scope,
  type SliderModel,
} from './sliders.model.js';

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
  return id === 'volume' ? formatSignedPercent(value) : formatPercent(value);
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

// A hand on one slider moves that slider alone; fields beside it are not drawn again.
const StillSelect = memo(Select);

interface MovedProps {
  readonly changes: Changes;
  readonly scope: Scope;
  readonly onMove: (changes: Changes) => void;
  readonly onDone: (changes: Changes) => void;
}

function GoalSelect({ changes, scope, onDone }: Omit<MovedProps, 'onMove'>) {
  const language = useLanguage();
  const goal = goalOf(changes, scope);
  const value = goal ? goalId(goal) : AS_PLANNED;
  const offered = useMemo(
    () => (goal && !GOALS.some((one) => goalId(one) === value) ? [...GOALS, goal] : GOALS),
    [value],
  );
  const options = useMemo(
    () => [
      { id: AS_PLANNED, text: t('scenarios.goalAsPlanned') },
      ...offered.map((one) => ({
        id: goalId(one),
        text: goalId(one),
        detail: t('scenarios.goalDetail', {
          level: formatPercent(one.serviceLevelFraction),
          seconds: formatNumber(one.answerWithinSeconds, 1),
        }),
      })),
    ],
    [offered, language],
  );
  const choose = useLatest((id: string) =>
    onDone(withGoal(changes, scope, offered.find((one) => goalId(one) === id) ?? null)),
  );
  return <StillSelect label={t('scenarios.goal')} value={value} options={options} onChange={choose} />;
}

interface StillSliderProps extends Pick<SliderProps, 'label' | 'value' | 'least' | 'most' | 'step' | 'text'> {
  readonly onChange: (value: number, isDone: boolean) => void;
}

const StillSlider = memo(function StillSlider({ onChange, ...slider }: StillSliderProps) {
  return (
    <Slider {...slider} origin={0} onMove={(next) => onChange(next, false)} onLetGo={(next) => onChange(next, true)} />
  );
});

const MOST_ABSENT = 20;

function AbsentSlider({ base, changes, scope, onMove, onDone }: MovedProps & Pick<SlidersPanelProps, 'base'>) {
  const language = useLanguage();
  const dates = useMemo(() => datesOf(base), [base]);
  const options = useMemo(() => dates.map((date) => ({ id: date, text: formatDate(date) })), [dates, language]);
  const [chosen, setChosen] = useState<string>();
  const on = dates.find((date) => date === chosen) ?? dates.find((date) => weekdayOf(date) === 1) ?? dates[0];
  const change = useLatest((agents: number, isDone: boolean) => {
    if (on !== undefined) (isDone ? onDone : onMove)(withAbsent(changes, scope, { on, agents }));
  });
  if (on === undefined) return null;
  const agents = absentOn(changes, scope, on);
  return (
    <div className="y-scn-absent">
      <StillSlider
        label={t('scenarios.slider.absent')}
        value={agents}
        least={0}
        most={MOST_ABSENT}
        step={1}
        text={t('scenarios.people', { count: formatNumber(agents, 1) })}
        onChange={change}
      />
      <StillSelect label={t('scenarios.absentOn')} hideLabel value={on} options={options} onChange={setChosen} />
    </div>
  );
}

function ChangeSlider({ slider, changes, scope, onMove, onDone }: MovedProps & { readonly slider: SliderModel }) {
  const { id, least, most, step } = slider;
  const value = slider.read(changes, scope);
  const change = useLatest((next: number, isDone: boolean) =>
    (isDone ? onDone : onMove)(slider.write(changes, scope, next)),
  );
  const label = t(`scenarios.slider.${id}`);
  return <StillSlider {...{ label, value, least, most, step }} text={sliderText(id, value)} onChange={change} />;
}

/** What is moved by hand: each slider is one line of the list of changes, for the chosen queues. */
export function SlidersPanel({ base, ...props }: SlidersPanelProps) {
  const language = useLanguage();
  const options = useMemo(() => scopeOptions(base), [base, language]);
  const [chosen, setChosen] = useState('all');
  const option = options.find(({ id }) => id === chosen) ?? options[0]!;
  const moved = { ...props, scope: option.scope };
  return (
    <div className="y-scn-sliders">
      <StillSelect label={t('scenarios.actsOn')} value={option.id} options={options} onChange={setChosen} />
      {SLIDERS.map((slider) => (
        <ChangeSlider key={slider.id} slider={slider} {...moved} />
      ))}
      <AbsentSlider base={base} {...moved} />
      <GoalSelect {...moved} />
    </div>
  );
}
