import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { formatHours } from '../../../app/format/format-number.js';
import { formatTimeRange } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { OfferOvertimeForDocument } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { showToast } from '../../../ui/toast.js';
import type { AbsenceReported } from './repair.queries.js';

type Candidate = AbsenceReported['candidates'][number];

/** Who could work in place of somebody, best first; the time of the first is offered as overtime in a click. */
export function ComingIn({ reported, zone }: { readonly reported: AbsenceReported; readonly zone: string }) {
  const { candidates } = reported;
  const [isOffered, setOffered] = useState(false);
  const offer = useMutation({
    mutationFn: async ({ startAt, endAt }: Candidate) =>
      (
        await request(OfferOvertimeForDocument, {
          input: { kind: 'overtime', span: { startAt, endAt }, places: 1, claimOrder: 'first-come', closesAt: startAt },
        })
      ).createWorkOffer,
    onSuccess: ({ __typename }) => {
      if (__typename !== 'WorkOffered') return showToast({ text: t('intraday.notPossible'), tone: 'problem' });
      setOffered(true);
      return showToast({ text: t('intraday.overtimeOffered') });
    },
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
  if (candidates.length === 0) return <p className="y-quiet">{t('intraday.nobodyCould')}</p>;
  return (
    <>
      <h3>{t('intraday.whoCould')}</h3>
      <ol className="day-coming">
        {candidates.map((one) => (
          <li key={one.agentId}>
            <span>{one.name}</span>
            <span className="y-quiet">{formatTimeRange(one.startAt, one.endAt, zone)}</span>
            <Chip>{t(one.isLonger ? 'intraday.staysLonger' : 'intraday.comesIn')}</Chip>
            <Chip tone="good">
              {t('intraday.factShort', { hours: formatHours(Math.round(one.shortMinutesRemoved)) })}
            </Chip>
            {one.worse.map((text) => (
              <Chip key={text.en} tone="prefer">
                {local(text)}
              </Chip>
            ))}
          </li>
        ))}
      </ol>
      <Button isDisabled={isOffered || offer.isPending} onPress={() => offer.mutate(candidates[0]!)}>
        {t('intraday.offerAsOvertime', { range: formatTimeRange(candidates[0]!.startAt, candidates[0]!.endAt, zone) })}
      </Button>
    </>
  );
}
