import { ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import { SaveMyWishesDocument, type MyAvailabilityFieldsFragment } from '../../graphql/generated/graphql.js';
import { Button, IconButton } from '../../ui/button.js';
import { Select, TextField } from '../../ui/fields.js';
import { ClockField } from './clock-field.js';
import { useSaveOwn } from './use-save-own.js';
import { WishRecord } from './wish-record.js';
import { isAboutDay, WISH_KINDS, wishOf, wishText, type Wish, type WishKind } from './wish.model.js';

type Own = MyAvailabilityFieldsFragment;

function AddWish({ onAdd }: { readonly onAdd: (wish: Wish) => void }) {
  const [kind, setKind] = useState<WishKind>('day-off');
  const [on, setOn] = useState('');
  const [from, setFrom] = useState(8 * 60);
  const [until, setUntil] = useState(10 * 60);
  const wish = wishOf({ kind, on, from, until });
  return (
    <div className="y-own-group">
      <Select
        label={t('own.wishKind')}
        value={kind}
        options={WISH_KINDS.map((id) => ({ id, text: t(`own.wish-${id}`) }))}
        onChange={(id) => setKind(id as WishKind)}
      />
      {isAboutDay(kind) ? (
        <TextField label={t('own.day')} type="date" value={on} onChange={setOn} />
      ) : (
        <div className="y-own-row">
          <ClockField label={t('own.from')} minute={from} onChange={setFrom} />
          <ClockField label={t('own.until')} minute={until} onChange={setUntil} />
        </div>
      )}
      <Button isDisabled={wish === null} onPress={() => wish && onAdd(wish)}>
        {t('own.addWish')}
      </Button>
    </div>
  );
}

/** Wishes in order of how much they matter; all together weigh the same for everybody. */
export function WishList({ own }: { readonly own: Own }) {
  const [wishes, setWishes] = useState<readonly Wish[]>(
    own.wishes.map(({ kind, on, fromMinute, untilMinute }) => ({ kind, on, fromMinute, untilMinute })),
  );
  const save = useSaveOwn(
    async (list: readonly Wish[]) => (await request(SaveMyWishesDocument, { wishes: [...list] })).saveMyWishes,
  );
  const up = (index: number) =>
    setWishes(wishes.map((wish, at) => (at === index - 1 ? wishes[index]! : at === index ? wishes[index - 1]! : wish)));
  return (
    <section className="y-panel y-own-panel" aria-labelledby="own-wishes">
      <h2 id="own-wishes">{t('own.wishesTitle')}</h2>
      <p className="y-quiet">{t('own.wishesText')}</p>
      <WishRecord own={own} />
      <ol className="y-own-list">
        {wishes.map((wish, index) => (
          <li key={`${wish.kind}${wish.on}${wish.fromMinute}${index}`}>
            <span>
              {index + 1}. {wishText(wish)}
            </span>
            <span className="y-own-acts">
              {index > 0 ? (
                <IconButton
                  label={t('own.wishUp')}
                  icon={<ArrowUp size={18} aria-hidden />}
                  onPress={() => up(index)}
                />
              ) : null}
              <IconButton
                label={t('own.remove')}
                icon={<X size={18} aria-hidden />}
                onPress={() => setWishes(wishes.filter((_, at) => at !== index))}
              />
            </span>
          </li>
        ))}
      </ol>
      {wishes.length < own.mostWishes ? <AddWish onAdd={(wish) => setWishes([...wishes, wish])} /> : null}
      <Button kind="primary" onPress={() => save.mutate(wishes)} isDisabled={save.isPending}>
        {t('own.save')}
      </Button>
    </section>
  );
}
