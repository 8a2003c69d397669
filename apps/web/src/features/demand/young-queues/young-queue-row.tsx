import { t } from '../../../app/i18n/t.js';
import { BeginningButton, type BeginningButtonProps } from './beginning-button.js';
import './young-queue-row.css';

export interface YoungQueueRowProps extends Pick<BeginningButtonProps, 'queue' | 'fromOn'> {
  /** How the days shown were forecast. */
  readonly methodId: string | undefined;
}

/** Says when a forecast rests on a few days only, and leads to what a queue can start from. */
export function YoungQueueRow({ queue, fromOn, methodId }: YoungQueueRowProps) {
  return (
    <div className="y-young-row">
      {methodId === 'short-history' ? <p className="y-young-note">{t('youngQueues.shortNote')}</p> : null}
      <BeginningButton queue={queue} fromOn={fromOn} of="this" />
      <BeginningButton queue={queue} fromOn={fromOn} of="new" />
    </div>
  );
}
