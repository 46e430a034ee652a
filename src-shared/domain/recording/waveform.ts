/** What a waveform tells: who spoke, when nobody did, and when both did. Times, and nothing of a voice. */

export type Peaks = { readonly advisor: readonly number[]; readonly customer: readonly number[] };
export type Span = { readonly fromMs: number; readonly toMs: number };
type Pause = { readonly fromMs: number; readonly toMs: number | null };

export const peakMs = 100;
/** Of 100: the noise of a line lies below. */
const spokenFrom = 4;
const silenceMs = 8_000;
/** Shorter is a breath between two words. */
const overlapMs = 300;

export type TalkMeasures = {
  /** Of the time that was recorded, 0 to 1. */
  readonly advisor: number;
  readonly customer: number;
  readonly silence: number;
  readonly silences: readonly Span[];
  readonly overlaps: number;
};

/** The stretches of at least `leastMs` in which it holds. */
const spansOf = (holds: readonly boolean[], leastMs: number): Span[] => {
  const spans: Span[] = [];
  let from: number | null = null;
  for (let at = 0; at <= holds.length; at += 1) {
    if (holds[at] === true) from ??= at;
    else if (from !== null) {
      if ((at - from) * peakMs >= leastMs) spans.push({ fromMs: from * peakMs, toMs: at * peakMs });
      from = null;
    }
  }
  return spans;
};

export const measureTalk = (peaks: Peaks, pauses: readonly Pause[]): TalkMeasures => {
  const count = Math.max(peaks.advisor.length, peaks.customer.length);
  const places = Array.from({ length: count }, (_, at) => at);
  const isPaused = (at: number) =>
    pauses.some(
      ({ fromMs, toMs }) =>
        at * peakMs >= fromMs && at * peakMs < (toMs ?? Number.POSITIVE_INFINITY),
    );
  const speaks = (side: readonly number[]) =>
    places.map((at) => !isPaused(at) && (side[at] ?? 0) >= spokenFrom);
  const advisor = speaks(peaks.advisor);
  const customer = speaks(peaks.customer);
  const quiet = places.map((at) => !isPaused(at) && !advisor[at] && !customer[at]);
  const both = places.map((at) => advisor[at] === true && customer[at] === true);
  const recorded = places.filter((at) => !isPaused(at)).length;
  const share = (which: readonly boolean[]) =>
    recorded === 0 ? 0 : which.filter(Boolean).length / recorded;
  return {
    advisor: share(advisor),
    customer: share(customer),
    silence: share(quiet),
    silences: spansOf(quiet, silenceMs),
    overlaps: spansOf(both, overlapMs).length,
  };
};
