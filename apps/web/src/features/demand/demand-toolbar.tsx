import { addDays } from '@yotei/time';
import { Play } from 'lucide-react';
import { formatDate, formatDateRange } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { can } from '../../app/session.js';
import { Button, Segmented } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';
import { Stepper } from '../../ui/stepper.js';
import { DEMAND_VIEWS, MEASURES, ZOOM_DAYS, ZOOMS, type DemandViewKind, type Zoom } from './demand.search.js';
import type { Shown } from './use-shown.js';

/** Queue, length and days. */
export function DemandToolbar({ shown, onForecast }: { readonly shown: Shown; readonly onForecast: () => void }) {
  const { queues, queue, zoom, from, show, viewer } = shown;
  const days = ZOOM_DAYS[zoom];
  return (
    <>
      <div className="y-queue-picker">
        <Select
          label={t('demand.queue')}
          hideLabel
          value={queue?.id ?? null}
          options={queues.map(({ id, name, channel }) => ({
            id,
            text: local(name),
            detail: t(`demand.channel${channel}`),
          }))}
          onChange={(id) => show({ queue: id })}
        />
      </div>
      <Segmented<Zoom>
        label={t('demand.zoom')}
        value={zoom}
        options={ZOOMS.map((value) => ({ value, text: t(`demand.zoom${value}`) }))}
        onChange={(next) => show({ zoom: next })}
      />
      <Stepper
        text={days === 1 ? formatDate(from) : formatDateRange(from, addDays(from, days - 1))}
        previous={t('demand.earlier')}
        next={t('demand.later')}
        onStep={(direction) => show({ from: addDays(from, direction * Math.min(days, 7)) })}
      />
      <span className="y-toolbar-fill" />
      {can(viewer, 'forecast.run') ? (
        <Button kind="primary" icon={<Play size={14} strokeWidth={1.75} aria-hidden />} onPress={onForecast}>
          {t('demand.startForecast')}
        </Button>
      ) : null}
    </>
  );
}

/** Which numbers, and the way of looking at them. */
export function DemandChoices({ shown }: { readonly shown: Shown }) {
  const { view, measure, show } = shown;
  return (
    <div className="y-demand-choices">
      <Segmented
        label={t('demand.measure')}
        value={measure}
        options={MEASURES.map((value) => ({
          value,
          text: t(value === 'contacts' ? 'demand.measureCONTACTS' : 'demand.measureHANDLE_SECONDS'),
        }))}
        onChange={(next) => show({ measure: next })}
      />
      <Segmented<DemandViewKind>
        label={t('demand.view')}
        value={view}
        options={DEMAND_VIEWS.map((value) => ({ value, text: t(`demand.view${value}`) }))}
        onChange={(next) => show({ view: next })}
      />
    </div>
  );
}
