import type { EditShiftsMutation } from '../../../graphql/generated/graphql.js';
import type { EditLabel, Proposal, UndoList } from '../board/index.js';
import type { Conflict } from './desk-state.js';

/** A step of the server's log and its version there. */
export interface LoggedProposal {
  readonly proposal: Proposal;
  readonly version: number;
}

/**
 * Under which version the server's log holds each step, so that taking it back can name it. A step is known by its
 * label object, which it keeps while it walks between the lists and while its shifts are renamed.
 */
export class StepVersions {
  private readonly versions = new WeakMap<EditLabel, number>();

  made({ label }: Proposal, version: number): void {
    this.versions.set(label, version);
  }

  listOf({
    done,
    undone,
  }: {
    readonly done: readonly LoggedProposal[];
    readonly undone: readonly LoggedProposal[];
  }): UndoList {
    const known = ({ proposal, version }: LoggedProposal) => {
      this.made(proposal, version);
      return proposal;
    };
    return { done: done.map(known), undone: undone.map(known) };
  }

  /** What the mutation says of a walk: which step it takes back or does again. Nothing for a new step. */
  walkOf({ label }: Proposal, walks: 'undoes' | 'redoes' | null): { undoes?: number; redoes?: number } {
    const version = this.versions.get(label);
    return walks === null || version === undefined ? {} : { [walks]: version };
  }
}

type Meanwhile = Extract<EditShiftsMutation['editShifts'], { __typename: 'EditedMeanwhile' }>;

/** Of a refusal: who changed what, and when. */
export function meanwhileOf({
  removedIds,
  changedBy,
  changedAt,
  changedWhat,
}: Meanwhile): Pick<Conflict, 'removedIds' | 'changedBy' | 'changedAt' | 'changedWhat'> {
  return { removedIds, changedBy, changedAt, changedWhat };
}
