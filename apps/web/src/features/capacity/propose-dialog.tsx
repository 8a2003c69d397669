import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { HeadMove, HiringClass } from '@yotei/scheduling/capacity';
import { useState } from 'react';
import { formatNumber, formatPercent } from '../../app/format/format-number.js';
import { local, t } from '../../app/i18n/t.js';
import { JobCard } from '../../app/jobs/job-card.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Checkbox } from '../../ui/fields.js';
import { RadioCards } from '../../ui/radio-cards.js';
import { ErrorState } from '../../ui/states.js';
import { proposalsQuery, usePropose, type CapacityProposal } from './capacity.queries.js';
import { withProposal } from './plan-edits.js';
import type { EditedPlan } from './use-plan.js';

const SECONDS = 30;

const idsOf = ({ classes, moves }: CapacityProposal): string[] =>
  [...(classes as HiringClass[]), ...(moves as HeadMove[])].map(({ id }) => id);

/** What was proposed, class by class with its reason; all of it is taken, or what is ticked. */
function Proposal({
  proposal,
  onTake,
}: {
  readonly proposal: CapacityProposal;
  readonly onTake: (taken: ReadonlySet<string>) => void;
}) {
  const ids = idsOf(proposal);
  const [taken, setTaken] = useState<ReadonlySet<string>>(() => new Set(ids));
  const toggle = (id: string, on: boolean) => {
    const next = new Set(taken);
    if (on) next.add(id);
    else next.delete(id);
    setTaken(next);
  };
  return (
    <section aria-label={t('capacity.proposal')}>
      <p>
        {t('capacity.proposalSaves', {
          before: formatNumber(proposal.costBefore),
          after: formatNumber(proposal.cost),
          saved: formatPercent(1 - proposal.cost / proposal.costBefore, 1),
        })}
      </p>
      <p className="y-quiet">
        {t(proposal.isWithinGap ? 'capacity.proposalGap' : 'capacity.proposalGapWide', {
          gap: formatPercent(proposal.gapFraction, 2),
        })}
      </p>
      {ids.length === 0 ? <p>{t('capacity.proposalEmpty')}</p> : null}
      <ul className="y-class-list">
        {ids.map((id, index) => (
          <li key={id}>
            <Checkbox isSelected={taken.has(id)} onChange={(on) => toggle(id, on)}>
              {local(proposal.reasons[index]!)}
            </Checkbox>
          </li>
        ))}
      </ul>
      <Button kind="primary" onPress={() => onTake(taken)} isDisabled={taken.size === 0 && ids.length > 0}>
        {taken.size === ids.length
          ? t('capacity.takeAll', { count: ids.length })
          : t('capacity.takeSome', { count: taken.size })}
      </Button>
    </section>
  );
}

/** Saves what is on the screen, then starts the job; what ran before for this version is shown at once. */
function useProposing(edited: EditedPlan) {
  const propose = usePropose();
  const client = useQueryClient();
  const planId = edited.stored.id;
  const proposals = useQuery(proposalsQuery(planId));
  const [problem, setProblem] = useState<unknown>(null);
  const start = (keep: boolean) => {
    setProblem(null);
    void edited
      .send()
      .then((saved) => saved && propose.mutateAsync({ planId, keep, seconds: SECONDS }))
      .catch(setProblem);
  };
  const answer = propose.data;
  return {
    start,
    problem,
    jobId: answer?.__typename === 'JobStarted' ? answer.job.id : undefined,
    refused: answer && answer.__typename !== 'JobStarted' ? answer.message : undefined,
    isPending: propose.isPending,
    newest: proposals.data?.find(({ planVersion }) => planVersion === edited.stored.version),
    finished: () => void client.invalidateQueries({ queryKey: proposalsQuery(planId).queryKey }),
  };
}

/** Lets the optimiser choose whom to hire when. Closing does not stop it. */
export function ProposeDialog({ edited, onClose }: { readonly edited: EditedPlan; readonly onClose: () => void }) {
  const [keep, setKeep] = useState<'keep' | 'anew'>(edited.plan.classes.length > 0 ? 'keep' : 'anew');
  const { start, problem, jobId, refused, isPending, newest, finished } = useProposing(edited);
  return (
    <Dialog
      title={t('capacity.proposeTitle')}
      isOpen
      onClose={onClose}
      width={640}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          <Button
            kind={newest ? 'plain' : 'primary'}
            onPress={() => start(keep === 'keep')}
            isDisabled={isPending || edited.state === 'faulty'}
          >
            {t('capacity.start')}
          </Button>
        </>
      }
    >
      <p>{t('capacity.proposeText')}</p>
      <RadioCards<'keep' | 'anew'>
        label={t('capacity.proposeHow')}
        value={keep}
        options={[
          { value: 'anew', title: t('capacity.anew'), text: t('capacity.anewText') },
          { value: 'keep', title: t('capacity.keep'), text: t('capacity.keepText') },
        ]}
        onChange={setKeep}
      />
      {refused ? (
        <p role="alert" className="y-refused">
          {refused}
        </p>
      ) : null}
      {problem ? <ErrorState error={problem} /> : null}
      {jobId ? <JobCard key={jobId} id={jobId} onFinished={finished} /> : null}
      {newest ? (
        <Proposal
          key={newest.id}
          proposal={newest}
          onTake={(taken) => {
            edited.change(withProposal(edited.plan, newest, taken));
            onClose();
          }}
        />
      ) : null}
    </Dialog>
  );
}
