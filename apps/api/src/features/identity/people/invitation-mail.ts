import { INVITATION_DAYS, type PersonRecord } from './person.js';

/** Subject and text in the language of who is written to. */
export function invitationMail(
  { name, locale, state }: Pick<PersonRecord, 'name' | 'locale' | 'state'>,
  url: string,
): { readonly subject: string; readonly text: string } {
  const isNew = state === 'invited';
  if (locale === 'ja')
    return {
      subject: isNew ? 'Yotei への招待' : 'Yotei のパスワードの再設定',
      text: `${name} さん\n\n${isNew ? 'Yotei に招待されました。次のリンクからパスワードを設定してください。' : '次のリンクから新しいパスワードを設定できます。'}\n${url}\n\nリンクは${INVITATION_DAYS}日間有効で、一度だけ使えます。\n`,
    };
  return {
    subject: isNew ? 'You are invited to Yotei' : 'Set a new Yotei password',
    text: `Hello ${name},\n\n${isNew ? 'You are invited to Yotei. Choose your password here:' : 'Choose a new password here:'}\n${url}\n\nThe link works once, for ${INVITATION_DAYS} days.\n`,
  };
}
