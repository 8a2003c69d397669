import { Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../platform/context/current.decorators.js';
import type { RequestContext } from '../../platform/context/request-context.js';
import { RequirePermission } from '../../platform/permissions/require-permission.decorator.js';
import { MyNumbers } from './my-numbers.graphql-types.js';
import { MyNumbersService } from './my-numbers.service.js';

@Resolver()
export class MyNumbersResolver {
  constructor(private readonly numbers: MyNumbersService) {}

  @Query(() => MyNumbers, { nullable: true, description: 'The reader’s own counts; nobody else’s can be asked for.' })
  @RequirePermission('my-week.read')
  myNumbers(@CurrentContext() context: RequestContext): Promise<MyNumbers | null> {
    return this.numbers.mine(context);
  }
}
