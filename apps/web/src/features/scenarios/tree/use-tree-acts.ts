import { t } from '../../../app/i18n/t.js';
import { useLatest } from '../../../app/use-latest.js';
import { showToast } from '../../../ui/toast.js';
import type { Saved, useScenarioWrites } from '../scenarios.queries.js';
import { searchOf, type Shown } from '../use-shown.js';
import { BASE_ID } from './base-id.js';
import { freeName, type ScenarioItem } from './scenario-tree.model.js';

/** Tree acts: each says what it did, and takes it back where it took something away. */
export function useTreeActs(
  { items, shown }: { readonly items: readonly ScenarioItem[]; readonly shown: Shown },
  writes: ReturnType<typeof useScenarioWrites>,
) {
  const { show, selected, range } = shown;
  const failed = () => showToast({ text: t('ui.failed'), tone: 'problem' });
  const open = (saved: Saved) =>
    saved.__typename === 'ScenarioSaved' ? show({ scenario: saved.scenario.id }) : failed();
  const find = (id: string) => items.find((item) => item.id === id);
  const create = useLatest(() =>
    writes.create.mutate(
      { ...range, name: freeName(t('scenarios.newScenario'), items), changes: [] },
      { onSuccess: open, onError: failed },
    ),
  );
  const branch = useLatest((id: string) => {
    const name = freeName(t('scenarios.copyOf', { name: find(id)?.name ?? '' }), items);
    writes.branch.mutate({ id, name }, { onSuccess: open, onError: failed });
  });
  const rename = useLatest((id: string, name: string) => {
    const item = find(id);
    if (item) writes.save.mutate({ id, version: item.version, name }, { onError: failed });
  });
  const remove = useLatest((id: string) => {
    const name = find(id)?.name ?? '';
    const told = { onSuccess: () => showToast({ text: t('scenarios.restored', { name }) }), onError: failed };
    const restore = () => writes.archive.mutate({ id, archived: false }, told);
    const gone = () => {
      if (selected === id) show({ scenario: undefined, ...searchOf(range) });
      showToast({ text: t('scenarios.deleted', { name }), action: { text: t('ui.undo'), run: restore } });
    };
    writes.archive.mutate({ id, archived: true }, { onSuccess: gone, onError: failed });
  });
  const select = useLatest((id: string) =>
    show(id === BASE_ID ? { scenario: undefined, ...searchOf(range) } : { scenario: id }),
  );
  return { create, branch, rename, remove, select };
}
