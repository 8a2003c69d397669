import { t } from '../../app/i18n/t.js';
import { Button } from '../../ui/button.js';
import { Refused } from './refused.js';
import type { Refusal } from './use-saving.js';

interface FootProps {
  readonly refusal: Refusal | null;
  readonly isSaving: boolean;
  /** The fields can be stored as they are. */
  readonly isSound?: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  /** A third act beside them, such as putting away. */
  readonly other?: { readonly text: string; readonly isDanger?: boolean; readonly onPress: () => void } | null;
}

/** What every window of the set-up ends with: why nothing was stored, a third act, Cancel and Save. */
export function DialogFoot({ refusal, isSaving, isSound = true, onSave, onClose, other = null }: FootProps) {
  return (
    <>
      <Refused refusal={refusal} />
      {other ? (
        <Button isDisabled={isSaving} onPress={other.onPress} {...(other.isDanger ? { kind: 'danger' as const } : {})}>
          {other.text}
        </Button>
      ) : null}
      <Button onPress={onClose}>{t('setup.cancel')}</Button>
      <Button kind="primary" isDisabled={!isSound || isSaving} onPress={onSave}>
        {t('setup.save')}
      </Button>
    </>
  );
}
