import type { ReactNode } from 'react';
import { t } from '../../../app/i18n/t.js';
import { Dialog } from '../../../ui/dialog.js';
import { DialogFoot } from '../dialog-foot.js';
import { useSaving, type SaveAnswer } from '../use-saving.js';

interface RecordProps {
  readonly title: string;
  readonly name: string;
  /** What it was called and whether it was put away; null: a new one. */
  readonly before: { readonly id: string; readonly archived?: boolean } | null;
  readonly mayArchive?: boolean;
  readonly isSound: boolean;
  /** Stores the fields as they are. */
  readonly save: (archived: boolean) => Promise<SaveAnswer>;
  /** Stores what was there before; a new one is put away. Left out: it cannot be taken back. */
  readonly undo?: (saved: { readonly id: string; readonly version: number }) => Promise<SaveAnswer>;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly width?: number;
}

/** The window of one row of a list: its fields, Save, and putting it away where that can be. */
export function RecordDialog(props: RecordProps) {
  const { title, name, before, mayArchive = true, isSound, save, undo, onClose, children, width = 520 } = props;
  const saving = useSaving(onClose);
  const isArchived = before?.archived ?? false;
  const store = (archived: boolean) =>
    saving.save({
      run: () => save(archived),
      ...(undo ? { undo } : {}),
      said: t(archived === isArchived ? 'setup.saved' : archived ? 'setup.putAway' : 'setup.takenBack', { name }),
    });
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      width={width}
      footer={
        <DialogFoot
          refusal={saving.refusal}
          isSaving={saving.isSaving}
          isSound={isSound}
          onSave={() => store(isArchived)}
          onClose={onClose}
          other={
            before && mayArchive
              ? {
                  text: t(isArchived ? 'setup.takeBackShort' : 'setup.archiveShort'),
                  onPress: () => store(!isArchived),
                }
              : null
          }
        />
      }
    >
      {children}
    </Dialog>
  );
}
