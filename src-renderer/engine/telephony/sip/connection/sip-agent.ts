/** One user agent of the library for one line, made the way Parlance needs it. */
import type { LineSettings } from '@shared/contracts/http/auth.ts';
import { type Invitation, UserAgent } from 'sip.js';
import { keepStrongestChallenge } from '../digest/challenge.ts';
import { DigestCredentials } from '../digest/digest-credentials.ts';
import type { MediaSession } from '../session/media-session.ts';
import { SipSocket } from './sip-socket.ts';

export type AgentHooks = {
  readonly connected: () => void;
  readonly disconnected: () => void;
  readonly incoming: (invitation: Invitation) => void;
  readonly media: () => MediaSession;
};

const ringSeconds = 180;

export const addressOf = (user: string, domain: string) =>
  UserAgent.makeURI(`sip:${encodeURIComponent(user).replaceAll('%2B', '+')}@${domain}`);

export const socketOf = (agent: UserAgent): SipSocket => agent.transport as SipSocket;

export const makeAgent = (settings: LineSettings, server: string, hooks: AgentHooks): UserAgent => {
  const uri = addressOf(settings.user, settings.domain);
  if (uri === undefined) throw new Error('the line has no address');
  const agent: UserAgent = new UserAgent({
    uri,
    displayName: settings.displayName,
    userAgentString: 'Parlance',
    noAnswerTimeout: ringSeconds,
    transportConstructor: SipSocket as never,
    transportOptions: { server, read: keepStrongestChallenge },
    reconnectionAttempts: 0,
    logBuiltinEnabled: false,
    sessionDescriptionHandlerFactory: () => hooks.media(),
    delegate: {
      onConnect: () => hooks.connected(),
      onDisconnect: () => hooks.disconnected(),
      onInvite: (invitation) => hooks.incoming(invitation),
    },
  });
  const account = { user: settings.user, password: settings.password };
  agent.userAgentCore.configuration.authenticationFactory = () =>
    new DigestCredentials(account) as never;
  return agent;
};

type Failing = { readonly onTransportError: (error: Error) => void };

/**
 * Requests under way when the connection goes have failed (RFC 3261 §17.1.4); the library would let
 * them wait for half a minute, and with them everything that comes after.
 */
export const failOpenRequests = (agent: UserAgent): void => {
  for (const client of [...agent.userAgentCore.userAgentClients.values()]) {
    const { transaction } = client as unknown as { transaction: Failing };
    transaction.onTransportError(new Error('the connection is gone'));
  }
};
