/** Access tokens: ten minutes, signed with HS256 (RFC 7518 §3.2), naming user and session only. */

import type { Clock } from '@shared/kernel/clock.ts';
import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

export const accessTokenLifetimeMs = 10 * 60_000;
const issuer = 'parlance-hub';

const claimsSchema = z.object({ sub: z.uuid(), sid: z.uuid() });
export type AccessClaims = { readonly userId: string; readonly sessionId: string };

export type AccessTokens = {
  readonly issue: (claims: AccessClaims) => Promise<{ token: string; expiresAtMs: number }>;
  /** @returns null for a token that is malformed, forged or expired. */
  readonly read: (token: string) => Promise<AccessClaims | null>;
};

export const makeAccessTokens = (secret: Uint8Array, clock: Clock): AccessTokens => ({
  issue: async ({ userId, sessionId }) => {
    const now = clock.now();
    const expiresAtMs = now + accessTokenLifetimeMs;
    const token = await new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(userId)
      .setIssuer(issuer)
      .setIssuedAt(Math.floor(now / 1000))
      .setExpirationTime(Math.floor(expiresAtMs / 1000))
      .sign(secret);
    return { token, expiresAtMs };
  },
  read: async (token) => {
    try {
      const options = { algorithms: ['HS256'], issuer, currentDate: new Date(clock.now()) };
      const { payload } = await jwtVerify(token, secret, options);
      const claims = claimsSchema.safeParse(payload);
      return claims.success ? { userId: claims.data.sub, sessionId: claims.data.sid } : null;
    } catch {
      return null;
    }
  },
});
