/** Totals of one call's media, as WebRTC counts them (W3C webrtc-stats), and what lies between two. */

export type MediaSample = {
  /** Milliseconds of a clock that only goes forward. */
  readonly at: number;
  /** As negotiated: whether we are to hear the far end, and it us. */
  readonly receives: boolean;
  readonly sends: boolean;
  readonly receivedPackets: number;
  readonly lostPackets: number;
  /** Came too late to be played. */
  readonly discardedPackets: number;
  readonly jitterMs: number;
  /** Sum of the squared level (0 to 1) over the seconds heard. */
  readonly heardEnergy: number;
  /** Sum over all samples of the time they waited to be played, in seconds, and their number. */
  readonly bufferedSeconds: number;
  readonly bufferedSamples: number;
  readonly sentPackets: number;
  /** As for `heardEnergy`, of her microphone; null while none is open. */
  readonly spokenEnergy: number | null;
  /** Of what we sent, as the far end reports it (RFC 3550 §6.4); null without a report. */
  readonly farLostPackets: number | null;
  readonly roundTripMs: number | null;
  /** Of this machine, as the media path uses it. */
  readonly localAddress: string | null;
};

/** What happened between two samples. */
export type MediaInterval = {
  readonly seconds: number;
  readonly receivedPackets: number;
  readonly missedPackets: number;
  readonly sentPackets: number;
  readonly farLostPackets: number;
  /** Mean square of the level, 0 to 1. */
  readonly heardPower: number;
  readonly spokenPower: number | null;
  readonly jitterMs: number;
  readonly roundTripMs: number | null;
  readonly bufferMs: number;
};

const since = (now: number, before: number): number => Math.max(0, now - before);

/** Another microphone counts from nought: what it has is all since then. */
const spokenBetween = (
  before: number | null,
  now: number | null,
  seconds: number,
): number | null => {
  if (now === null) return null;
  return (before === null || now < before ? now : now - before) / seconds;
};

/** Null when the two do not follow each other: another connection counts from nought. */
export const intervalBetween = (before: MediaSample, now: MediaSample): MediaInterval | null => {
  const seconds = (now.at - before.at) / 1000;
  const counts = ['receivedPackets', 'sentPackets'] as const;
  if (seconds <= 0 || counts.some((name) => now[name] < before[name])) return null;
  const buffered = since(now.bufferedSamples, before.bufferedSamples);
  return {
    seconds,
    receivedPackets: now.receivedPackets - before.receivedPackets,
    missedPackets:
      since(now.lostPackets, before.lostPackets) +
      since(now.discardedPackets, before.discardedPackets),
    sentPackets: now.sentPackets - before.sentPackets,
    farLostPackets: since(now.farLostPackets ?? 0, before.farLostPackets ?? 0),
    heardPower: since(now.heardEnergy, before.heardEnergy) / seconds,
    spokenPower: spokenBetween(before.spokenEnergy, now.spokenEnergy, seconds),
    jitterMs: now.jitterMs,
    roundTripMs: now.roundTripMs,
    bufferMs:
      buffered === 0
        ? 2 * now.jitterMs
        : (1000 * since(now.bufferedSeconds, before.bufferedSeconds)) / buffered,
  };
};
