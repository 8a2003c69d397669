import { useState } from 'react';
import { t } from '../../app/i18n/t.js';
import type { ExchangeRequestInput } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { TextField } from '../../ui/fields.js';
import type { Verdict } from './exchanges.queries.js';
import { useSendProposal } from './use-proposal.js';
import { VerdictCard } from './verdict-card.js';

/** The answer, a note, and the one button; red cannot be sent. */
export function SendBar({ verdict, input }: { readonly verdict: Verdict; readonly input: ExchangeRequestInput }) {
  const [note, setNote] = useState('');
  const send = useSendProposal();
  const asksOthers = verdict.parties.some(({ isMe }) => !isMe);
  const alone = verdict.colour === 'green' ? t('exchangeLoop.sendNow') : t('exchangeLoop.sendReview');
  return (
    <>
      <VerdictCard verdict={verdict} />
      {verdict.colour === 'red' ? null : (
        <div className="x-send">
          {asksOthers ? (
            <TextField label={t('exchangeLoop.note')} value={note} onChange={setNote} maxLength={300} />
          ) : null}
          <Button kind="primary" isDisabled={send.isPending} onPress={() => send.mutate({ request: input, note })}>
            {asksOthers ? t('exchangeLoop.send') : alone}
          </Button>
        </div>
      )}
    </>
  );
}
