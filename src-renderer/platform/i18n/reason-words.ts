/** Why they may be calling, in words: what presses, and what it is about. Pure. */
import type { LikelyReasonView } from '@shared/contracts/engine/likely-reason.ts';
import { formatDelay } from './format-time.ts';
import type { Say } from './use-text.ts';

export type ReasonWords = {
  /** "E-mail sans réponse depuis 17 h" */
  readonly headline: string;
  /** What it is about; null where the title names its channel and nothing more. */
  readonly subject: string | null;
  /** Somebody waits, or was left waiting. */
  readonly pressing: boolean;
};

const namesChannelOnly = ({ title, channel }: LikelyReasonView, t: Say): boolean =>
  channel !== null &&
  [`channel.${channel}`, `entry.${channel}.inbound`, `entry.${channel}.outbound`].some(
    (key) => t(key).toLowerCase() === title.trim().toLowerCase(),
  );

/** Facts as codes, so that the words can be told apart from what they depend on. */
const variantOf = ({ kind, verdict, channel }: LikelyReasonView, aheadMs: number): string => {
  if (kind === 'callback-due') return aheadMs > 0 ? 'callback-due' : 'callback-late';
  if (kind === 'open-case') return verdict === 'almost-sure' ? 'complaint' : 'open-case';
  if (kind === 'abandoned') return channel === 'phone' ? 'abandoned-call' : 'abandoned';
  return kind;
};

const pressing = new Set([
  'unanswered',
  'abandoned',
  'abandoned-call',
  'complaint',
  'callback-late',
]);

export const reasonWords = (reason: LikelyReasonView, now: number, t: Say): ReasonWords => {
  const aheadMs = reason.at === null ? 0 : Date.parse(reason.at) - now;
  const variant = variantOf(reason, aheadMs);
  const channel = reason.channel === null ? '' : t(`channel.${reason.channel}`);
  const headline =
    reason.at === null
      ? t(`ringing.kind.${reason.kind}`)
      : t(`ringing.since.${variant}`, { channel, time: formatDelay(Math.abs(aheadMs), t) });
  const subject = reason.title === '' || namesChannelOnly(reason, t) ? null : reason.title;
  return { headline, subject, pressing: pressing.has(variant) };
};
