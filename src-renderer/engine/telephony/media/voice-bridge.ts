/**
 * Three people in one talk: each of two far ends hears the advisor and the other. The voices are
 * mixed here, so that it works with every switch and nothing of the two calls changes for it.
 */

/** What the bridge needs of a call's media. */
export type BridgedMedia = {
  readonly remote: MediaStream;
  /** The microphone as this call opened it; muted by its own track. */
  readonly microphone: () => Promise<MediaStream | null>;
  /** Told whenever another microphone was opened while a mix is sent. */
  readonly onMicrophone: (changed: () => void) => void;
  /** Sends this instead of the microphone alone; null goes back to the microphone. */
  readonly sendInstead: (track: MediaStreamTrack | null) => Promise<void>;
};

/** The advisor and the other far end, for one far end. */
const mixFor = (context: AudioContext, own: BridgedMedia, other: BridgedMedia) => {
  const out = context.createMediaStreamDestination();
  const [track] = out.stream.getAudioTracks();
  context.createMediaStreamSource(other.remote).connect(out);
  let microphone: MediaStreamAudioSourceNode | null = null;
  let over = false;
  const renew = async (): Promise<void> => {
    const stream = await own.microphone();
    if (over) return;
    microphone?.disconnect();
    microphone = stream === null ? null : context.createMediaStreamSource(stream);
    microphone?.connect(out);
  };
  const begin = async (): Promise<void> => {
    await renew();
    if (!over) await own.sendInstead(track ?? null);
  };
  own.onMicrophone(() => void renew());
  void begin().catch(() => undefined);
  return {
    end: async () => {
      over = true;
      own.onMicrophone(() => undefined);
      await own.sendInstead(null);
    },
  };
};

/** @returns ends the bridge: each far end hears the advisor only, as before */
export const bridgeVoices = (one: BridgedMedia, two: BridgedMedia): (() => void) => {
  const context = new AudioContext();
  void context.resume();
  const mixes = [mixFor(context, one, two), mixFor(context, two, one)];
  let over = false;
  return () => {
    if (over) return;
    over = true;
    void Promise.allSettled(mixes.map((mix) => mix.end())).then(() => context.close());
  };
};
