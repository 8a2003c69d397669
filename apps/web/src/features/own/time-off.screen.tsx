import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { formatDateTime } from '../../app/format/format-time.js';
import { local, t, tIfKnown } from '../../app/i18n/t.js';
import { can, homeSite, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { request } from '../../graphql/client.js';
import { MyTimeOffDocument, WithdrawTimeOffDocument, type MyTimeOffQuery } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { EmptyState, QueryState, SkeletonBlock, SkeletonRows } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { Balances, CorrectionList } from './balances.js';
import { TimeOffAccounts } from './time-off-accounts.js';
import { TimeOffForm } from './time-off-form.js';
import { reasonText, stateText, toneOf, type TimeOffRequest } from './time-off.model.js';
import { TimeOffReview } from './time-off-review.js';
import { useLiveTimeOff } from './use-live-time-off.js';
import './own.css';

type Own = NonNullable<MyTimeOffQuery['myTimeOff']>;

const myTimeOffQuery = queryOptions({
  queryKey: ['my-time-off'],
  queryFn: async () => (await request(MyTimeOffDocument)).myTimeOff ?? null,
});

function RequestItem({
  request: asked,
  zone,
  kinds,
}: {
  readonly request: TimeOffRequest;
  readonly zone: string;
  readonly kinds: Own['kinds'];
}) {
  const client = useQueryClient();
  const withdraw = useMutation({
    mutationFn: () => request(WithdrawTimeOffDocument, { id: asked.id }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['my-time-off'] }),
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
  const kind = kinds.find(({ code }) => code === asked.kind);
  const isAhead = Date.parse(asked.startAt) > Date.now() && ['approved', 'requested'].includes(asked.state);
  return (
    <li className="y-own-request">
      <div>
        <p>
          <strong>{kind ? local(kind.title) : tIfKnown(`own.kind-${asked.kind}`, undefined, asked.kind)}</strong>{' '}
          <Chip tone={toneOf(asked)}>{stateText(asked)}</Chip>
        </p>
        <p>
          {formatDateTime(asked.startAt, zone)} – {formatDateTime(asked.endAt, zone)}
        </p>
        <p className="y-quiet">{asked.decidedReason ?? (asked.decision ? reasonText(asked.decision, zone) : '')}</p>
      </div>
      {isAhead ? (
        <Button onPress={() => withdraw.mutate()} isDisabled={withdraw.isPending}>
          {t('own.withdraw')}
        </Button>
      ) : null}
    </li>
  );
}

function Mine({ own, zone }: { readonly own: Own; readonly zone: string }) {
  const offered = own.kinds.filter(({ archived }) => !archived);
  return (
    <>
      <section className="y-panel y-own-panel" aria-labelledby="own-balances">
        <h2 id="own-balances">{t('own.balances')}</h2>
        <Balances kinds={own.kinds.filter(({ archived, hasBalance }) => hasBalance || !archived)} />
        <CorrectionList corrections={own.adjustments} kinds={own.kinds} />
      </section>
      {offered.length > 0 ? <TimeOffForm kinds={offered} zone={zone} /> : null}
      <section className="y-panel y-own-panel" aria-labelledby="own-asked">
        <h2 id="own-asked">{t('own.asked')}</h2>
        {own.requests.length === 0 ? <p className="y-quiet">{t('own.askedNothing')}</p> : null}
        <ul className="y-own-list">
          {own.requests.map((one) => (
            <RequestItem key={one.id} request={one} zone={zone} kinds={own.kinds} />
          ))}
        </ul>
      </section>
    </>
  );
}

/** Balances, asking with the answer beforehand, and what was asked; for those who decide, what waits. */
export function TimeOffScreen() {
  const viewer = useViewer();
  const { zone } = homeSite(viewer);
  const own = useQuery(myTimeOffQuery);
  useLiveTimeOff();
  const decides = can(viewer, 'exchange.decide');
  return (
    <Page title={t('own.timeOff')}>
      <div className="y-own">
        {decides ? (
          <>
            <TimeOffReview zone={zone} />
            <TimeOffAccounts zone={zone} />
          </>
        ) : null}
        <QueryState
          query={own}
          skeleton={
            <>
              <SkeletonBlock height={120} />
              <SkeletonRows rows={4} />
            </>
          }
        >
          {(found) =>
            found ? (
              <Mine own={found} zone={zone} />
            ) : decides ? null : (
              <EmptyState title={t('rosters.notAnAgent')} text={t('rosters.notAnAgentText')} />
            )
          }
        </QueryState>
      </div>
    </Page>
  );
}
