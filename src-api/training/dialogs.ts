/** Calls that run, by Call-ID: who is on either side, so that later requests find the other one. */
import type { Peer } from './peer.ts';
import { cseqOf, tagOf } from './sip-fields.ts';
import { headerOf, type SipRequest, type SipResponse } from './sip-message.ts';

export type Side = {
  readonly user: string;
  tag: string | null;
  /** Where the side was heard last; a desktop that reconnects comes back on another one. */
  peer: Peer;
  /** Address of the side for later requests: its Contact. */
  contact: string;
  /** Highest CSeq the side has used. */
  sequence: number;
};
export type Dialog = {
  readonly callId: string;
  readonly caller: Side;
  readonly callee: Side;
  established: boolean;
};

export type Dialogs = {
  readonly open: (callId: string, caller: Side, callee: Side) => Dialog;
  readonly find: (callId: string) => Dialog | null;
  readonly close: (callId: string) => void;
  readonly ofPeer: (peer: Peer) => readonly Dialog[];
};

export const makeDialogs = (): Dialogs => {
  const dialogs = new Map<string, Dialog>();
  return {
    open: (callId, caller, callee) => {
      const dialog: Dialog = { callId, caller, callee, established: false };
      dialogs.set(callId, dialog);
      return dialog;
    },
    find: (callId) => dialogs.get(callId) ?? null,
    close: (callId) => {
      dialogs.delete(callId);
    },
    ofPeer: (peer) =>
      [...dialogs.values()].filter(
        ({ caller, callee }) => caller.peer === peer || callee.peer === peer,
      ),
  };
};

export const otherSide = (dialog: Dialog, side: Side): Side =>
  side === dialog.caller ? dialog.callee : dialog.caller;

/** The side that sends a request within a dialog: by its tag, and only if it is who it was. */
export const sendingSide = (
  dialog: Dialog,
  request: SipRequest,
  user: string | null,
): Side | null => {
  const tag = tagOf(request, 'From');
  const side = [dialog.caller, dialog.callee].find((one) => one.tag === tag);
  return side !== undefined && side.user === user ? side : null;
};

/** Keeps what a request tells about its sender. */
export const noteRequest = (side: Side, request: SipRequest, peer: Peer, contact: string): void => {
  side.peer = peer;
  if (contact !== '') side.contact = contact;
  side.sequence = Math.max(side.sequence, cseqOf(request)?.number ?? 0);
};

/** Keeps what an answer to the first INVITE tells about the callee. */
export const noteAnswer = (dialog: Dialog, response: SipResponse, contact: string): void => {
  dialog.callee.tag = tagOf(response, 'To') ?? dialog.callee.tag;
  if (contact !== '') dialog.callee.contact = contact;
  if (response.status >= 200 && response.status < 300) dialog.established = true;
};

/** A BYE in the name of a side that has gone, for the side that stays. */
export const farewell = (dialog: Dialog, gone: Side, branch: string, host: string): SipRequest => {
  const stays = otherSide(dialog, gone);
  return {
    kind: 'request',
    method: 'BYE',
    uri: stays.contact,
    headers: [
      { name: 'Via', value: `SIP/2.0/WS ${host};branch=${branch}` },
      { name: 'From', value: `<sip:${gone.user}@${host}>;tag=${gone.tag ?? ''}` },
      { name: 'To', value: `<sip:${stays.user}@${host}>;tag=${stays.tag ?? ''}` },
      { name: 'Call-ID', value: dialog.callId },
      { name: 'CSeq', value: `${gone.sequence + 1} BYE` },
      { name: 'Max-Forwards', value: '70' },
      { name: 'Reason', value: 'SIP;cause=480;text="connection lost"' },
    ],
    body: '',
  };
};

export const callIdOf = (message: SipRequest | SipResponse): string => headerOf(message, 'Call-ID');
