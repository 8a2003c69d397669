import { Copy, Plus, Trash2 } from 'lucide-react';
import { formatWeekdayNumber } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { Button, IconButton } from '../../../ui/button.js';
import { Checkbox } from '../../../ui/fields.js';
import { ClockField } from '../clock-field.js';
import {
  areSound,
  spansOf,
  USUAL_WEEK,
  withOneMore,
  withSpans,
  WORKING_DAY,
  type OpenHours,
  type OpeningHours,
} from './hours-draft.js';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const MOST_SPANS = 4;
const ICON = { size: 18, strokeWidth: 1.75 } as const;

/** When a site is open in a usual week; not said until somebody does. */
export function WeekFields({
  weekly,
  onChange,
}: {
  readonly weekly: OpeningHours['weekly'];
  readonly onChange: (weekly: OpeningHours['weekly']) => void;
}) {
  return (
    <fieldset className="su-set">
      <legend>{t('setupPlaces.usualWeek')}</legend>
      <Checkbox isSelected={Boolean(weekly)} onChange={(on) => onChange(on ? USUAL_WEEK : null)}>
        {t('setupPlaces.sayHours')}
      </Checkbox>
      <p className="y-quiet">{t('setupPlaces.sayHoursHint')}</p>
      {weekly
        ? WEEKDAYS.map((weekday) => (
            <DayFields
              key={weekday}
              name={formatWeekdayNumber(weekday, 'long')}
              spans={spansOf(weekly, weekday)}
              onChange={(spans) => onChange(withSpans(weekly, weekday, spans))}
              onCopy={
                weekday === 1
                  ? () => onChange([2, 3, 4, 5].reduce((week, day) => withSpans(week, day, spansOf(weekly, 1)), weekly))
                  : undefined
              }
            />
          ))
        : null}
    </fieldset>
  );
}

function DayFields({
  name,
  spans,
  onChange,
  onCopy,
}: {
  readonly name: string;
  readonly spans: readonly OpenHours[];
  readonly onChange: (spans: readonly OpenHours[]) => void;
  readonly onCopy?: (() => void) | undefined;
}) {
  return (
    <div className="su-day" role="group" aria-label={name}>
      <Checkbox isSelected={spans.length > 0} onChange={(open) => onChange(open ? [WORKING_DAY] : [])}>
        {name}
      </Checkbox>
      <SpanFields spans={spans} onChange={onChange} />
      {onCopy ? <IconButton label={t('setupPlaces.copyMonday')} icon={<Copy {...ICON} />} onPress={onCopy} /> : null}
    </div>
  );
}

/** The openings of one day, several where it closes in between. */
export function SpanFields({
  spans,
  onChange,
}: {
  readonly spans: readonly OpenHours[];
  readonly onChange: (spans: readonly OpenHours[]) => void;
}) {
  if (spans.length === 0) return <span className="y-quiet su-closed">{t('setupPlaces.closed')}</span>;
  const replaced = (index: number, change: Partial<OpenHours>) =>
    spans.map((span, i) => (i === index ? { ...span, ...change } : span));
  return (
    <div className="su-spans">
      {spans.map((span, index) => (
        <div key={index} className="su-span">
          <ClockField
            label={t('setupPlaces.opens')}
            value={span.fromMinute}
            onChange={(fromMinute) => onChange(replaced(index, { fromMinute }))}
          />
          <span aria-hidden>–</span>
          <ClockField
            label={t('setupPlaces.closes')}
            value={span.untilMinute}
            isEnd
            onChange={(untilMinute) => onChange(replaced(index, { untilMinute }))}
          />
          {index > 0 ? (
            <IconButton
              label={t('setupPlaces.removeSpan')}
              icon={<Trash2 {...ICON} />}
              onPress={() => onChange(spans.filter((_, i) => i !== index))}
            />
          ) : null}
        </div>
      ))}
      {spans.length < MOST_SPANS ? (
        <IconButton
          label={t('setupPlaces.addSpan')}
          icon={<Plus {...ICON} />}
          onPress={() => onChange(withOneMore(spans))}
        />
      ) : null}
      {areSound(spans) ? null : (
        <p role="alert" className="y-field-error">
          {t('setupPlaces.wrongHours')}
        </p>
      )}
    </div>
  );
}

/** Begins the list of the dates: the words above and the act to add one. */
export function AddButton({ text, onPress }: { readonly text: string; readonly onPress: () => void }) {
  return (
    <Button icon={<Plus size={14} strokeWidth={1.75} aria-hidden />} onPress={onPress}>
      {text}
    </Button>
  );
}
