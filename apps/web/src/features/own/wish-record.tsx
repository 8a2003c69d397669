import { useMutation } from '@tanstack/react-query';
import { formatDate } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { ExplainMyWishDocument, type MyAvailabilityFieldsFragment } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { isAboutDay, wishText } from './wish.model.js';

type Judged = MyAvailabilityFieldsFragment['judged'][number];
const MOST_SHOWN = 10;

/** One wish that was not met, and what stood against it once it is asked for. */
function Unmet({ wish }: { readonly wish: Judged }) {
  const why = useMutation({
    mutationFn: async () => {
      const { kind, on, fromMinute, untilMinute } = wish;
      return (await request(ExplainMyWishDocument, { wish: { kind, on, fromMinute, untilMinute } })).explainMyWish;
    },
  });
  return (
    <li className="y-own-request">
      <span>{isAboutDay(wish.kind) ? wishText(wish) : `${formatDate(wish.on)}: ${wishText(wish)}`}</span>
      {why.data ? (
        <p className="y-quiet" role="status">
          {why.data.__typename === 'MyWishExplained' ? local(why.data.text) : t('own.wishUnexplained')}
        </p>
      ) : (
        <Button onPress={() => why.mutate()} isDisabled={why.isPending}>
          {t(why.isPending ? 'own.judging' : why.isError ? 'own.wishAskAgain' : 'own.wishWhy')}
        </Button>
      )}
    </li>
  );
}

/** How often wishes were met in what was published, and what prevented the others. */
export function WishRecord({ own }: { readonly own: MyAvailabilityFieldsFragment }) {
  if (own.judgedCount === 0) return <p>{t('own.wishesUnjudged')}</p>;
  const unmet = own.judged.filter(({ met }) => !met);
  return (
    <>
      <p>{t('own.wishesMet', { met: own.metCount, judged: own.judgedCount })}</p>
      {unmet.length > 0 ? (
        <details className="y-own-wide">
          <summary>{t('own.wishesUnmet')}</summary>
          <ul className="y-own-list">
            {unmet.slice(0, MOST_SHOWN).map((wish) => (
              <Unmet key={`${wish.on}${wish.kind}${wish.fromMinute}`} wish={wish} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}
