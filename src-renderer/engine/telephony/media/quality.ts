/** Mean opinion score of what she hears, from getStats (ITU-T G.107 simplified for wideband use). */

export type ReceiveFigures = {
  /** One-way latency in milliseconds. */
  readonly latencyMs: number;
  readonly jitterMs: number;
  /** Share of packets lost in the measured interval, in percent. */
  readonly lossPercent: number;
};

/** 1 (nothing is understood) to about 4.4 (as good as it gets). */
export const meanOpinionScore = ({ latencyMs, jitterMs, lossPercent }: ReceiveFigures): number => {
  const effective = latencyMs + 2 * jitterMs + 10;
  const base = effective < 160 ? 93.2 - effective / 40 : 93.2 - (effective - 120) / 10;
  const r = Math.max(0, Math.min(100, base - 2.5 * lossPercent));
  return Math.max(1, 1 + 0.035 * r + 7e-6 * r * (r - 60) * (100 - r));
};

type Totals = { readonly received: number; readonly lost: number };

/** Reads one peer connection again and again; each score is about the time since the last. */
export class QualityMeter {
  #last: Totals | null = null;

  async read(pc: RTCPeerConnection): Promise<number | null> {
    let inbound: { packetsReceived?: number; packetsLost?: number; jitter?: number } | null = null;
    let roundTripMs = 0;
    for (const report of (await pc.getStats()).values()) {
      if (report.type === 'inbound-rtp' && report.kind === 'audio') inbound = report;
      if (report.type === 'candidate-pair' && report.nominated === true) {
        roundTripMs = (report.currentRoundTripTime ?? 0) * 1000;
      }
    }
    if (inbound === null) return null;
    const totals = { received: inbound.packetsReceived ?? 0, lost: inbound.packetsLost ?? 0 };
    const before = this.#last;
    this.#last = totals;
    if (before === null) return null;
    const received = totals.received - before.received;
    const lost = Math.max(0, totals.lost - before.lost);
    const lossPercent = received + lost === 0 ? 100 : (100 * lost) / (received + lost);
    return meanOpinionScore({
      latencyMs: roundTripMs / 2,
      jitterMs: (inbound.jitter ?? 0) * 1000,
      lossPercent,
    });
  }
}
