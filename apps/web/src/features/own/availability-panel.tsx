import { useState } from 'react';
import { formatHours } from '../../app/format/format-number.js';
import { formatWeekdayNumber } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { SaveMyAvailabilityDocument, type MyAvailabilityFieldsFragment } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Checkbox } from '../../ui/fields.js';
import { ClockField } from './clock-field.js';
import { useSaveOwn } from './use-save-own.js';

interface DayWindow {
  readonly weekday: number;
  readonly fromMinute: number;
  readonly untilMinute: number;
}
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const standardDay = (weekday: number): DayWindow => ({ weekday, fromMinute: 8 * 60, untilMinute: 20 * 60 });
const LAST_MINUTE = 23 * 60 + 59;

/** When I can work in a week; no window at all means always. */
export function AvailabilityPanel({ own }: { readonly own: MyAvailabilityFieldsFragment }) {
  const [windows, setWindows] = useState<readonly DayWindow[]>(
    own.windows.map(({ weekday, fromMinute, untilMinute }) => ({ weekday, fromMinute, untilMinute })),
  );
  const save = useSaveOwn(
    async (list: readonly DayWindow[]) =>
      (await request(SaveMyAvailabilityDocument, { windows: [...list] })).saveMyAvailability,
  );
  const isAlways = windows.length === 0;
  const change = (weekday: number, next: Partial<DayWindow> | null) =>
    setWindows(
      next === null
        ? windows.filter((one) => one.weekday !== weekday)
        : windows.some((one) => one.weekday === weekday)
          ? windows.map((one) => (one.weekday === weekday ? { ...one, ...next } : one))
          : [...windows, standardDay(weekday)].sort((a, b) => a.weekday - b.weekday),
    );
  return (
    <section className="y-panel y-own-panel" aria-labelledby="own-availability">
      <h2 id="own-availability">{t('own.availability')}</h2>
      <p className="y-quiet">{t('own.availabilityText', { hours: formatHours(own.neededMinutes) })}</p>
      <Checkbox isSelected={isAlways} onChange={(on) => setWindows(on ? [] : WEEKDAYS.map(standardDay))}>
        {t('own.always')}
      </Checkbox>
      {isAlways
        ? null
        : WEEKDAYS.map((weekday) => {
            const window = windows.find((one) => one.weekday === weekday);
            return (
              <div key={weekday} className="y-own-row">
                <Checkbox isSelected={Boolean(window)} onChange={(on) => change(weekday, on ? {} : null)}>
                  {formatWeekdayNumber(weekday, 'long')}
                </Checkbox>
                {window ? (
                  <>
                    <ClockField
                      label={t('own.from')}
                      minute={window.fromMinute}
                      onChange={(fromMinute) => change(weekday, { fromMinute })}
                    />
                    <ClockField
                      label={t('own.until')}
                      minute={Math.min(window.untilMinute, LAST_MINUTE)}
                      onChange={(untilMinute) => change(weekday, { untilMinute })}
                    />
                  </>
                ) : null}
              </div>
            );
          })}
      <Button kind="primary" onPress={() => save.mutate(windows)} isDisabled={save.isPending}>
        {t('own.save')}
      </Button>
    </section>
  );
}
