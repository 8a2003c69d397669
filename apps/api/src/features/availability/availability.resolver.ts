import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import {
  ExplainMyWishResult,
  MyAvailability,
  MyAvailabilityExceptionInput,
  MyAvailabilityWindowInput,
  MyWishExplained,
  SaveAvailabilityResult,
  MyWishInput,
} from './availability.graphql-types.js';
import type { Wish } from './availability.repository.js';
import { AvailabilityService, type AvailabilityFault, type OwnAvailability } from './availability.service.js';
import { WishReasons } from './wish-reasons.service.js';
import { MOST_WISHES, WISH_BUDGET } from './wish-budget.js';

const availabilityOf = ({ wishes, judged, windows, exceptions, neededMinutes }: OwnAvailability): MyAvailability =>
  Object.assign(new MyAvailability(), {
    wishes: [...wishes],
    wishBudget: WISH_BUDGET,
    mostWishes: MOST_WISHES,
    judgedCount: judged.length,
    metCount: judged.filter(({ met }) => met).length,
    judged: [...judged],
    windows: [...windows],
    exceptions: [...exceptions],
    neededMinutes,
  });

const resultOf = (outcome: OwnAvailability | AvailabilityFault): typeof SaveAvailabilityResult =>
  'kind' in outcome ? InvalidInput.of(outcome.path, outcome.message) : availabilityOf(outcome);

const wishOf = ({ kind, on = null, fromMinute = null, untilMinute = null }: MyWishInput): Wish => ({
  kind: kind as Wish['kind'],
  on,
  fromMinute,
  untilMinute,
});

@Resolver()
export class AvailabilityResolver {
  constructor(
    private readonly availability: AvailabilityService,
    private readonly reasons: WishReasons,
  ) {}

  @Query(() => MyAvailability, { nullable: true, description: 'When the reader can work and would like to.' })
  @RequirePermission('my-week.read')
  async myAvailability(@CurrentContext() context: RequestContext): Promise<MyAvailability | null> {
    const found = await this.availability.mine(context);
    return found && availabilityOf(found);
  }

  @Mutation(() => SaveAvailabilityResult, { description: 'The whole ranked list anew.' })
  @RequirePermission('my-week.read')
  async saveMyWishes(
    @CurrentContext() context: RequestContext,
    @Args('wishes', { type: () => [MyWishInput] }) wishes: MyWishInput[],
  ): Promise<typeof SaveAvailabilityResult> {
    return resultOf(await this.availability.saveWishes(context, wishes.map(wishOf)));
  }

  @Mutation(() => SaveAvailabilityResult, {
    description: 'The weekly pattern anew; it counts for weeks planned from then on.',
  })
  @RequirePermission('my-week.read')
  async saveMyAvailability(
    @CurrentContext() context: RequestContext,
    @Args('windows', { type: () => [MyAvailabilityWindowInput] }) windows: MyAvailabilityWindowInput[],
  ): Promise<typeof SaveAvailabilityResult> {
    return resultOf(await this.availability.saveWindows(context, windows));
  }

  @Mutation(() => SaveAvailabilityResult, {
    description: 'One-off dates from today on anew; they count for weeks planned from then on.',
  })
  @RequirePermission('my-week.read')
  async saveMyAvailabilityExceptions(
    @CurrentContext() context: RequestContext,
    @Args('exceptions', { type: () => [MyAvailabilityExceptionInput] }) exceptions: MyAvailabilityExceptionInput[],
  ): Promise<typeof SaveAvailabilityResult> {
    return resultOf(
      await this.availability.saveExceptions(
        context,
        exceptions.map((one) => ({ ...one })),
      ),
    );
  }

  @Query(() => ExplainMyWishResult, {
    description: 'What stood against a wish of the reader in a published week; takes a second or two.',
  })
  @RequirePermission('my-week.read')
  async explainMyWish(
    @CurrentContext() context: RequestContext,
    @Args('wish', { type: () => MyWishInput }) wish: MyWishInput,
  ): Promise<typeof ExplainMyWishResult> {
    const outcome = await this.reasons.of(context, wishOf(wish));
    if (outcome.kind === 'explained') return Object.assign(new MyWishExplained(), { text: { ...outcome.text } });
    return outcome.kind === 'invalid' ? InvalidInput.of(outcome.path, outcome.message) : NotFound.of('published week');
  }
}
