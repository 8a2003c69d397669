import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { t } from '../../app/i18n/t.js';
import { viewerQuery } from '../../app/session.js';
import { LanguageButton } from '../../app/shell/language-button.js';
import { request } from '../../graphql/client.js';
import { SignInDocument, type SignInMutation } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/text-field.js';
import { ErrorState } from '../../ui/states.js';
import { publicInfoQuery, type PublicInfo } from './public-info.js';
import './sign-in.css';

interface Credentials {
  readonly email: string;
  readonly password: string;
}

function refusal(result: SignInMutation['signIn'] | undefined): string | undefined {
  switch (result?.__typename) {
    case 'WrongCredentials':
      return t('identity.wrong');
    case 'TooManyAttempts':
      return t('identity.tooMany', { seconds: result.retryAfterSeconds });
    default:
      return undefined;
  }
}

function useSignIn(onSignedIn: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (credentials: Credentials) => request(SignInDocument, { ...credentials }),
    onSuccess: async ({ signIn }) => {
      if (signIn.__typename !== 'SignedIn') return;
      await client.fetchQuery({ ...viewerQuery, staleTime: 0 });
      onSignedIn();
    },
  });
}

function DemoSignIns({
  info,
  onChoose,
  isBusy,
}: {
  readonly info: PublicInfo;
  readonly onChoose: (one: Credentials) => void;
  readonly isBusy: boolean;
}) {
  return (
    <section className="y-demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t('identity.demoTitle')}</h2>
      <p className="y-quiet">{t('identity.demoText')}</p>
      <ul>
        {info.signIns.map(({ email, password, role, name }) => (
          <li key={email}>
            <Button onPress={() => onChoose({ email, password })} isDisabled={isBusy}>
              {name ? t('identity.demoAs', { name, role: t(`identity.role${role}`) }) : t(`identity.role${role}`)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** E-mail and password; for the demo centre also one button for each of its people. */
export function SignInScreen({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const signIn = useSignIn(onSignedIn);
  const info = useQuery(publicInfoQuery);
  const refused = refusal(signIn.data?.signIn);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (email && password) signIn.mutate({ email, password });
  };
  return (
    <main className="y-sign-in">
      <div className="y-sign-in-card">
        <div className="y-sign-in-brand">
          <img src="/favicon.svg" alt="" width={36} height={36} />
          <div>
            <strong>{t('app.name')}</strong>
            <p className="y-quiet">{t('identity.lead')}</p>
          </div>
        </div>
        <form onSubmit={submit} noValidate>
          <h1>{t('identity.title')}</h1>
          <TextField
            label={t('identity.email')}
            type="email"
            name="email"
            autoComplete="username"
            value={email}
            onChange={setEmail}
            error={asked && !email ? t('identity.emailMissing') : undefined}
          />
          <TextField
            label={t('identity.password')}
            type="password"
            name="password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            error={asked && !password ? t('identity.passwordMissing') : refused}
          />
          <Button kind="primary" type="submit" isDisabled={signIn.isPending}>
            {t(signIn.isPending ? 'identity.submitting' : 'identity.submit')}
          </Button>
        </form>
        {signIn.error ? <ErrorState error={signIn.error} /> : null}
        {info.data?.demo ? (
          <DemoSignIns info={info.data} onChoose={(one) => signIn.mutate(one)} isBusy={signIn.isPending} />
        ) : null}
      </div>
      <LanguageButton />
    </main>
  );
}
