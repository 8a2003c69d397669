import { useQuery } from '@tanstack/react-query';
import { dateInZone, formatDate } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { WithdrawSwapWishDocument } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { tellState, useExchangeAct, wishesQuery } from './exchanges.queries.js';

/** Shifts one has offered for another day, as long as nothing fits; nothing without any. */
export function Wishes({ zone }: { readonly zone: string }) {
  const { data = [] } = useQuery(wishesQuery);
  const withdraw = useExchangeAct(
    async (id: string) => (await request(WithdrawSwapWishDocument, { id })).withdrawSwapWish,
    () => tellState('withdrawn'),
  );
  const open = data.filter(({ state }) => state === 'open');
  if (open.length === 0) return null;
  return (
    <section className="y-panel x-wishes" aria-labelledby="wishes-title">
      <h2 id="wishes-title">{t('exchangeLoop.wishes')}</h2>
      <ul>
        {open.map(({ id, expiresAt, accepts }) => (
          <li key={id} className="x-wish">
            <span>
              {formatDate(dateInZone(expiresAt, zone))} →{' '}
              {accepts.map(({ startAt }) => formatDate(dateInZone(startAt, zone))).join(', ')}
            </span>
            <Button isDisabled={withdraw.isPending} onPress={() => withdraw.mutate(id)}>
              {t('exchangeLoop.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
