/** Follows the sound of one call from sample to sample. */
import type { CallQuality, LiveQuality, QualityReason, SoundAlarm } from './call-quality.ts';
import { meanOpinionScore } from './e-model.ts';
import { intervalBetween, type MediaInterval, type MediaSample } from './media-sample.ts';
import { SoundAlarmWatch } from './sound-alarm.ts';

/** The live figures are those of the last seconds, so that the sign neither flickers nor lags. */
const windowS = 4;
/** One frame of packets on the way through the program itself. */
const processingMs = 20;

/** From where on each is worth a word; the greatest excess is the reason. */
const bearable: Readonly<Record<QualityReason, number>> = {
  'loss-in': 2,
  'loss-out': 2,
  jitter: 30,
  delay: 300,
};

const share = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, one) => sum + one, 0) / values.length;
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

type Figures = Readonly<Record<QualityReason, number>> & { readonly bufferMs: number };

const figuresOf = (intervals: readonly MediaInterval[]): Figures => {
  const sum = (pick: (one: MediaInterval) => number): number =>
    intervals.reduce((total, one) => total + pick(one), 0);
  const received = sum((one) => one.receivedPackets);
  const missed = sum((one) => one.missedPackets);
  const trips = intervals.flatMap(({ roundTripMs }) => (roundTripMs === null ? [] : [roundTripMs]));
  return {
    'loss-in': received + missed === 0 ? 100 : share(missed, received + missed),
    'loss-out': Math.min(
      100,
      share(
        sum((one) => one.farLostPackets),
        sum((one) => one.sentPackets),
      ),
    ),
    jitter: mean(intervals.map(({ jitterMs }) => jitterMs)),
    delay: mean(trips),
    bufferMs: mean(intervals.map(({ bufferMs }) => bufferMs)),
  };
};

const scoreOf = (figures: Figures): number =>
  meanOpinionScore({
    delayMs: figures.delay / 2 + figures.bufferMs + processingMs,
    lossPercent: figures['loss-in'],
  });

const reasonOf = (figures: Figures): QualityReason | null => {
  const [worst] = (Object.keys(bearable) as QualityReason[])
    .map((reason) => ({ reason, excess: figures[reason] / bearable[reason] }))
    .sort((one, other) => other.excess - one.excess);
  return worst !== undefined && worst.excess >= 1 ? worst.reason : null;
};

export class QualityWatch {
  readonly #alarms = new SoundAlarmWatch();
  #before: MediaSample | null = null;
  #window: MediaInterval[] = [];
  readonly #all: MediaInterval[] = [];
  readonly #reasons = new Map<QualityReason, number>();
  #lowest = 5;
  #unheardMs = 0;
  #mos: number | null = null;
  #reason: QualityReason | null = null;
  #alarm: SoundAlarm | null = null;
  #network: LiveQuality['network'] = 'unknown';

  get live(): LiveQuality {
    return { reason: this.#reason, alarm: this.#alarm, network: this.#network };
  }

  /** Of the last seconds, of what she hears; null before anything is measured. */
  get mos(): number | null {
    return this.#mos;
  }

  set network(network: LiveQuality['network']) {
    this.#network = network;
  }

  take(sample: MediaSample, { muted, held }: { muted: boolean; held: boolean }): void {
    const before = this.#before;
    this.#before = sample;
    const interval = before === null ? null : intervalBetween(before, sample);
    if (interval === null) return;
    const receives = sample.receives && !held;
    this.#alarm = this.#alarms.take(interval, { receives, sends: sample.sends && !held, muted });
    if (this.#alarm !== null) this.#unheardMs += interval.seconds * 1000;
    // What is not to be heard is not judged.
    if (receives) this.#judge(interval);
  }

  /** Of the whole call; null when too little was measured. */
  get summary(): CallQuality | null {
    if (this.#all.length === 0) return null;
    const figures = figuresOf(this.#all);
    const [reason] = [...this.#reasons].sort((one, other) => other[1] - one[1]);
    return {
      mos: round(scoreOf(figures), 2),
      lowestMos: round(Math.min(this.#lowest, scoreOf(figures)), 2),
      lossPercent: round(figures['loss-in'], 2),
      sentLossPercent: round(figures['loss-out'], 2),
      jitterMs: round(figures.jitter, 1),
      roundTripMs: this.#all.some((one) => one.roundTripMs !== null)
        ? round(figures.delay, 1)
        : null,
      unheardMs: Math.round(this.#unheardMs),
      reason: reason?.[0] ?? null,
      network: this.#network,
    };
  }

  #judge(interval: MediaInterval): void {
    this.#all.push(interval);
    this.#window.push(interval);
    const seconds = (): number => this.#window.reduce((sum, one) => sum + one.seconds, 0);
    while (this.#window.length > 1 && seconds() > windowS) this.#window.shift();
    const figures = figuresOf(this.#window);
    this.#mos = round(scoreOf(figures), 1);
    this.#lowest = Math.min(this.#lowest, scoreOf(figures));
    this.#reason = reasonOf(figures);
    if (this.#reason !== null)
      this.#reasons.set(this.#reason, (this.#reasons.get(this.#reason) ?? 0) + interval.seconds);
  }
}
