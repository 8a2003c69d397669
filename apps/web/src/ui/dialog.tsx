import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Heading, Modal, ModalOverlay, Popover } from 'react-aria-components';
import { t } from '../app/i18n/t.js';
import { IconButton } from './button.js';
import './overlay.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  /** Pixels, where the screen has them. */
  readonly width?: number;
}

/** A modal window: focus goes in, stays in and returns to where it came from; Escape closes. */
export function Dialog({ title, isOpen, onClose, children, footer, width = 480 }: DialogProps) {
  return (
    <ModalOverlay className="y-overlay" isOpen={isOpen} onOpenChange={(open) => !open && onClose()} isDismissable>
      <Modal className="y-modal" style={{ ['--dialog-width' as string]: `${width}px` }}>
        <AriaDialog className="y-dialog">
          <div className="y-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label={t('ui.close')} icon={<X size={18} strokeWidth={1.75} />} onPress={onClose} />
          </div>
          <div className="y-dialog-body">{children}</div>
          {footer ? <div className="y-dialog-foot">{footer}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

/** A small panel beside its trigger (a {@link Button} or {@link IconButton}). */
export function PopoverTrigger({
  label,
  trigger,
  children,
}: {
  readonly label: string;
  readonly trigger: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <DialogTrigger>
      {trigger}
      <Popover className="y-popover">
        <AriaDialog className="y-dialog y-popover-body" aria-label={label}>
          {children}
        </AriaDialog>
      </Popover>
    </DialogTrigger>
  );
}
