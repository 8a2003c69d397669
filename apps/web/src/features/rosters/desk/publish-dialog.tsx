import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { formatNumber, formatPercent } from '../../../app/format/format-number.js';
import { local, t } from '../../../app/i18n/t.js';
import { weekTitle } from '../../../app/shell/week-stepper.js';
import { request } from '../../../graphql/client.js';
import {
  PublishPreviewDocument,
  PublishScheduleDocument,
  type PublishPartInput,
  type PublishPreviewQuery,
} from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/fields.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { showToast } from '../../../ui/toast.js';
import { PublishPartFields } from '../together/publish-part-fields.js';
import { PublishPeople } from '../together/publish-people.js';
import { useDesk, useDeskState } from './desk-context.js';

type Preview = NonNullable<PublishPreviewQuery['publishPreview']>;

/** The quality card: what would be published, to whom, and what speaks against it. */
export function PublishDialog({ onClose }: { readonly onClose: () => void }) {
  const scheduleId = useDeskState((state) => state.info.id);
  const version = useDeskState((state) => state.info.version);
  const week = useDeskState((state) => state.info.weekStartOn);
  const [part, setPart] = useState<PublishPartInput | null>(null);
  const preview = useQuery({
    queryKey: ['publish-preview', scheduleId, version, part],
    queryFn: async () => (await request(PublishPreviewDocument, { scheduleId, part })).publishPreview,
    staleTime: 0,
  });
  return (
    <Dialog title={`${t('board.publishTitle')} · ${weekTitle(week)}`} isOpen onClose={onClose} width={560}>
      <PublishPartFields part={part} onPart={setPart} />
      <QueryState query={preview} skeleton={<SkeletonRows rows={8} />}>
        {(found) =>
          found ? <QualityCard preview={found} part={part} onClose={onClose} /> : <p>{t('board.publishGone')}</p>
        }
      </QueryState>
    </Dialog>
  );
}

interface QualityCardProps {
  readonly preview: Preview;
  readonly part: PublishPartInput | null;
  readonly onClose: () => void;
}

function QualityCard({ preview, part, onClose }: QualityCardProps) {
  const [reason, setReason] = useState('');
  const must = preview.mustBreaches.length;
  const whyNotId = useId();
  const whyNot = whyNotYet(preview, reason);
  const publish = usePublish({ preview, part, onClose, reason });
  return (
    <>
      <QualityFacts preview={preview} />
      <PublishPeople people={preview.people} told={preview.agentsToTell} />
      <BreachDigest title={t('board.mustRules')} breaches={preview.mustBreaches} />
      <RuleDigest breaches={preview.preferBreaches} />
      <CannotJudge count={preview.cannotJudgeCount} />
      {must > 0 ? (
        <TextField
          label={t('board.overrideReason')}
          hint={t('board.overrideHint')}
          value={reason}
          onChange={setReason}
        />
      ) : null}
      {whyNot ? (
        <p id={whyNotId} className="b-problem">
          {whyNot}
        </p>
      ) : null}
      <div className="b-actions b-actions-end">
        <Button onPress={onClose}>{t('board.notYet')}</Button>
        <Button
          kind="primary"
          isDisabled={publish.isPending || whyNot !== null}
          aria-describedby={whyNot ? whyNotId : undefined}
          onPress={() => publish.mutate()}
        >
          {t('board.publishNow', { count: preview.agentsToTell })}
        </Button>
      </div>
    </>
  );
}

/** Puts it out, and says what came of it. */
function usePublish({ preview, part, onClose, reason }: QualityCardProps & { readonly reason: string }) {
  const { acts } = useDesk();
  return useMutation({
    mutationFn: async () => {
      const overrideReason = reason.trim() === '' ? null : reason.trim();
      return (
        await request(PublishScheduleDocument, {
          scheduleId: preview.schedule.id,
          expectedVersion: preview.schedule.version,
          overrideReason,
          part,
        })
      ).publishSchedule;
    },
    onSuccess: (answer) => {
      if (answer.__typename === 'SchedulePublished') {
        showToast({ text: t('board.published', { count: answer.notifiedAgents }) });
        onClose();
      } else
        showToast({
          text:
            answer.__typename === 'ScheduleHasBreaches'
              ? t('board.publishBlocked', { count: answer.breaches.length })
              : answer.message,
          tone: 'problem',
        });
      acts.reload();
    },
    onError: () => showToast({ text: t('board.publishFailed'), tone: 'problem' }),
  });
}

