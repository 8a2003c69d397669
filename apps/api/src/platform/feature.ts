import type { Type } from '@nestjs/common';
import type { EntityTarget, ObjectLiteral } from 'typeorm';

/** What a feature hands to the program; listed in features/index.ts. */
export interface Feature {
  /** The name it has in the api, the web and the docs. */
  readonly name: string;
  readonly module: Type;
  readonly entities: readonly EntityTarget<ObjectLiteral>[];
}
