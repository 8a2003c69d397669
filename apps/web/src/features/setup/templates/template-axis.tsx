import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import type { ActivityLook } from '../../../app/activity-types.js';
import { t } from '../../../app/i18n/t.js';
import { clock, moveActivity, moveShift, SNAP, type TemplateActivity, type TemplateDraft } from './template-draft.js';

/** What the drawing needs of a template. */
export type DrawnTemplate = Pick<
  TemplateDraft,
  'title' | 'earliestStartMinute' | 'latestStartMinute' | 'lengthMinutes' | 'activities'
>;

export interface AxisSpan {
  readonly from: number;
  readonly until: number;
}

/** Whole hours that hold every template, so that they can be compared by eye. */
export function spanOf(templates: readonly DrawnTemplate[]): AxisSpan {
  const ends = templates.map((one) => one.latestStartMinute + one.lengthMinutes);
  const from =
    Math.floor(Math.max(0, Math.min(540, ...templates.map((one) => one.earliestStartMinute)) - 60) / 60) * 60;
  return { from, until: Math.ceil(Math.max(1080, ...ends) / 60) * 60 };
}

interface AxisProps {
  readonly template: DrawnTemplate;
  readonly span: AxisSpan;
  readonly looks: ReadonlyMap<string, ActivityLook>;
}

const HOURS_BETWEEN_MARKS = 3;

export function AxisScale({ span }: { readonly span: AxisSpan }) {
  const marks: number[] = [];
  const first = Math.ceil(span.from / 60 / HOURS_BETWEEN_MARKS) * HOURS_BETWEEN_MARKS * 60;
  for (let at = first; at <= span.until; at += HOURS_BETWEEN_MARKS * 60) marks.push(at);
  return (
    <div className="su-scale" aria-hidden>
      {marks.map((at) => (
        <span key={at} style={{ left: percent(at - span.from, span) }}>
          {clock(at).slice(0, 5)}
        </span>
      ))}
    </div>
  );
}

const percent = (minutes: number, { from, until }: AxisSpan) => `${(minutes / (until - from)) * 100}%`;

function words(template: DrawnTemplate, looks: AxisProps['looks']): string {
  const { earliestStartMinute: earliest, latestStartMinute: latest, lengthMinutes } = template;
  const parts = template.activities.map(({ activityTypeId, earliestStartMinutes, latestStartMinutes }) =>
    t('setup.saidActivity', {
      what: looks.get(activityTypeId)?.title ?? activityTypeId,
      from: clock(earliest + earliestStartMinutes),
      until: clock(latest + latestStartMinutes),
    }),
  );
  const starts = { title: template.title, from: clock(earliest), until: clock(latest), hours: lengthMinutes / 60 };
  return [t('setup.saidTemplate', starts), ...parts].join(t('setup.separator'));
}

/** A template on the day: earliest start as drawn, the way to the latest one hatched, activities as blocks in their windows. */
export function TemplateAxis({ template, span, looks }: AxisProps) {
  return (
    <div className="su-axis" role="img" aria-label={words(template, looks)}>
      <ShiftBody template={template} span={span} looks={looks} />
      {template.activities.map((activity, index) => (
        <ActivityBlock key={index} {...{ template, span, looks, activity }} />
      ))}
    </div>
  );
}

function ShiftBody({ template, span, looks }: AxisProps) {
  const { earliestStartMinute, latestStartMinute, lengthMinutes } = template;
  const contact = [...looks.values()].find(({ contactWork }) => contactWork);
  const left = percent(earliestStartMinute - span.from, span);
  return (
    <>
      <span
        className="su-later"
        style={{ left, width: percent(latestStartMinute - earliestStartMinute + lengthMinutes, span) }}
      />
      <span
        className="su-body"
        style={{ left, width: percent(lengthMinutes, span), background: contact?.colour, borderColor: contact?.edge }}
      />
    </>
  );
}

