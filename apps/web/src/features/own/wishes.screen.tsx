import { useQuery } from '@tanstack/react-query';
import { t } from '../../app/i18n/t.js';
import { Page } from '../../app/shell/page.js';
import { request } from '../../graphql/client.js';
import { MyAvailabilityDocument } from '../../graphql/generated/graphql.js';
import { EmptyState, QueryState, SkeletonRows } from '../../ui/states.js';
import { AvailabilityPanel } from './availability-panel.js';
import { DatesPanel } from './dates-panel.js';
import { WishList } from './wish-list.js';
import './own.css';

/** Ranked wishes with how often they were met, the weekly pattern of when one can work, and dates on which it is otherwise. */
export function WishesScreen() {
  const own = useQuery({
    queryKey: ['my-availability'],
    queryFn: async () => (await request(MyAvailabilityDocument)).myAvailability ?? null,
  });
  return (
    <Page title={t('app.wishes')}>
      <div className="y-own">
        <QueryState query={own} skeleton={<SkeletonRows rows={6} />}>
          {(found) =>
            found ? (
              <>
                <WishList own={found} />
                <AvailabilityPanel own={found} />
                <DatesPanel own={found} />
              </>
            ) : (
              <EmptyState title={t('rosters.notAnAgent')} text={t('rosters.notAnAgentText')} />
            )
          }
        </QueryState>
      </div>
    </Page>
  );
}
