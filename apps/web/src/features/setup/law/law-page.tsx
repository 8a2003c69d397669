import { useQuery } from '@tanstack/react-query';
import { findLawPack, LAW_PACKS, type LawPack } from '@yotei/scheduling/law';
import { useState } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import { can, useViewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { Select, TextField } from '../../../ui/fields.js';
import { EmptyState, QueryState, SkeletonRows } from '../../../ui/states.js';
import { IdChecks } from '../id-checks.js';
import { Refused } from '../refused.js';
import { useSaving } from '../use-saving.js';
import { LawParameters } from './law-parameters.js';
import { LawTrialPanel } from './law-trial.js';
import { saveSiteLaw, siteLawsQuery, type SiteLaw } from './law.queries.js';
import '../rules/rules.css';
import './law.css';

/** Which law protects the people of a site, from when, and what it asks for. */
export function LawPage() {
  const query = useQuery(siteLawsQuery);
  return (
    <QueryState query={query} skeleton={<SkeletonRows rows={10} height={32} />}>
      {(sites) => <Sites sites={sites} />}
    </QueryState>
  );
}

function Sites({ sites }: { readonly sites: readonly SiteLaw[] }) {
  const [siteId, setSiteId] = useState<string | null>(null);
  const site = sites.find((one) => one.siteId === siteId) ?? sites[0];
  if (!site) return <EmptyState title={t('setupLaw.noSites')} text={t('setupLaw.noSitesText')} />;
  return (
    <>
      <p className="su-intro">{t('setupLaw.intro')}</p>
      {sites.length > 1 ? (
        <div className="su-bar">
          <Select
            label={t('setupLaw.site')}
            value={site.siteId}
            options={sites.map(({ siteId: id, name }) => ({ id, text: name }))}
            onChange={setSiteId}
          />
        </div>
      ) : null}
      <SiteForm key={`${site.siteId} ${site.version}`} site={site} />
    </>
  );
}

/** Stands for "no law pack" in the list. */
const NONE = 'none';

interface Draft {
  readonly packId: string | null;
  readonly fromOn: string;
  readonly agreements: readonly string[];
}

const draftOf = ({ packId, fromOn, agreements }: SiteLaw): Draft => ({
  packId,
  fromOn: fromOn ?? new Date().toISOString().slice(0, 10),
  agreements,
});

const inputOf = ({ siteId, version }: Pick<SiteLaw, 'siteId' | 'version'>, { packId, fromOn, agreements }: Draft) => ({
  ...{ siteId, version, packId, agreements: [...agreements] },
  fromOn: packId ? fromOn : null,
});

function SiteForm({ site }: { readonly site: SiteLaw }) {
  const mayEdit = can(useViewer(), 'organisation.edit');
  const [draft, setDraft] = useState<Draft>(() => draftOf(site));
  const { save, isSaving, refusal } = useSaving();
  const pack = draft.packId ? findLawPack(draft.packId) : undefined;
  const isChanged = JSON.stringify(draft) !== JSON.stringify(draftOf(site));
  const store = () =>
    save({
      run: () => saveSiteLaw(inputOf(site, draft)),
      undo: ({ version }) => saveSiteLaw(inputOf({ siteId: site.siteId, version }, draftOf(site))),
      said: t('setup.saved', { name: site.name }),
    });
  return (
    <>
      <Choice {...{ draft, pack, mayEdit }} set={(change) => setDraft({ ...draft, ...change })} />
      {mayEdit ? (
        <div className="su-bar">
          <Button kind="primary" isDisabled={!isChanged || isSaving || draft.fromOn === ''} onPress={store}>
            {t('setup.save')}
          </Button>
          <Refused refusal={refusal} />
        </div>
      ) : null}
      {pack ? (
        <>
          <LawTrialPanel
            key={`${pack.id} ${draft.agreements.join()}`}
            order={{ siteId: site.siteId, packId: pack.id, agreements: draft.agreements }}
            pack={pack}
          />
          <LawParameters pack={pack} on={draft.fromOn} agreements={draft.agreements} />
          <p className="y-quiet">{t('setupLaw.notAdvice', { date: pack.checkedOn })}</p>
        </>
      ) : (
        <EmptyState title={t('setupLaw.nonePlain')} text={t('setupLaw.noneText')} />
      )}
    </>
  );
}

function Choice({
  draft,
  pack,
  mayEdit,
  set,
}: {
  readonly draft: Draft;
  readonly pack: LawPack | undefined;
  readonly mayEdit: boolean;
  readonly set: (change: Partial<Draft>) => void;
}) {
  return (
    <div className="su-law-choice">
      <div className="su-bar">
        <Select
          label={t('setupLaw.pack')}
          value={draft.packId ?? NONE}
          isDisabled={!mayEdit}
          options={[
            { id: NONE, text: t('setupLaw.nonePlain') },
            ...LAW_PACKS.map(({ id, title }) => ({ id, text: local(title) })),
          ]}
          onChange={(id) => set({ packId: id === NONE ? null : id, agreements: [] })}
        />
        {pack ? (
          <TextField
            type="date"
            label={t('setupLaw.fromOn')}
            value={draft.fromOn}
            isDisabled={!mayEdit}
            onChange={(fromOn) => set({ fromOn })}
          />
        ) : null}
      </div>
      {pack && pack.agreements.length > 0 && mayEdit ? (
        <>
          <IdChecks
            label={t('setupLaw.agreements')}
            value={draft.agreements}
            options={pack.agreements.map(({ id, title }) => ({ id, text: local(title) }))}
            onChange={(agreements) => set({ agreements })}
          />
          <ul className="su-law-notes">
            {pack.agreements.map(({ id, title, text }) => (
              <li key={id}>
                <strong>{local(title)}</strong> <span className="y-quiet">{local(text)}</span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
