import {
  microphoneErrorCode,
  openMicrophone,
} from '@renderer/engine/telephony/media/microphone.ts';
import { meanOpinionScore } from '@renderer/engine/telephony/media/quality.ts';
import { MediaSession } from '@renderer/engine/telephony/sip/session/media-session.ts';
import { afterEach, describe, expect, it, vi } from 'vitest';

class Track {
  readyState: 'live' | 'ended' = 'live';
  enabled = true;
  stop(): void {
    this.readyState = 'ended';
  }
}
const streamOf = (track: Track) =>
  ({ getTracks: () => [track], getAudioTracks: () => [track] }) as unknown as MediaStream;

class FakePeer extends EventTarget {
  signalingState = 'stable';
  iceGatheringState = 'complete';
  localDescription = { sdp: 'v=0' };
  transceivers: {
    direction: string;
    sender: { track: Track | null; replaceTrack: (track: Track) => Promise<void> };
  }[] = [];
  getTransceivers = () => this.transceivers;
  getSenders = () => this.transceivers.map(({ sender }) => sender);
  addTransceiver(_: string, { direction }: { direction: string }) {
    const sender = {
      track: null as Track | null,
      replaceTrack: async (track: Track) => {
        sender.track = track;
      },
    };
    const made = { direction, sender };
    this.transceivers.push(made);
    return made;
  }
  createOffer = async () => ({ type: 'offer', sdp: 'v=0' });
  createAnswer = async () => ({ type: 'answer', sdp: 'v=0' });
  setLocalDescription = async () => undefined;
  close = () => undefined;
}

const start = (microphone: () => Promise<MediaStream>) => {
  vi.stubGlobal('RTCPeerConnection', FakePeer);
  vi.stubGlobal(
    'MediaStream',
    class {
      getTracks = () => [];
      addTrack = () => undefined;
    },
  );
  return new MediaSession({
    iceServers: () => [],
    serverHealth: () => ({ state: 'none' }),
    openMicrophone: microphone,
  });
};
afterEach(() => void vi.unstubAllGlobals());

describe('the media of a call', () => {
  it('[LINE-8] the microphone is given back when the call ends', async () => {
    const track = new Track();
    const media = start(async () => streamOf(track));
    await media.getDescription();
    expect(track.readyState).toBe('live');
    media.close();
    await vi.waitFor(() => expect(track.readyState).toBe('ended'));
  });

  it('[LINE-8] a microphone that opens after the call was cancelled is closed at once', async () => {
    const track = new Track();
    let open: (stream: MediaStream) => void = () => undefined;
    const media = start(
      () =>
        new Promise((resolve) => {
          open = resolve;
        }),
    );
    await media.getDescription();
    media.close();
    open(streamOf(track));
    await vi.waitFor(() => expect(track.readyState).toBe('ended'));
  });

  it('[LINE-12] an offer does not wait for the microphone to open', async () => {
    const media = start(() => new Promise(() => undefined));
    expect((await media.getDescription()).contentType).toBe('application/sdp');
  });

  it('[LINE-4] on hold the far end is told, and hears nothing of the microphone', async () => {
    const track = new Track();
    const media = start(async () => streamOf(track));
    await media.getDescription();
    await vi.waitFor(() => expect(track.enabled).toBe(true));
    await media.getDescription({ hold: true } as never);
    expect((media.pc as unknown as FakePeer).transceivers[0]?.direction).toBe('sendonly');
    expect(track.enabled).toBe(false);
    await media.getDescription({ hold: false } as never);
    expect(track.enabled).toBe(true);
  });

  it('[LINE-9] what is muted stays muted over hold and resume', async () => {
    const track = new Track();
    const media = start(async () => streamOf(track));
    media.mute(true);
    await media.getDescription();
    await media.getDescription({ hold: true } as never);
    await media.getDescription({ hold: false } as never);
    expect(track.enabled).toBe(false);
  });

  it.each([
    ['NotFoundError', 'microphone-missing'],
    ['NotAllowedError', 'microphone-refused'],
    ['NotReadableError', 'microphone-busy'],
    ['Odd', 'call-media-failed'],
  ])('[LINE-10] %s is said as %s', (name, code) => {
    expect(microphoneErrorCode(Object.assign(new Error('x'), { name }))).toBe(code);
  });

  it('[LINE-18] a chosen microphone that is unplugged falls back to the default', async () => {
    const asked: unknown[] = [];
    vi.stubGlobal('navigator', {
      mediaDevices: {
        getUserMedia: async ({ audio }: { audio: { deviceId?: unknown } }) => {
          asked.push(audio.deviceId);
          if (audio.deviceId !== undefined)
            throw Object.assign(new Error('gone'), { name: 'OverconstrainedError' });
          return streamOf(new Track());
        },
      },
    });
    await openMicrophone({ deviceId: 'headset', processing: true });
    expect(asked).toEqual([{ exact: 'headset' }, undefined]);
  });

  it('[LINE-3] the quality figure falls with loss, jitter and latency, and stays on its scale', () => {
    const perfect = meanOpinionScore({ latencyMs: 5, jitterMs: 1, lossPercent: 0 });
    expect(perfect).toBeGreaterThan(4.3);
    expect(meanOpinionScore({ latencyMs: 5, jitterMs: 1, lossPercent: 5 })).toBeLessThan(
      perfect - 0.3,
    );
    expect(meanOpinionScore({ latencyMs: 400, jitterMs: 80, lossPercent: 0 })).toBeLessThan(3.6);
    expect(meanOpinionScore({ latencyMs: 2_000, jitterMs: 500, lossPercent: 100 })).toBe(1);
  });
});
