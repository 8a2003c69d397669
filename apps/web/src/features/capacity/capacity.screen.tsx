import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Copy, Plus, Trash2, UserPlus } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { t } from '../../app/i18n/t.js';
import { can, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { Button } from '../../ui/button.js';
import { Select } from '../../ui/fields.js';
import { EmptyState, QueryState, SkeletonBlock } from '../../ui/states.js';
import { showToast } from '../../ui/toast.js';
import { capacityPlanQuery, capacityPlansQuery, useArchivePlan } from './capacity.queries.js';
import type { CapacitySearch } from './capacity.search.js';
import { NewPlanDialog } from './new-plan-dialog.js';
import './capacity.css';

// The library that computes comes with a plan, not with the page.
const PlanDesk = lazy(() => import('./plan-desk.js').then((part) => ({ default: part.PlanDesk })));

function useShown() {
  const viewer = useViewer();
  const search = useSearch({ from: '/signed-in/capacity' });
  const navigate = useNavigate();
  return {
    search,
    mayEdit: can(viewer, 'capacity.edit'),
    show: (next: CapacitySearch) => void navigate({ to: '/capacity', search: { ...search, ...next } }),
  };
}

type Shown = ReturnType<typeof useShown>;

function Toolbar({
  plans,
  planId,
  shown,
  onNew,
}: {
  readonly plans: readonly { readonly id: string; readonly title: string }[];
  readonly planId: string | undefined;
  readonly shown: Shown;
  readonly onNew: (copyOfId?: string) => void;
}) {
  const archive = useArchivePlan();
  const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
  const putAside = (id: string) =>
    archive.mutate(
      { id, archived: true },
      {
        onSuccess: () => {
          shown.show({ plan: undefined });
          const run = () => archive.mutate({ id, archived: false }, { onSuccess: () => shown.show({ plan: id }) });
          showToast({ text: t('capacity.putAside'), action: { text: t('capacity.undo'), run } });
        },
      },
    );
  return (
    <>
      {planId ? (
        <div className="y-queue-picker">
          <Select
            label={t('capacity.plan')}
            hideLabel
            value={planId}
            options={plans.map(({ id, title }) => ({ id, text: title }))}
            onChange={(plan) => shown.show({ plan, group: undefined })}
          />
        </div>
      ) : null}
      <span className="y-toolbar-fill" />
      {planId && shown.mayEdit ? (
        <>
          <Button icon={<Trash2 {...icon} />} onPress={() => putAside(planId)}>
            {t('capacity.archive')}
          </Button>
          <Button icon={<Copy {...icon} />} onPress={() => onNew(planId)}>
            {t('capacity.copy')}
          </Button>
        </>
      ) : null}
      {shown.mayEdit ? (
        <Button kind="primary" icon={<Plus {...icon} />} onPress={() => onNew()}>
          {t('capacity.new')}
        </Button>
      ) : null}
    </>
  );
}

function OpenPlan({ id, shown }: { readonly id: string; readonly shown: Shown }) {
  const plan = useQuery(capacityPlanQuery(id));
  const skeleton = <SkeletonBlock height={480} />;
  return (
    <QueryState query={plan} skeleton={skeleton}>
      {(saved) =>
        saved ? (
          <Suspense fallback={skeleton}>
            <PlanDesk key={saved.id} saved={saved} search={shown.search} show={shown.show} mayEdit={shown.mayEdit} />
          </Suspense>
        ) : (
          <EmptyState title={t('capacity.gone')} text={t('capacity.goneText')} />
        )
      }
    </QueryState>
  );
}

/** Who is needed over the next year and a half, who is there, and whom to hire when. */
export function CapacityScreen() {
  const shown = useShown();
  const plans = useQuery(capacityPlansQuery);
  const [creating, setCreating] = useState<{ readonly copyOfId?: string | undefined }>();
  const first = plans.data?.[0]?.id;
  const planId = shown.search.plan ?? first;
  const create = (copyOfId?: string) => setCreating({ copyOfId });
  return (
    <Page
      title={t('app.capacity')}
      toolbar={<Toolbar plans={plans.data ?? []} planId={planId} shown={shown} onNew={create} />}
    >
      <QueryState query={plans} skeleton={<SkeletonBlock height={480} />}>
        {() =>
          planId ? (
            <OpenPlan id={planId} shown={shown} />
          ) : (
            <EmptyState
              icon={<UserPlus size={24} strokeWidth={1.75} aria-hidden />}
              title={t('capacity.nothing')}
              text={t('capacity.nothingText')}
              action={
                shown.mayEdit ? (
                  <Button kind="primary" onPress={() => create()}>
                    {t('capacity.new')}
                  </Button>
                ) : (
                  <Link to="/">{t('capacity.askPlanner')}</Link>
                )
              }
            />
          )
        }
      </QueryState>
      {creating ? (
        <NewPlanDialog
          copyOfId={creating.copyOfId}
          onClose={() => setCreating(undefined)}
          onMade={(plan) => {
            setCreating(undefined);
            shown.show({ plan, group: undefined, with: undefined });
          }}
        />
      ) : null}
    </Page>
  );
}
