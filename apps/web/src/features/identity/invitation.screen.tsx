import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { t } from '../../app/i18n/t.js';
import { viewerQuery } from '../../app/session.js';
import { LanguageButton } from '../../app/shell/language-button.js';
import { request } from '../../graphql/client.js';
import {
  AcceptInvitationDocument,
  SignInDocument,
  type AcceptInvitationMutation,
} from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { ErrorState } from '../../ui/states.js';
import { TextField } from '../../ui/text-field.js';
import './sign-in.css';

/** As the server checks. */
const SHORTEST_PASSWORD = 12;
type Answer = AcceptInvitationMutation['acceptInvitation'];

/** Sets the password, and signs in with it. */
function useAccepting(token: string, onSignedIn: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (password: string): Promise<Answer> => {
      const { acceptInvitation } = await request(AcceptInvitationDocument, { token, password });
      if (acceptInvitation.__typename !== 'InvitationAccepted') return acceptInvitation;
      await request(SignInDocument, { email: acceptInvitation.email, password });
      await client.fetchQuery({ ...viewerQuery, staleTime: 0 });
      onSignedIn();
      return acceptInvitation;
    },
  });
}

function refusalOf(answer: Answer | undefined): string | undefined {
  switch (answer?.__typename) {
    case 'InvitationOver':
      return t('invitation.over');
    case 'InvitationTooManyTries':
      return t('identity.tooMany', { seconds: answer.waitSeconds });
    case 'InvalidInput':
      return t('invitation.tooShort', { count: SHORTEST_PASSWORD });
    default:
      return undefined;
  }
}

/** For who was given a link: chooses a password and is in. */
export function InvitationScreen() {
  const navigate = useNavigate();
  const token = useLocation({ select: ({ hash }) => hash });
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const accepting = useAccepting(token, () => void navigate({ to: '/', replace: true }));
  const isShort = password.length < SHORTEST_PASSWORD;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isShort && again === password) accepting.mutate(password);
  };
  return (
    <main className="y-sign-in" id="content">
      <div className="y-sign-in-card">
        <form onSubmit={submit} noValidate>
          <h1>{t('invitation.title')}</h1>
          <p className="y-quiet">{t('invitation.text')}</p>
          <TextField
            label={t('invitation.password')}
            hint={t('invitation.tooShort', { count: SHORTEST_PASSWORD })}
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
            error={asked && isShort ? t('invitation.tooShort', { count: SHORTEST_PASSWORD }) : undefined}
          />
          <TextField
            label={t('invitation.again')}
            type="password"
            autoComplete="new-password"
            value={again}
            onChange={setAgain}
            error={asked && again !== password ? t('invitation.different') : refusalOf(accepting.data)}
          />
          <Button kind="primary" type="submit" isDisabled={accepting.isPending}>
            {t('invitation.submit')}
          </Button>
        </form>
        {accepting.error ? <ErrorState error={accepting.error} /> : null}
      </div>
      <LanguageButton />
    </main>
  );
}
