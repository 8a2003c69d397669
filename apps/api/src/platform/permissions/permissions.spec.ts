import 'reflect-metadata';
import { FEATURES } from '../../features/index.js';
import { resolverClasses } from '../graphql/print-schema.js';
import { HealthController } from '../observability/health.controller.js';
import { isAllowed, permissionsOf } from './permissions.js';
import { PERMISSION_KEY } from './require-permission.decorator.js';

/** May be asked for by strangers; anything more belongs in this list and in front of a reviewer. */
const ANONYMOUS = [
  // Calendar programs know a secret address and nothing else.
  'CalendarFeedController.read',
  'HealthController.live',
  'HealthController.prometheus',
  'HealthController.ready',
  'IdentityResolver.signIn',
  'IdentityResolver.viewer',
  // Who was invited has no password yet, only the secret of the link.
  'PeopleResolver.acceptInvitation',
  'PublicInfoController.publicInfo',
  // Who was given a link knows its secret and nothing else.
  'ReportSharesResolver.sharedReport',
];

interface Endpoint {
  readonly name: string;
  readonly permission: unknown;
}

function methodsOf(
  type: abstract new (...args: never[]) => object,
  isEndpoint: (method: object) => boolean,
): Endpoint[] {
  return Object.getOwnPropertyNames(type.prototype)
    .map((name) => ({ name, method: (type.prototype as Record<string, unknown>)[name] }))
    .filter(({ name, method }) => name !== 'constructor' && typeof method === 'function' && isEndpoint(method))
    .map(({ name, method }) => ({
      name: `${type.name}.${name}`,
      permission: Reflect.getMetadata(PERMISSION_KEY, method as object) as unknown,
    }));
}

/** Queries, mutations and subscriptions; fields are reached through them. */
const isRoot = (method: object): boolean =>
  ['Query', 'Mutation', 'Subscription'].includes(Reflect.getMetadata('graphql:resolver_type', method) as string);
const isRoute = (method: object): boolean => Reflect.hasMetadata('path', method);

describe('permissions', () => {
  const controllers = FEATURES.flatMap(
    ({ module }) => (Reflect.getMetadata('controllers', module) ?? []) as (new () => object)[],
  );
  const endpoints = [
    ...resolverClasses(FEATURES).flatMap((type) => methodsOf(type, isRoot)),
    ...[HealthController, ...controllers].flatMap((type) => methodsOf(type, isRoute)),
  ];

  it('are stated by every query, mutation, subscription and route', () => {
    expect(endpoints.length).toBeGreaterThan(8);
    expect(endpoints.filter(({ permission }) => permission === undefined).map(({ name }) => name)).toEqual([]);
  });

  it('are waived for the listed few only', () => {
    expect(
      endpoints
        .filter(({ permission }) => permission === 'anonymous')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(ANONYMOUS);
  });

  it('let planners publish and agents read their week', () => {
    expect(isAllowed(['planner'], 'schedule.publish')).toBe(true);
    expect(isAllowed(['agent'], 'schedule.publish')).toBe(false);
    expect(permissionsOf(['agent'])).toEqual([
      'adherence.explain',
      'bids.take',
      'exchange.propose',
      'exchange.read',
      'my-week.read',
      'notice.acknowledge',
      'notice.read',
      'organisation.read',
      'session.end',
    ]);
  });

  it('add up over roles and allow nothing without one', () => {
    expect(permissionsOf(['agent', 'admin'])).toEqual(permissionsOf(['admin']));
    expect(permissionsOf([])).toEqual([]);
  });
});
