/** Reads what a peer connection counted so far (W3C webrtc-stats). */
import type { MediaSample } from '@shared/domain/call-quality/media-sample.ts';

type Report = Readonly<Record<string, unknown>> & { readonly type: string };

const number = (report: Report | undefined, name: string): number => {
  const value = report?.[name];
  return typeof value === 'number' ? value : 0;
};
const numberOrNull = (report: Report | undefined, name: string): number | null => {
  const value = report?.[name];
  return typeof value === 'number' ? value : null;
};

const directions = (pc: RTCPeerConnection): { receives: boolean; sends: boolean } => {
  const direction = pc.getTransceivers()[0]?.currentDirection ?? null;
  return {
    receives: direction === 'sendrecv' || direction === 'recvonly',
    sends: direction === 'sendrecv' || direction === 'sendonly',
  };
};

/** @param stats as `getStats` gave them */
export const sampleOf = (
  stats: Iterable<Report>,
  negotiated: { receives: boolean; sends: boolean },
  at: number,
): MediaSample => {
  const reports = [...stats];
  const audio = (type: string) =>
    reports.find(
      (one) => one.type === type && (one['kind'] === 'audio' || one['kind'] === undefined),
    );
  const inbound = audio('inbound-rtp');
  const pair = reports.find((one) => one.type === 'candidate-pair' && one['nominated'] === true);
  const local = reports.find(
    (one) => one.type === 'local-candidate' && one['id'] === pair?.['localCandidateId'],
  );
  const far = audio('remote-inbound-rtp');
  const tripS = numberOrNull(far, 'roundTripTime') ?? numberOrNull(pair, 'currentRoundTripTime');
  const address = local?.['address'] ?? local?.['ip'];
  return {
    at,
    ...negotiated,
    receivedPackets: number(inbound, 'packetsReceived'),
    lostPackets: number(inbound, 'packetsLost'),
    discardedPackets: number(inbound, 'packetsDiscarded'),
    jitterMs: number(inbound, 'jitter') * 1000,
    heardEnergy: number(inbound, 'totalAudioEnergy'),
    bufferedSeconds: number(inbound, 'jitterBufferDelay'),
    bufferedSamples: number(inbound, 'jitterBufferEmittedCount'),
    sentPackets: number(audio('outbound-rtp'), 'packetsSent'),
    spokenEnergy: numberOrNull(audio('media-source'), 'totalAudioEnergy'),
    farLostPackets: numberOrNull(far, 'packetsLost'),
    roundTripMs: tripS === null ? null : tripS * 1000,
    localAddress: typeof address === 'string' ? address : null,
  };
};

export const readSample = async (pc: RTCPeerConnection): Promise<MediaSample> =>
  sampleOf((await pc.getStats()).values() as Iterable<Report>, directions(pc), performance.now());
