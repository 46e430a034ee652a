/** WebSocket /v1/live: says that something changed, never what; the desktop then pulls. */
import { z } from 'zod';
import { deskNowSchema } from '../../domain/lead-board/desk-now.ts';
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
  /** What its advisor does now; only to a hub whose welcome says that it hears it. */
  z.object({ type: z.literal('now'), now: deskNowSchema }),
]);
export type LiveFromDesktop = z.infer<typeof liveFromDesktopSchema>;
export const liveFromHubSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('welcome'),
    ...protocolsAnswer,
    /** What else than the hello a desktop may say. */
    hears: z.array(z.string().max(20)).max(20).optional(),
  }),
  z.object({ type: z.literal('changed') }),
  /** Calls that wait for the team: they are asked for anew. */
  z.object({ type: z.literal('team-calls') }),
  /** A campaign was started, changed or ended: who works on them asks for them anew. */
  z.object({ type: z.literal('campaigns') }),
  /** A schedule, a wish, an exchange or a move of the team changed. */
  z.object({ type: z.literal('schedules') }),
  /** A lead has this desktop do something: it is asked for. */
  z.object({ type: z.literal('orders') }),
  /** A lead is, or was, in a call of mine, or I am in one: it is asked for anew. */
  z.object({ type: z.literal('help') }),
  /** An alert was told, taken up, went further or is over: a lead asks for hers anew. */
  z.object({ type: z.literal('alerts') }),
  /** Somebody wrote to me, or has read what I wrote: it is asked for. Only to whoever says it shows them. */
  z.object({ type: z.literal('messages') }),
  /** A lead has my call in view: what only this desktop knows of it is told. Only to whoever does. */
  z.object({ type: z.literal('show') }),
  z.object({ type: z.literal('ping') }),
]);
export type LiveFromHub = z.infer<typeof liveFromHubSchema>;

/** Close codes of our own, after those of HTTP. */
export const liveCloseCodes = {
  malformed: 4400,
  signInRequired: 4401,
  notAllowed: 4403,
  tooSlow: 4408,
  unavailable: 4503,
} as const;
