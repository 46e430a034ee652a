/** Media totals of a call as they would be counted, half a second after half a second. */
import type { MediaSample } from '@shared/domain/call-quality/media-sample.ts';

export type Half = {
  readonly received?: number;
  readonly lost?: number;
  readonly sent?: number;
  readonly farLost?: number;
  /** Mean square of the level, 0 to 1. */
  readonly heard?: number;
  readonly spoken?: number | null;
  readonly jitterMs?: number;
  readonly roundTripMs?: number | null;
  readonly receives?: boolean;
  readonly sends?: boolean;
};

export const speech = 1e-3;
export const quietRoom = 1e-9;

export const nothingCounted: MediaSample = {
  at: 0,
  receives: true,
  sends: true,
  receivedPackets: 0,
  lostPackets: 0,
  discardedPackets: 0,
  jitterMs: 0,
  heardEnergy: 0,
  bufferedSeconds: 0,
  bufferedSamples: 0,
  sentPackets: 0,
  spokenEnergy: 0,
  farLostPackets: null,
  roundTripMs: null,
  localAddress: null,
};

/** The totals half a second later; a good talk unless told otherwise. */
export const halfLater = (before: MediaSample, half: Half = {}): MediaSample => {
  const spoken = half.spoken === undefined ? quietRoom : half.spoken;
  return {
    at: before.at + 500,
    receives: half.receives ?? true,
    sends: half.sends ?? true,
    receivedPackets: before.receivedPackets + (half.received ?? 25),
    lostPackets: before.lostPackets + (half.lost ?? 0),
    discardedPackets: 0,
    jitterMs: half.jitterMs ?? 2,
    heardEnergy: before.heardEnergy + (half.heard ?? speech) * 0.5,
    bufferedSeconds: before.bufferedSeconds + 24_000 * 0.04,
    bufferedSamples: before.bufferedSamples + 24_000,
    sentPackets: before.sentPackets + (half.sent ?? 25),
    spokenEnergy: spoken === null ? null : (before.spokenEnergy ?? 0) + spoken * 0.5,
    farLostPackets: (before.farLostPackets ?? 0) + (half.farLost ?? 0),
    roundTripMs: half.roundTripMs === undefined ? 20 : half.roundTripMs,
    localAddress: '192.0.2.10',
  };
};
