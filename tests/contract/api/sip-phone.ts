/** A real sip.js user agent in Node over a real WebSocket; only the voice is faked. */

import type { LineSettings } from '@shared/contracts/http/auth.ts';
import {
  type Core,
  type Invitation,
  Inviter,
  Registerer,
  type Session,
  type SessionDescriptionHandler,
  type SessionState,
  UserAgent,
} from 'sip.js';
import { WebSocket } from 'ws';
import { until } from '../../support/until.ts';

Object.assign(globalThis, { WebSocket });

const silence = (): SessionDescriptionHandler => ({
  close: () => undefined,
  getDescription: async () => ({ body: 'v=0\r\n', contentType: 'application/sdp' }),
  hasDescription: (contentType) => contentType === 'application/sdp',
  rollbackDescription: async () => undefined,
  setDescription: async () => undefined,
  sendDtmf: () => true,
});

export type Phone = {
  readonly agent: UserAgent;
  readonly registerer: Registerer;
  readonly invitations: Invitation[];
  /** Requests heard within calls, such as INFO. */
  readonly heard: { method: string; body: string }[];
  readonly register: () => Promise<void>;
  readonly call: (user: string, options?: CallOptions) => Dialled;
  readonly stop: () => Promise<void>;
};
type CallOptions = { readonly headers?: readonly string[]; readonly from?: string };
export type Dialled = {
  readonly inviter: Inviter;
  readonly rejected: number[];
  readonly progress: number[];
};

export const reaches = (session: Session, state: SessionState) =>
  until(`session is ${state}`, () => session.state === state);

export const makePhone = (line: LineSettings): Phone => {
  const invitations: Invitation[] = [];
  const heard: Phone['heard'] = [];
  const address = (user: string) => {
    const uri = UserAgent.makeURI(`sip:${user}@${line.domain}`);
    if (uri === undefined) throw new Error(`no address: ${user}`);
    return uri;
  };
  const listen = (session: Session) => {
    session.delegate = {
      onAck: () => heard.push({ method: 'ACK', body: '' }),
      onInfo: (info) => {
        heard.push({ method: 'INFO', body: info.request.body });
        void info.accept();
      },
      onBye: (bye) => void bye.accept(),
      onRefer: (refer) => {
        heard.push({ method: 'REFER', body: String(refer.referTo.uri) });
        void refer.accept();
      },
    };
  };
  const agent = new UserAgent({
    uri: address(line.user),
    authorizationUsername: line.user,
    authorizationPassword: line.password,
    logBuiltinEnabled: false,
    transportOptions: { server: line.urls[0] ?? '' },
    sessionDescriptionHandlerFactory: silence,
    delegate: {
      onInvite: (invitation) => {
        listen(invitation);
        invitations.push(invitation);
      },
    },
  });
  const registerer = new Registerer(agent, { expires: 120 });
  const call = (user: string, options: CallOptions = {}): Dialled => {
    const from = options.from === undefined ? {} : { params: { fromUri: address(options.from) } };
    const inviter = new Inviter(agent, address(user), {
      extraHeaders: [...(options.headers ?? [])],
      ...from,
    });
    listen(inviter);
    const dialled: Dialled = { inviter, rejected: [], progress: [] };
    const status = (response: Core.IncomingResponse) => response.message.statusCode ?? 0;
    void inviter.invite({
      requestDelegate: {
        onProgress: (response) => dialled.progress.push(status(response)),
        onReject: (response) => dialled.rejected.push(status(response)),
      },
    });
    return dialled;
  };
  return {
    agent,
    registerer,
    invitations,
    heard,
    register: async () => {
      if (!agent.isConnected()) await agent.start();
      let answered = false;
      await registerer.register({ requestDelegate: { onAccept: () => (answered = true) } });
      await until('the registration is answered', () => answered);
    },
    call,
    stop: async () => {
      await agent.stop();
    },
  };
};
