import type { CapacityGroup, CapacityPlan, HiringClass } from '@yotei/scheduling/capacity';
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { formatDate, formatDateWithYear } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { weekOn, withClass } from './plan-edits.js';

interface LaneProps {
  readonly plan: CapacityPlan;
  readonly group: CapacityGroup;
  readonly onPlan: ((plan: CapacityPlan) => void) | undefined;
}

const STEPS: Readonly<Record<string, { readonly week?: number; readonly heads?: number }>> = {
  ArrowLeft: { week: -1 },
  ArrowRight: { week: 1 },
  PageUp: { week: -4 },
  PageDown: { week: 4 },
  ArrowUp: { heads: 1 },
  ArrowDown: { heads: -1 },
};

/** Drags a class along the weeks; Escape puts it back. The plan changes once, on release. */
function useDragging({ plan, onPlan }: LaneProps) {
  const lane = useRef<HTMLDivElement>(null);
  const [dragged, setDragged] = useState<{ readonly id: string; readonly week: number }>();
  const weekAt = (clientX: number): number => {
    const box = lane.current!.getBoundingClientRect();
    return Math.min(plan.weeks - 1, Math.max(0, Math.floor(((clientX - box.left) / box.width) * plan.weeks)));
  };
  const handlers = (one: HiringClass) => ({
    onPointerDown: (event: PointerEvent) => {
      if (!onPlan || event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged({ id: one.id, week: one.week });
    },
    onPointerMove: (event: PointerEvent) => {
      if (dragged?.id === one.id) setDragged({ id: one.id, week: weekAt(event.clientX) });
    },
    onPointerUp: () => {
      if (dragged?.id === one.id && dragged.week !== one.week)
        onPlan?.(withClass(plan, one.id, { week: dragged.week }));
      setDragged(undefined);
    },
    onPointerCancel: () => setDragged(undefined),
  });
  return { lane, dragged, handlers, drop: () => setDragged(undefined) };
}

/** The classes of a group on the weeks: dragged, or moved and resized by the arrow keys. */
export function ClassLane(props: LaneProps) {
  const { plan, group, onPlan } = props;
  const { lane, dragged, handlers, drop } = useDragging(props);
  const own = plan.classes.filter(({ groupId }) => groupId === group.id);
  const onKey = (one: HiringClass) => (event: KeyboardEvent) => {
    if (event.key === 'Escape') return drop();
    const step = STEPS[event.key];
    if (!onPlan || (!step && event.key !== 'Delete')) return undefined;
    event.preventDefault();
    const change = step
      ? { week: one.week + (step.week ?? 0), heads: Math.max(1, one.heads + (step.heads ?? 0)) }
      : { heads: 0 };
    onPlan(withClass(plan, one.id, change));
    return undefined;
  };
  return (
    <div className="y-class-lane-box">
      <p className="y-quiet" id="class-lane-help">
        {t(own.length === 0 ? 'capacity.noClasses' : 'capacity.laneHelp')}
      </p>
      <div
        className="y-class-lane"
        ref={lane}
        role="group"
        aria-label={t('capacity.lane')}
        aria-describedby="class-lane-help"
      >
        {own.map((one) => {
          const week = dragged?.id === one.id ? dragged.week : one.week;
          const { trainingWeeks } = group.hiring;
          return (
            <button
              key={one.id}
              type="button"
              className="y-class-marker"
              data-dragged={dragged?.id === one.id || undefined}
              style={{
                left: `${(100 * week) / plan.weeks}%`,
                ['--training' as string]: `${(100 * Math.min(trainingWeeks, plan.weeks - week)) / plan.weeks}%`,
              }}
              aria-label={t('capacity.classAt', { heads: one.heads, on: formatDateWithYear(weekOn(plan, week)) })}
              onKeyDown={onKey(one)}
              {...handlers(one)}
            >
              +{one.heads} <span>{formatDate(weekOn(plan, week))}</span>
            </button>
          );
        })}
      </div>
    </div>
  );
}