function ActivityBlock({ template, span, looks, activity }: AxisProps & { readonly activity: TemplateActivity }) {
  const look = looks.get(activity.activityTypeId);
  const start = template.earliestStartMinute - span.from;
  const { earliestStartMinutes, latestStartMinutes, lengthMinutes } = activity;
  return (
    <>
      <span
        className="su-window"
        style={{
          left: percent(start + earliestStartMinutes, span),
          width: percent(latestStartMinutes - earliestStartMinutes + lengthMinutes, span),
        }}
      />
      <span
        className="su-block"
        style={{
          left: percent(start + earliestStartMinutes, span),
          width: percent(lengthMinutes, span),
          background: look?.colour,
          borderColor: look?.edge,
        }}
      >
        <span>{look?.letter}</span>
      </span>
    </>
  );
}

interface EditableProps {
  readonly draft: TemplateDraft;
  readonly span: AxisSpan;
  readonly looks: AxisProps['looks'];
  readonly onChange: (draft: TemplateDraft) => void;
}

/** The same drawing to take hold of: the shift and each block move by pointer or by arrow keys, a quarter of an hour a step. */
export function EditableAxis({ draft, span, looks, onChange }: EditableProps) {
  const axis = useRef<HTMLDivElement>(null);
  const minutesPerPixel = () => (span.until - span.from) / (axis.current?.clientWidth || 1);
  const latest = draft.latestStartMinute;
  const start = draft.earliestStartMinute;
  return (
    <div className="su-axis su-axis-large" ref={axis}>
      <ShiftBody template={draft} span={span} looks={looks} />
      {draft.activities.map((activity, index) => (
        <ActivityBlock key={index} {...{ template: draft, span, looks, activity }} />
      ))}
      <Handle
        label={t('setup.wholeShift')}
        text={t('setup.startsBetween', { from: clock(start), until: clock(latest) })}
        value={start}
        max={1439}
        place={{ left: percent(start - span.from, span), width: percent(draft.lengthMinutes, span) }}
        minutesPerPixel={minutesPerPixel}
        moved={(minutes) => moveShift(draft, minutes)}
        onChange={onChange}
      />
      {draft.activities.map((activity, index) => (
        <Handle
          key={index}
          label={looks.get(activity.activityTypeId)?.title ?? activity.activityTypeId}
          text={t('setup.startsBetween', {
            from: clock(start + activity.earliestStartMinutes),
            until: clock(latest + activity.latestStartMinutes),
          })}
          value={activity.earliestStartMinutes}
          max={draft.lengthMinutes}
          place={{
            left: percent(start - span.from + activity.earliestStartMinutes, span),
            width: percent(activity.lengthMinutes, span),
          }}
          minutesPerPixel={minutesPerPixel}
          moved={(minutes) => moveActivity(draft, index, minutes)}
          onChange={onChange}
        />
      ))}
    </div>
  );
}

interface HandleProps {
  readonly label: string;
  readonly text: string;
  readonly value: number;
  readonly max: number;
  readonly place: { readonly left: string; readonly width: string };
  readonly minutesPerPixel: () => number;
  /** The draft as it would be, so many minutes later than when the drag began. */
  readonly moved: (minutes: number) => TemplateDraft;
  readonly onChange: (draft: TemplateDraft) => void;
}

function Handle({ label, text, value, max, place, minutesPerPixel, moved, onChange }: HandleProps) {
  const drag = useRef<{ readonly x: number; readonly moved: HandleProps['moved'] } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, moved };
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    if (!drag.current) return;
    const minutes = (event.clientX - drag.current.x) * minutesPerPixel();
    onChange(drag.current.moved(Math.round(minutes / SNAP) * SNAP));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onChange(moved(step * SNAP));
  };
  return (
    <span
      role="slider"
      tabIndex={0}
      className="su-handle"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuetext={text}
      title={`${label} ${text}`}
      style={place}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => (drag.current = null)}
      onPointerCancel={() => (drag.current = null)}
      onKeyDown={onKeyDown}
    />
  );
}
