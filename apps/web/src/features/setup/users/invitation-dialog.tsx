import { t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { CopyButton } from '../../../ui/copy-button.js';
import { Dialog } from '../../../ui/dialog.js';
import type { PersonAnswer } from './users.queries.js';

type Saved = Extract<PersonAnswer, { __typename: 'PersonSaved' }>;

/** The link of an invitation, this once. */
export function InvitationDialog({ saved, onClose }: { readonly saved: Saved; readonly onClose: () => void }) {
  const { person, invitation } = saved;
  const link = new URL(invitation!.path, window.location.origin).href;
  return (
    <Dialog
      title={t('setupPeople.invitedTitle', { name: person.name })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <CopyButton text={link} />
          <Button kind="primary" onPress={onClose}>
            {t('setupPeople.linkKept')}
          </Button>
        </>
      }
    >
      <p>{t(invitation!.isMailed ? 'setupPeople.linkMailed' : 'setupPeople.linkNotMailed', { email: person.email })}</p>
      <code className="su-person-link">{link}</code>
    </Dialog>
  );
}
