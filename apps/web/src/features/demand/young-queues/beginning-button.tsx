import { useNavigate } from '@tanstack/react-router';
import { Sprout } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { can, useViewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';

/** The dialog is opened now and then, the page often. */
const BeginningDialog = lazy(() => import('./beginning-dialog.js').then((it) => ({ default: it.BeginningDialog })));

export interface BeginningButtonProps {
  readonly queue: { readonly id: string; readonly zone: string };
  /** First day to forecast. */
  readonly fromOn: string;
  /** `new` makes a queue; `this` says what the queue shown starts from. */
  readonly of: 'new' | 'this';
  readonly kind?: 'primary' | 'plain';
}

/** Opens what a queue without much of a past is forecast from; nothing for those who may not change it. */
export function BeginningButton({ queue, fromOn, of, kind = 'plain' }: BeginningButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const viewer = useViewer();
  const navigate = useNavigate();
  if (!can(viewer, 'demand.edit')) return null;
  const saved = (id: string) => {
    setOpen(false);
    if (id !== queue.id) void navigate({ to: '/demand', search: { queue: id } });
  };
  return (
    <>
      <Button kind={kind} icon={<Sprout size={14} strokeWidth={1.75} aria-hidden />} onPress={() => setOpen(true)}>
        {t(of === 'new' ? 'youngQueues.newQueue' : 'youngQueues.startFrom')}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <BeginningDialog
            queueId={of === 'new' ? null : queue.id}
            besideQueueId={queue.id}
            zone={queue.zone}
            fromOn={fromOn}
            onClose={() => setOpen(false)}
            onSaved={saved}
          />
        </Suspense>
      ) : null}
    </>
  );
}