/** Why the button cannot be pressed; null when it can. */
function whyNotYet({ schedule, mustBreaches }: Preview, reason: string): string | null {
  if (schedule.state === 'PUBLISHED' && schedule.changesSincePublish === 0) return t('together.nothingNew');
  if (mustBreaches.length > 0 && reason.trim() === '') return t('together.needsReason', { count: mustBreaches.length });
  return null;
}

function CannotJudge({ count }: { readonly count: number }) {
  return count > 0 ? <p className="b-quiet">{t('board.cannotJudge', { count })}</p> : null;
}

function QualityFacts({ preview }: { readonly preview: Preview }) {
  const facts: readonly (readonly [string, string])[] = [
    [t('board.qualityWithin'), formatPercent(preview.withinFivePercentFraction)],
    [t('board.qualityShort'), t('board.hoursValue', { hours: formatNumber(preview.shortHours, 1) })],
    [t('board.qualityOver'), t('board.hoursValue', { hours: formatNumber(preview.overHours, 1) })],
    [t('board.qualityMust'), formatNumber(preview.mustBreaches.length)],
    [t('board.qualityPrefer'), formatNumber(preview.preferBreaches.length)],
    [t('board.qualityNotice'), t('board.daysValue', { days: Math.round(preview.noticeDays * 10) / 10 })],
    [
      t('board.qualityChanges'),
      t('board.qualityChangesValue', {
        fresh: preview.newShifts,
        changed: preview.changedShifts,
        removed: preview.removedShifts,
      }),
    ],
    [t('together.cost'), pointsOf(preview.cost)],
    [t('together.wishes'), pointsOf(preview.wishCost)],
    [t('together.fairness'), pointsOf(preview.fairnessCost)],
    [t('together.wellbeing'), pointsOf(preview.wellbeingCost)],
    [t('board.qualityTold'), t('board.agentCount', { count: preview.agentsToTell })],
  ];
  return (
    <>
      <dl className="b-quality">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="b-quiet">{t('together.pointsNote')}</p>
    </>
  );
}

/** Terms of the objective have no other unit. */
const pointsOf = (cost: number): string => t('together.points', { points: formatNumber(cost, 0) });

const DIGEST_ROWS = 5;

function BreachDigest({ title, breaches }: { readonly title: string; readonly breaches: Preview['mustBreaches'] }) {
  const model = useDeskState((state) => state.model);
  if (breaches.length === 0) return null;
  return (
    <section>
      <h3 className="b-list-head">
        {title} <span className="b-count">{breaches.length}</span>
      </h3>
      <ul className="b-plain-list">
        {breaches.slice(0, DIGEST_ROWS).map((breach, index) => (
          <li key={index}>
            <span>{model.agents.find((agent) => agent.id === breach.agentId)?.name}</span>{' '}
            <span className="b-quiet">{local(breach.message)}</span>
          </li>
        ))}
      </ul>
      {breaches.length > DIGEST_ROWS ? (
        <p className="b-quiet">{t('board.moreBreaches', { count: breaches.length - DIGEST_ROWS })}</p>
      ) : null}
    </section>
  );
}

/** Prefer breaches counted by rule: single ones do not stop a publish, many of one kind are worth a look. */
function RuleDigest({ breaches }: { readonly breaches: Preview['preferBreaches'] }) {
  if (breaches.length === 0) return null;
  const byRule = new Map<string, Preview['preferBreaches']>();
  for (const breach of breaches) byRule.set(breach.ruleId, [...(byRule.get(breach.ruleId) ?? []), breach]);
  return (
    <section>
      <h3 className="b-list-head">
        {t('board.preferRules')} <span className="b-count">{breaches.length}</span>
      </h3>
      <ul className="b-plain-list">
        {[...byRule].map(([ruleId, list]) => (
          <li key={ruleId}>
            <span>{local(list[0]!.title)}</span>{' '}
            <span className="b-quiet">
              {t('board.ruleCount', { count: list.length, agents: new Set(list.map((breach) => breach.agentId)).size })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
