import { History } from 'lucide-react';
import { formatDateTime } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { Button } from '../../ui/button.js';
import type { RequirementView } from './requirement.model.js';

export interface StaleNoticeProps {
  readonly view: RequirementView;
  readonly zone: string;
  /** Absent when the reader may not compute. */
  readonly onCompute?: (() => void) | undefined;
  readonly isRunning: boolean;
}

/** Says when settings or forecast changed after the figures shown, for which queues, and offers to compute them anew. */
export function StaleNotice({ view, zone, onCompute, isRunning }: StaleNoticeProps) {
  const of = (reason: string) =>
    view.queues.filter(({ stale }) => stale.includes(reason)).map(({ queue }) => local(queue.name));
  const [settings, forecast] = [of('settings'), of('forecast')];
  if (settings.length === 0 && forecast.length === 0) return null;
  const separator = t('staffing.listSeparator');
  return (
    <div className="y-stale" role="status">
      <History size={18} strokeWidth={1.75} aria-hidden />
      <p>
        {t('staffing.staleSince', { when: formatDateTime(view.requirement.createdAt, zone) })}{' '}
        {settings.length ? t('staffing.staleSettings', { queues: settings.join(separator) }) : null}{' '}
        {forecast.length ? t('staffing.staleForecast', { queues: forecast.join(separator) }) : null}
      </p>
      {onCompute ? (
        <Button kind="primary" onPress={onCompute} isDisabled={isRunning}>
          {t('staffing.recompute')}
        </Button>
      ) : null}
    </div>
  );
}
