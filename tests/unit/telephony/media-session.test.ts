import {
  microphoneErrorCode,
  noProcessing,
  openMicrophone,
} from '@renderer/engine/telephony/media/microphone.ts';
import { MediaSession } from '@renderer/engine/telephony/sip/session/media-session.ts';
import fc from 'fast-check';
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

  it('[AUDIO-4] another microphone in a muted call is silent before it is connected', async () => {
    const [first, second] = [new Track(), new Track()];
    const media = start(async () => streamOf(first));
    await media.getDescription();
    media.mute(true);
    const { sender } = (media.pc as unknown as FakePeer).transceivers[0] ?? {};
    const connected: boolean[] = [];
    if (sender !== undefined) {
      const connect = sender.replaceTrack;
      sender.replaceTrack = (track) => {
        connected.push(track.enabled);
        return connect(track);
      };
    }
    await media.replaceMicrophone(async () => streamOf(second));
    expect(connected).toEqual([false]);
    expect(second.enabled).toBe(false);
    expect(first.readyState).toBe('ended');
    media.mute(false);
    expect(second.enabled).toBe(true);
  });

  it('[AUDIO-4] while a call only rings another microphone is not opened', async () => {
    const open = vi.fn(async () => streamOf(new Track()));
    await start(open).replaceMicrophone(open);
    expect(open).not.toHaveBeenCalled();
  });

  it('[AUDIO-4] a microphone that cannot be opened leaves the call as it is', async () => {
    const track = new Track();
    const media = start(async () => streamOf(track));
    await media.getDescription();
    await expect(
      media.replaceMicrophone(() => Promise.reject(new Error('gone'))),
    ).rejects.toThrow();
    expect(track.readyState).toBe('live');
    const next = new Track();
    await media.replaceMicrophone(async () => streamOf(next));
    expect(next.enabled).toBe(true);
  });

  it('[AUDIO-4] of many switches one after the other only the last microphone stays open', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }),
        fc.nat(12),
        async (delays, closeAfter) => {
          const tracks: Track[] = [];
          const open = async (turns: number): Promise<MediaStream> => {
            for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
            const track = new Track();
            tracks.push(track);
            return streamOf(track);
          };
          const media = start(() => open(2));
          const described = media.getDescription();
          const switches = delays.map((turns) => media.replaceMicrophone(() => open(turns)));
          if (closeAfter < 8) {
            for (let turn = 0; turn < closeAfter; turn += 1) await Promise.resolve();
            media.close();
          }
          await Promise.all([described, ...switches]);
          await Promise.resolve();
          const live = tracks.filter(({ readyState }) => readyState === 'live');
          expect(live).toHaveLength(closeAfter < 8 ? 0 : 1);
        },
      ),
    );
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
    await openMicrophone({ deviceId: 'headset', processing: noProcessing });
    expect(asked).toEqual([{ exact: 'headset' }, undefined]);
  });
});
