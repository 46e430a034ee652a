/** The INVITE that takes a call back after its program died (RFC 3891): to the PBX, in its place. */
import { type InviterOptions, type Session, SessionState } from 'sip.js';
import type { KeptDialog } from '../../line.ts';

export const replacing = (
  { callId, localTag, remoteTag }: KeptDialog,
  { held }: { readonly held: boolean },
): InviterOptions => ({
  extraHeaders: [
    `Replaces: ${callId};to-tag=${remoteTag};from-tag=${localTag}`,
    'Require: replaces',
  ],
  sessionDescriptionHandlerOptions: { hold: held } as object,
});

/** What names this call at both ends; null while there is no dialog to take back. */
export const dialogOf = ({ dialog, state }: Session): KeptDialog | null => {
  if (dialog === undefined || state !== SessionState.Established) return null;
  const { callId, localTag, remoteTag } = dialog;
  return { callId, localTag, remoteTag };
};
