/** WebSocket /v1/live: says that something changed, never what; the desktop then pulls. */
import { z } from 'zod';
import { helloProtocol, protocolsAnswer } from '../sync/protocol.ts';

/** First message of the desktop; the token is not in the address, so that no log holds it. */
export const liveHelloSchema = z.object({
  type: z.literal('hello'),
  accessToken: z.string().max(4000),
  ...helloProtocol,
});
export const liveFromDesktopSchema = z.discriminatedUnion('type', [
  liveHelloSchema,
  z.object({ type: z.literal('pong') }),
]);
export const liveFromHubSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('welcome'), ...protocolsAnswer }),
  z.object({ type: z.literal('changed') }),
  /** Calls that wait for the team: they are asked for anew. */
  z.object({ type: z.literal('team-calls') }),
  /** A campaign was started, changed or ended: who works on them asks for them anew. */
  z.object({ type: z.literal('campaigns') }),
  z.object({ type: z.literal('ping') }),
]);
export type LiveFromHub = z.infer<typeof liveFromHubSchema>;

/** Close codes of our own: 4400 malformed, 4401 not signed in, 4408 too slow. */
export const liveCloseCodes = { malformed: 4400, signInRequired: 4401, tooSlow: 4408 } as const;
