import 'reflect-metadata';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { Feature } from '../feature.js';
import { JobResolver } from '../jobs/job.resolver.js';

type Class = new (...args: never[]) => object;

/** A feature's module and those it is made of. */
function modulesOf(module: object, known = new Set<object>()): Set<object> {
  if (known.has(module)) return known;
  known.add(module);
  for (const part of (Reflect.getMetadata(MODULE_METADATA.IMPORTS, module) ?? []) as object[])
    if (typeof part === 'function') modulesOf(part, known);
  return known;
}

/** Every resolver class of the program: those of the features' modules and of their rooms, and the platform's own. */
export function resolverClasses(features: readonly Feature[]): Class[] {
  const modules = new Set(features.flatMap(({ module }) => [...modulesOf(module)]));
  const provided = [...modules].flatMap(
    (module) => (Reflect.getMetadata(MODULE_METADATA.PROVIDERS, module) ?? []) as unknown[],
  );
  const resolvers = provided.filter(
    (provider): provider is Class =>
      typeof provider === 'function' && Reflect.hasMetadata('graphql:resolver_type', provider),
  );
  return [...resolvers, JobResolver];
}

/** The schema as text, in a stable order, without a database or a server. */
export async function schemaText(features: readonly Feature[]): Promise<string> {
  const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false });
  await app.init();
  const schema = await app.get(GraphQLSchemaFactory).create(resolverClasses(features));
  await app.close();
  return `# Generated from the code-first classes by \`npm run generate\`; do not edit.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
}
