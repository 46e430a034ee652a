/**
 * Handing a call over (REFER, RFC 3515; with Replaces RFC 5589): asks, then reads from the NOTIFYs
 * how it went. The answer 202 promises nothing: only the final status of the new call does.
 */
import type { Core, Notification, Session } from 'sip.js';
import type { TransferProgress } from '../../line.ts';
import { addressOf } from '../connection/sip-agent.ts';

/** Nothing at all was heard after the request was accepted. */
const silentMs = 20_000;
/** It was tried and rang, and no end of it was told. */
const ringingMs = 90_000;

/** Status of a `message/sipfrag` body (RFC 3420); null when it holds none. */
export const sipFragStatus = (body: string): number | null => {
  const status = /^\s*SIP\/2\.0\s+([1-6]\d\d)\b/i.exec(body)?.[1];
  return status === undefined ? null : Number(status);
};

const stageOf = (status: number): TransferProgress => {
  if (status >= 300) return { stage: 'failed', sipStatus: status };
  if (status >= 200) return { stage: 'done' };
  return { stage: status >= 180 ? 'ringing' : 'trying' };
};

/**
 * @param to a number to call, or the call whose far end takes this one's place
 * @param tell hears every stage once, and after `done` or `failed` nothing more
 */
export const refer = (
  session: Session,
  to: string | Session,
  tell: (progress: TransferProgress) => void,
): void => {
  const { host } = session.userAgent.configuration.uri;
  const target = typeof to === 'string' ? addressOf(to, host) : to;
  if (target === undefined) {
    tell({ stage: 'failed', sipStatus: 404 });
    return;
  }
  let over = false;
  const settle = (progress: TransferProgress): void => {
    if (over) return;
    clearTimeout(timer);
    over = progress.stage === 'done' || progress.stage === 'failed';
    if (!over) timer = setTimeout(() => settle({ stage: 'failed', sipStatus: null }), ringingMs);
    tell(progress);
  };
  let timer = setTimeout(() => settle({ stage: 'failed', sipStatus: null }), silentMs);
  const onNotify = (notification: Notification): void => {
    void notification.accept().catch(() => undefined);
    const status = sipFragStatus(notification.request.body);
    if (status !== null) settle(stageOf(status));
  };
  session
    .refer(target, {
      onNotify,
      requestDelegate: {
        onAccept: () => settle({ stage: 'trying' }),
        onReject: ({ message }: Core.IncomingResponse) =>
          settle({ stage: 'failed', sipStatus: message.statusCode ?? null }),
      },
    })
    .catch(() => settle({ stage: 'failed', sipStatus: null }));
};
