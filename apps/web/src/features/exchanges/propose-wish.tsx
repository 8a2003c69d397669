import { useNavigate } from '@tanstack/react-router';
import { addDays, startOfLocalDay } from '@yotei/time';
import { useState } from 'react';
import { dateInZone, formatDate } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { PostSwapWishDocument } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Checkbox } from '../../ui/fields.js';
import { showToast } from '../../ui/toast.js';
import { tellState, useExchangeAct } from './exchanges.queries.js';
import type { OwnShift } from './propose-exchange.js';

/** Standing wish: the shift for any on these days; a pair or ring that fits is applied without asking again. */
export function ProposeWish({ shift }: { readonly shift: OwnShift }) {
  const navigate = useNavigate();
  const own = dateInZone(shift.startAt, shift.zone);
  const today = dateInZone(Date.now(), shift.zone);
  const days = Array.from({ length: 7 }, (_, day) => addDays(shift.weekStartOn, day)).filter(
    (on) => on !== own && on >= today,
  );
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const post = useExchangeAct(
    async () => {
      const accepts = [...chosen].sort().map((on) => ({
        startAt: new Date(startOfLocalDay(on, shift.zone)).toISOString(),
        endAt: new Date(startOfLocalDay(addDays(on, 1), shift.zone)).toISOString(),
      }));
      return (await request(PostSwapWishDocument, { shiftId: shift.id, accepts })).postSwapWish;
    },
    (answer) => {
      if (answer.__typename !== 'SwapWishPosted') {
        showToast({ text: t('exchangeLoop.failed'), tone: 'problem' });
        return;
      }
      if (answer.exchange) tellState(answer.exchange.state);
      else showToast({ text: t('exchangeLoop.wishPosted') });
      void navigate({ to: '/requests', search: { tab: 'mine' } });
    },
  );
  const toggle = (on: string, isOn: boolean) => {
    const next = new Set(chosen);
    if (isOn) next.add(on);
    else next.delete(on);
    setChosen(next);
  };
  return (
    <section className="x-wish-form">
      <h2>{t('exchangeLoop.wishDays')}</h2>
      <p className="y-quiet">{t('exchangeLoop.wishText')}</p>
      {days.map((on) => (
        <Checkbox key={on} isSelected={chosen.has(on)} onChange={(isOn) => toggle(on, isOn)}>
          {formatDate(on)}
        </Checkbox>
      ))}
      <div className="x-acts">
        <Button kind="primary" isDisabled={chosen.size === 0 || post.isPending} onPress={() => post.mutate(undefined)}>
          {t('exchangeLoop.wishSend')}
        </Button>
      </div>
    </section>
  );
}
