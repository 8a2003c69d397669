import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A text in both languages of the product.' })
export class LocalText {
  @Field(() => String) en!: string;
  @Field(() => String) ja!: string;
}

@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

@ObjectType()
export class NotFound {
  @Field(() => String) message!: string;

  static of(what: string): NotFound {
    return Object.assign(new NotFound(), { message: `${what} not found` });
  }
}

@ObjectType()
export class InvalidInput {
  @Field(() => String) message!: string;
  @Field(() => String) path!: string;

  static of(path: string, message: string): InvalidInput {
    return Object.assign(new InvalidInput(), { path, message });
  }
}
