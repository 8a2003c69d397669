import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useRouter } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import {
  DeleteViewDocument,
  SavedViewsDocument,
  SaveViewDocument,
  type SavedViewsQuery,
} from '../../../graphql/generated/graphql.js';
import { Button, IconButton } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Checkbox, TextField } from '../../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { showToast } from '../../../ui/toast.js';
import './together.css';

type View = SavedViewsQuery['savedViews'][number];

/** Views under a name, own and shared; the present one can be saved or handed on as a link. */
export function ViewsDialog({ onClose }: { readonly onClose: () => void }) {
  const views = useQuery({
    queryKey: ['saved-views'],
    queryFn: async () => (await request(SavedViewsDocument)).savedViews,
  });
  return (
    <Dialog title={t('together.views')} isOpen onClose={onClose} width={520}>
      <QueryState query={views} skeleton={<SkeletonRows rows={3} />}>
        {(list) => (
          <>
            {list.length === 0 ? <p className="b-quiet">{t('together.noViews')}</p> : null}
            <ul className="tg-list">
              {list.map((view) => (
                <ViewLine key={view.id} view={view} onClose={onClose} />
              ))}
            </ul>
          </>
        )}
      </QueryState>
      <SaveForm />
    </Dialog>
  );
}

function ViewLine({ view, onClose }: { readonly view: View; readonly onClose: () => void }) {
  const router = useRouter();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: async () => (await request(DeleteViewDocument, { id: view.id })).deleteView,
    onSuccess: () => void client.invalidateQueries({ queryKey: ['saved-views'] }),
    onError: (error) => showToast({ text: t('together.viewFailed', { message: error.message }), tone: 'problem' }),
  });
  const open = () => {
    router.history.push(view.link);
    onClose();
  };
  return (
    <li>
      <span>
        <strong>{view.title}</strong>
        {view.isOwn ? null : (
          <span className="b-quiet"> {t('together.sharedBy', { who: view.owner ?? t('board.someone') })}</span>
        )}
      </span>
      <span className="tg-bar">
        <Button onPress={open} aria-label={`${t('together.openView')}: ${view.title}`}>
          {t('together.openView')}
        </Button>
        {view.isOwn ? (
          <IconButton
            label={t('together.deleteView', { title: view.title })}
            icon={<Trash2 size={18} strokeWidth={1.75} />}
            onPress={() => remove.mutate()}
          />
        ) : null}
      </span>
    </li>
  );
}

/** The address without the week and day, unless they belong to the view: next month it shows that month. */
function linkOf(href: string, keepWeek: boolean): string {
  const url = new URL(href, 'http://here');
  if (!keepWeek) for (const key of ['week', 'day']) url.searchParams.delete(key);
  return `${url.pathname}${url.search}`;
}

function SaveForm() {
  const href = useLocation({ select: (location) => location.href });
  const client = useQueryClient();
  const [title, setTitle] = useState('');
  const [isShared, setShared] = useState(false);
  const [keepWeek, setKeepWeek] = useState(false);
  const failed = (message: string) => showToast({ text: t('together.viewFailed', { message }), tone: 'problem' });
  const save = useMutation({
    mutationFn: async () =>
      (await request(SaveViewDocument, { title, isShared, link: linkOf(href, keepWeek) })).saveView,
    onSuccess: (answer) => {
      if (answer.__typename !== 'ViewSaved') return failed(answer.message);
      showToast({ text: t('together.viewSaved') });
      setTitle('');
      void client.invalidateQueries({ queryKey: ['saved-views'] });
    },
    onError: (error) => failed(error.message),
  });
  const copy = () =>
    void navigator.clipboard
      .writeText(`${location.origin}${linkOf(href, true)}`)
      .then(() => showToast({ text: t('together.linkCopied') }), failedToCopy);
  const failedToCopy = () => showToast({ text: `${location.origin}${linkOf(href, true)}` });
  return (
    <form
      className="tg-part"
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '' && !save.isPending) save.mutate();
      }}
    >
      <TextField label={t('together.viewName')} value={title} onChange={setTitle} />
      <Checkbox isSelected={keepWeek} onChange={setKeepWeek}>
        {t('together.keepWeek')}
      </Checkbox>
      <Checkbox isSelected={isShared} onChange={setShared}>
        {t('together.viewShared')}
      </Checkbox>
      <div className="b-actions b-actions-end">
        <Button onPress={copy}>{t('together.copyLink')}</Button>
        <Button type="submit" kind="primary">
          {t('together.saveView')}
        </Button>
      </div>
    </form>
  );
}
