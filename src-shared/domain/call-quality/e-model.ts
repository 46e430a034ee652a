/**
 * How a talk sounds, computed from what the network does to it: the E-model of ITU-T G.107 (06/2015)
 * with its default values, so that only delay and loss move the result.
 *
 * R = (Ro − Is) − Id − Ie,eff + A, with Ro − Is = 93.2 and A = 0.
 */

export type Transport = {
  /** From mouth to ear, in milliseconds. */
  readonly delayMs: number;
  /** Share of packets that did not come in time, in percent. */
  readonly lossPercent: number;
};

const unimpaired = 93.2;
/** Packet-loss robustness of G.711 with concealment (ITU-T G.113 appendix I). */
const lossRobustness = 25.1;
/** From here on a delay disturbs the talk itself (R. G. Cole and J. H. Rosenbluth, 2001). */
const talkDelayMs = 177.3;

/** Id: what the delay takes away, in points of R (Cole and Rosenbluth's form of G.107 §7.4). */
export const delayImpairment = (delayMs: number): number =>
  0.024 * delayMs + 0.11 * Math.max(0, delayMs - talkDelayMs);

/** Ie,eff: what random loss takes away, in points of R (G.107 equation 7-29, Ie = 0, BurstR = 1). */
export const lossImpairment = (lossPercent: number): number =>
  (95 * lossPercent) / (lossPercent + lossRobustness);

/** 0 (nothing is understood) to 93.2. */
export const transmissionRating = ({ delayMs, lossPercent }: Transport): number =>
  Math.max(0, unimpaired - delayImpairment(delayMs) - lossImpairment(lossPercent));

/** Mean opinion score, 1 to about 4.4, from R (G.107 annex B). */
export const meanOpinionScore = (transport: Transport): number => {
  const r = transmissionRating(transport);
  return Math.max(1, 1 + 0.035 * r + 7e-6 * r * (r - 60) * (100 - r));
};
