/**
 * Who may call what. A route says so itself (`config.access`); one that does not is refused at
 * start, so that nothing is open by forgetting.
 */

import type { HubApp } from '@api/hub-app.ts';
import type { Role, User } from '@shared/domain/user/user.ts';
import type { FastifyRequest } from 'fastify';
import { documentationPage } from './documentation.ts';
import { Refusal } from './problems.ts';

export type Access = 'public' | readonly Role[];

/** The person behind a request, read from the database at each request. */
export type SignedIn = User & {
  readonly sessionId: string;
  readonly deviceId: string;
  readonly wipeOrdered: boolean;
};

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
    /** Also for a desktop that is to destroy what it holds: it sends first, and says when it is done. */
    whileWiping?: true;
  }
  interface FastifyRequest {
    signedIn: SignedIn | null;
  }
  interface FastifyInstance {
    /** Who may call what, by `METHOD /path`. */
    declaredAccess: ReadonlyMap<string, Access>;
  }
}

export const everyone: readonly Role[] = ['advisor', 'team-lead', 'brand-manager', 'administrator'];

/** Resolves an access token. @returns null when it is not valid (any more). */
export type TokenReader = (accessToken: string) => Promise<SignedIn | null>;

/** The person of a route that is not public. */
export const signedInOf = (request: FastifyRequest): SignedIn => {
  if (request.signedIn === null) throw new Refusal('sign-in-required');
  return request.signedIn;
};

/** Who acts, for the audit log. */
export const actorOf = (request: FastifyRequest): { userId: string; correlationId: string } => ({
  userId: signedInOf(request).id,
  correlationId: request.id,
});

/** Refuses a brand that is not one of the user's, as if it did not exist. */
export const refuseForeignBrand = (request: FastifyRequest, brandId: string): void => {
  if (!signedInOf(request).brandIds.includes(brandId)) throw new Refusal('not-found');
};

const bearer = /^Bearer ([A-Za-z0-9._~+/=-]{1,4000})$/;

const authenticate = async (request: FastifyRequest, read: TokenReader): Promise<SignedIn> => {
  const token = bearer.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new Refusal('sign-in-required');
  const signedIn = await read(token);
  if (signedIn === null) throw new Refusal('session-expired');
  return signedIn;
};

/** Must be installed before the routes it guards. */
export const installAccess = (app: HubApp, read: TokenReader): void => {
  const declared = new Map<string, Access>();
  app.decorate('declaredAccess', declared);
  app.decorateRequest('signedIn', null);
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith(documentationPage))
      route.config = { ...route.config, access: 'public' };
    const access = route.config?.access;
    if (access === undefined) throw new Error(`${route.url} does not say who may call it`);
    for (const method of [route.method].flat()) declared.set(`${method} ${route.url}`, access);
  });
  app.addHook('onRequest', async (request) => {
    if (request.is404) return;
    const access = request.routeOptions.config.access;
    if (access === undefined || access === 'public') return;
    const signedIn = await authenticate(request, read);
    if (!access.includes(signedIn.role)) throw new Refusal('role-not-allowed');
    if (signedIn.wipeOrdered && request.routeOptions.config.whileWiping !== true)
      throw new Refusal('device-wiped');
    request.signedIn = signedIn;
  });
};
