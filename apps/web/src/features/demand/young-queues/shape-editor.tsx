import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { formatPercent } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { hourShares, type CurveForm } from './curve.model.js';

const HEIGHT = 96;
const KEY_STEP = 5;

export interface ShapeEditorProps {
  readonly form: CurveForm;
  readonly onChange: (shape: readonly number[]) => void;
}

const hourText = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** The day as bars, an hour each: drawn with the pointer, or by the arrow keys on the bar in focus. */
export function ShapeEditor({ form, onChange }: ShapeEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const shares = hourShares(form);
  const hours = Array.from({ length: Math.max(0, form.closes - form.opens) }, (_, index) => form.opens + index);
  const set = (hour: number, weight: number) =>
    onChange(form.shape.map((old, index) => (index === hour ? Math.min(100, Math.max(0, Math.round(weight))) : old)));
  const draw = (event: PointerEvent) => {
    const box = host.current?.getBoundingClientRect();
    if (!box || event.buttons === 0 || hours.length === 0) return;
    const index = Math.floor(((event.clientX - box.left) / box.width) * hours.length);
    const hour = hours[Math.min(hours.length - 1, Math.max(0, index))]!;
    set(hour, 100 * (1 - (event.clientY - box.top) / box.height));
  };
  const onKey = (hour: number) => (event: KeyboardEvent) => {
    const step = { ArrowUp: KEY_STEP, ArrowRight: KEY_STEP, ArrowDown: -KEY_STEP, ArrowLeft: -KEY_STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(hour, form.shape[hour]! + step);
  };
  return (
    <div className="y-field">
      <span id="y-shape-label">{t('youngQueues.shape')}</span>
      <div
        ref={host}
        role="group"
        aria-labelledby="y-shape-label"
        className="y-shape"
        style={{ height: HEIGHT }}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture?.(event.pointerId);
          draw(event);
        }}
        onPointerMove={draw}
      >
        {hours.map((hour) => (
          <div
            key={hour}
            role="slider"
            tabIndex={0}
            aria-label={hourText(hour)}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={form.shape[hour]!}
            aria-valuetext={t('youngQueues.shapeBar', { time: hourText(hour), percent: formatPercent(shares[hour]!) })}
            className="y-shape-bar"
            onKeyDown={onKey(hour)}
          >
            <span style={{ height: `${form.shape[hour]!}%` }} />
          </div>
        ))}
      </div>
      <div className="y-shape-hours" aria-hidden>
        <span>{hourText(form.opens)}</span>
        <span>{hourText(form.closes)}</span>
      </div>
      <span className="y-field-hint">{t('youngQueues.shapeHint')}</span>
    </div>
  );
}
