/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type Role =
  | 'ADMIN'
  | 'PLANNER'
  | 'SUPERVISOR'
  | 'AGENT';

export type Channel =
  | 'VOICE'
  | 'CHAT'
  | 'EMAIL'
  | 'SOCIAL'
  | 'MESSAGING'
  | 'CALLBACK'
  | 'BACK_OFFICE';

export type JobState =
  | 'WAITING'
  | 'RUNNING'
  | 'DONE'
  | 'FAILED'
  | 'CANCELLED';

export type ScheduleState =
  | 'DRAFT'
  | 'PUBLISHED';

export type WeeksQueryVariables = Exact<{
  fromOn: string;
  count: number;
}>;


export type WeeksQuery = { weeks: Array<{ weekStartOn: string, forecast: boolean, requirement: boolean, schedule: { id: string, weekStartOn: string, state: ScheduleState, version: number, publishedAt: string | null, changesSincePublish: number } | null }> };

export type WaitingWorkQueryVariables = Exact<{ [key: string]: never; }>;


export type WaitingWorkQuery = { jobs: { edges: Array<{ node: { id: string, kind: string, state: JobState, progressFraction: number | null, createdAt: string, requestedBy: string } }> }, exchanges: Array<{ id: string, state: string }> };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { userId: string, name: string, email: string, roles: Array<Role>, permissions: Array<string>, organisation: { id: string, name: string, isDemo: boolean, sites: Array<{ id: string, name: string, zone: string, country: string, weekStart: number }>, teams: Array<{ id: string, name: string, siteId: string }>, skills: Array<{ id: string, name: string }>, queues: Array<{ id: string, channel: Channel, siteId: string, zone: string, intervalMinutes: number, modelId: string, shrinkageFraction: number, position: number, name: { en: string, ja: string } }>, activityTypes: Array<{ id: string, code: string, paid: boolean, contactWork: boolean, colourToken: string, title: { en: string, ja: string }, letter: { en: string, ja: string } }> }, agent: { id: string, name: string, zone: string, siteId: string } | null } | null };

export type SignInMutationVariables = Exact<{
  email: string;
  password: string;
}>;


export type SignInMutation = { signIn:
    | { __typename: 'SignedIn' }
    | { __typename: 'WrongCredentials', message: string }
    | { __typename: 'TooManyAttempts', message: string, retryAfterSeconds: number }
   };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { signOut: boolean };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}

export const WeeksDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Weeks($fromOn: LocalDate!, $count: Int!) {
  weeks(fromOn: $fromOn, count: $count) {
    weekStartOn
    forecast
    requirement
    schedule {
      id
      weekStartOn
      state
      version
      publishedAt
      changesSincePublish
    }
  }
}
    `, {"hash":"sha256:dac373bf536128289d6d89e39d991456c5c19fdf50b71128347acce7f42b9670"}) as unknown as TypedDocumentString<WeeksQuery, WeeksQueryVariables>;
export const WaitingWorkDocument = /* @__PURE__ */ new TypedDocumentString(`
    query WaitingWork {
  jobs(first: 5) {
    edges {
      node {
        id
        kind
        state
        progressFraction
        createdAt
        requestedBy
      }
    }
  }
  exchanges(first: 20) {
    id
    state
  }
}
    `, {"hash":"sha256:65ac230c64220b6010aaadf45f0b275ab99036899d05c4b4d4d7da2dfdcd1ce0"}) as unknown as TypedDocumentString<WaitingWorkQuery, WaitingWorkQueryVariables>;
export const ViewerDocument = /* @__PURE__ */ new TypedDocumentString(`
    query Viewer {
  viewer {
    userId
    name
    email
    roles
    permissions
    organisation {
      id
      name
      isDemo
      sites {
        id
        name
        zone
        country
        weekStart
      }
      teams {
        id
        name
        siteId
      }
      skills {
        id
        name
      }
      queues {
        id
        name {
          en
          ja
        }
        channel
        siteId
        zone
        intervalMinutes
        modelId
        shrinkageFraction
        position
      }
      activityTypes {
        id
        code
        title {
          en
          ja
        }
        paid
        contactWork
        colourToken
        letter {
          en
          ja
        }
      }
    }
    agent {
      id
      name
      zone
      siteId
    }
  }
}
    `, {"hash":"sha256:325523eda312fe4237bd602b42b8b434c2b6004fe4141c90cf9faa08a8a0057b"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
export const SignInDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SignIn($email: String!, $password: String!) {
  signIn(email: $email, password: $password) {
    __typename
    ... on WrongCredentials {
      message
    }
    ... on TooManyAttempts {
      message
      retryAfterSeconds
    }
  }
}
    `, {"hash":"sha256:02eb9f7154b734e5bb99d339ce76ee193a437e2eab627a804bd10d322ca13456"}) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = /* @__PURE__ */ new TypedDocumentString(`
    mutation SignOut {
  signOut
}
    `, {"hash":"sha256:39300be1f6ff47633a8c264de2a924d5b71367b646d3bf86d82d7c51c6543956"}) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;