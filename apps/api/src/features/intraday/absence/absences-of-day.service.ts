import { Injectable } from '@nestjs/common';
import { whoCouldCome, type ComingIn } from '@yotei/scheduling/repair';
import { indexProblem } from '@yotei/scheduling/roster';
import type { Interval } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { DayPictures, type DayPicture } from '../outlook/day-picture.service.js';
import { IntradayAbsenceRepository, type AbsenceRow } from './absences.repository.js';

export type NamedComingIn = ComingIn & { readonly name: string };

/** Who is away today, and who could come in their place. */
@Injectable()
export class AbsencesOfDay {
  constructor(
    private readonly pictures: DayPictures,
    private readonly absences: IntradayAbsenceRepository,
  ) {}

  /** Without those taken back. */
  async today(context: RequestContext): Promise<AbsenceRow[]> {
    const picture = await this.pictures.now(context);
    return picture ? this.absences.within(context, picture.span) : [];
  }

  /** In a span of today; empty when nothing is planned. */
  async couldCome(
    context: RequestContext,
    { agentId, span }: { readonly agentId: string; readonly span: Interval },
  ): Promise<readonly NamedComingIn[]> {
    return candidatesIn(await this.pictures.now(context), agentId, span);
  }
}

export function candidatesIn(
  picture: DayPicture | null | undefined,
  agentId: string,
  span: Interval,
): readonly NamedComingIn[] {
  if (!picture) return [];
  const { agents } = indexProblem(picture.case.problem);
  return whoCouldCome(picture.day, agentId, span).map((one) => ({
    ...one,
    name: agents.get(one.agentId)?.name ?? one.agentId,
  }));
}
