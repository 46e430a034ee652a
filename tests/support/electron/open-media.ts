import type { Page } from 'playwright-core';

type Watched = {
  readonly connections: Set<RTCPeerConnection>;
  readonly tracks: Set<MediaStreamTrack>;
};
type Watching = typeof globalThis & { openMedia?: Watched };

/** Notes from now on every peer connection and microphone that the engine opens. */
export const watchMedia = (engine: Page): Promise<void> =>
  engine.evaluate(() => {
    const watched: Watched = { connections: new Set(), tracks: new Set() };
    (globalThis as Watching).openMedia = watched;
    const { RTCPeerConnection: Plain } = globalThis;
    globalThis.RTCPeerConnection = new Proxy(Plain, {
      construct: (target, [settings]) => {
        const made = new target(settings as RTCConfiguration);
        watched.connections.add(made);
        return made;
      },
    });
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      for (const track of stream.getTracks()) watched.tracks.add(track);
      return stream;
    };
  });

/** What is still open of it. */
export const openMedia = (
  engine: Page,
): Promise<{ connections: number; microphones: number; players: number; total: number }> =>
  engine.evaluate(() => {
    const { connections, tracks } = (globalThis as Watching).openMedia ?? {
      connections: new Set<RTCPeerConnection>(),
      tracks: new Set<MediaStreamTrack>(),
    };
    // What is closed is let go, so that watching keeps nothing alive.
    for (const one of connections) if (one.connectionState === 'closed') connections.delete(one);
    for (const one of tracks) if (one.readyState === 'ended') tracks.delete(one);
    const open = [...connections].filter(({ connectionState }) => connectionState !== 'closed');
    const live = [...tracks].filter(({ readyState }) => readyState === 'live');
    const players = document.querySelectorAll('audio').length;
    const total = open.length + live.length + players;
    return { connections: open.length, microphones: live.length, players, total };
  });
