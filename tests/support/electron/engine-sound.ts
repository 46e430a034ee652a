import type { Page } from 'playwright-core';

/** What one window's page remembers between two questions of a test. */
type Probe = {
  taps?: Map<MediaStream, AnalyserNode>;
  context?: AudioContext;
  tracks?: MediaStreamTrack[];
  made?: Set<BaseAudioContext>;
};

/**
 * How loud a frequency is in what the program plays now, in dB of full scale: measured on the
 * stream that its loudspeaker element plays. -100 when nothing is played.
 */
export const playedToneDb = (engine: Page, hz: number): Promise<number> =>
  engine.evaluate((wanted) => {
    const probe = globalThis as typeof globalThis & { labProbe?: Probe };
    probe.labProbe ??= {};
    const kept = probe.labProbe;
    kept.context ??= new AudioContext();
    kept.taps ??= new Map();
    const playing = [...document.querySelectorAll('audio')].filter(
      (audio) => !audio.paused && audio.srcObject instanceof MediaStream,
    );
    const levels = playing.map((audio) => {
      const stream = audio.srcObject as MediaStream;
      const context = kept.context as AudioContext;
      let tap = kept.taps?.get(stream);
      if (tap === undefined) {
        tap = context.createAnalyser();
        tap.fftSize = 8192;
        tap.smoothingTimeConstant = 0;
        context.createMediaStreamSource(stream).connect(tap);
        kept.taps?.set(stream, tap);
      }
      const bins = new Float32Array(tap.frequencyBinCount);
      tap.getFloatFrequencyData(bins);
      const at = Math.round((wanted * tap.fftSize) / context.sampleRate);
      return Math.max(-100, bins[at] ?? -100, bins[at - 1] ?? -100, bins[at + 1] ?? -100);
    });
    return Math.max(-100, ...levels);
  }, hz);

/** Notes from now on every microphone that the engine opens. */
export const watchMicrophones = (engine: Page): Promise<void> =>
  engine.evaluate(() => {
    const probe = globalThis as typeof globalThis & { labProbe?: Probe };
    probe.labProbe ??= {};
    const tracks: MediaStreamTrack[] = [];
    probe.labProbe.tracks = tracks;
    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      const stream = await open(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });

/** `live` or `ended` for each microphone opened since it was watched. */
export const microphoneStates = (engine: Page): Promise<string[]> =>
  engine.evaluate(() => {
    const probe = globalThis as typeof globalThis & { labProbe?: Probe };
    return (probe.labProbe?.tracks ?? []).map((track) => track.readyState);
  });

/** Notes from now on every sound that the engine makes itself: ring, ring-back. */
export const watchMadeSounds = (engine: Page): Promise<void> =>
  engine.evaluate(() => {
    const probe = globalThis as typeof globalThis & { labProbe?: Probe };
    probe.labProbe ??= {};
    const made = new Set<BaseAudioContext>();
    probe.labProbe.made = made;
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function noted(when) {
      made.add(this.context);
      start.call(this, when);
    };
  });

/** How many of these sounds have not ended. */
export const soundingContexts = (engine: Page): Promise<number> =>
  engine.evaluate(() => {
    const probe = globalThis as typeof globalThis & { labProbe?: Probe };
    return [...(probe.labProbe?.made ?? [])].filter(({ state }) => state !== 'closed').length;
  });

/** Pulls a device out of the machine, or plugs it in again, as the engine sees it: by its name. */
export const plugDevice = (engine: Page, label: string, isIn: boolean): Promise<void> =>
  engine.evaluate(
    ([name, plugged]) => {
      const probe = globalThis as typeof globalThis & { labUnplugged?: Set<string> };
      const { mediaDevices } = navigator;
      if (probe.labUnplugged === undefined) {
        const unplugged = new Set<string>();
        probe.labUnplugged = unplugged;
        const list = mediaDevices.enumerateDevices.bind(mediaDevices);
        mediaDevices.enumerateDevices = async () =>
          (await list()).filter((device) => !unplugged.has(device.label));
      }
      if (plugged) probe.labUnplugged.delete(name);
      else probe.labUnplugged.add(name);
      mediaDevices.dispatchEvent(new Event('devicechange'));
    },
    [label, isIn] as const,
  );

/** The names of the microphones that are open now, of those opened since they were watched. */
export const openMicrophones = (engine: Page): Promise<string[]> =>
  engine.evaluate(() => {
    const probe = globalThis as typeof globalThis & { labProbe?: Probe };
    const live = (probe.labProbe?.tracks ?? []).filter(({ readyState }) => readyState === 'live');
    return live.map(({ label }) => label);
  });

/** A headset as the engine sees one, on WebHID; the machine has no virtual one. */
type LabHeadset = {
  lights: number;
  oninputreport: ((report: { reportId: number; data: DataView }) => void) | null;
};
type WithHeadset = typeof globalThis & { labHeadset?: LabHeadset };

/** Plugs in a headset with these collections; its lights are one byte. */
export const plugHeadset = (engine: Page, collections: readonly object[]): Promise<void> =>
  engine.evaluate((described) => {
    const headset = {
      opened: false,
      vendorId: 0x0b0e,
      productName: 'Casque d’essai',
      collections: described,
      lights: 0,
      oninputreport: null,
      open: async () => {
        headset.opened = true;
      },
      close: async () => undefined,
      sendReport: async (_: number, data: Uint8Array) => {
        headset.lights = data[0] ?? 0;
      },
    };
    (globalThis as WithHeadset).labHeadset = headset;
    const { hid } = navigator as Navigator & { readonly hid: EventTarget };
    hid.dispatchEvent(Object.assign(new Event('connect'), { device: headset }));
  }, collections);

/** One report of the headset: the byte of its buttons. */
export const headsetReports = (engine: Page, bits: number): Promise<void> =>
  engine.evaluate((byte) => {
    const data = new DataView(Uint8Array.of(byte).buffer);
    (globalThis as WithHeadset).labHeadset?.oninputreport?.({ reportId: 2, data });
  }, bits);

export const headsetLights = (engine: Page): Promise<number> =>
  engine.evaluate(() => (globalThis as WithHeadset).labHeadset?.lights ?? -1);
