import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ApolloServerPlugin } from '@apollo/server';
import type { ValidationRule } from 'graphql';

export const MAX_TOKENS = 3_000;

/** The web's largest query is 6 deep and costs about 900; these leave room and stop the rest before it runs. */
const armor = new ApolloArmor({
  maxDepth: { n: 12 },
  maxAliases: { n: 30 },
  maxDirectives: { n: 20 },
  maxTokens: { n: MAX_TOKENS },
  costLimit: { maxCost: 10_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.3 },
});

export interface QueryLimits {
  readonly plugins: ApolloServerPlugin[];
  readonly validationRules: ValidationRule[];
}

/** Depth, aliases, directives, tokens and cost; the WebSocket server applies the same rules by hand. */
export function queryLimits(): QueryLimits {
  const { plugins, validationRules } = armor.protect();
  // armor's CommonJS types name the same Apollo types twice; at run time they are one.
  return {
    plugins: plugins as unknown as ApolloServerPlugin[],
    validationRules: validationRules as unknown as ValidationRule[],
  };
}
