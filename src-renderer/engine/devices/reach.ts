/** Whether the PBX is there, and how the hub's clock stands to ours. */

const withinMs = 4_000;

/** Milliseconds until the PBX takes a WebSocket for SIP (RFC 7118), null when it does not. */
export const reachPbx = (url: string): Promise<number | null> =>
  new Promise((resolve) => {
    const startedAt = performance.now();
    const socket = new WebSocket(url, 'sip');
    const end = (ms: number | null): void => {
      clearTimeout(timer);
      socket.onopen = null;
      socket.onerror = null;
      socket.close();
      resolve(ms);
    };
    const timer = setTimeout(() => end(null), withinMs);
    socket.onopen = () => end(performance.now() - startedAt);
    socket.onerror = () => end(null);
  });

/**
 * How far our clock is ahead of the hub's, in seconds; null when the hub says no time. The Date
 * header (RFC 9110 §6.6.1) counts whole seconds: half of one is what it is on average too early.
 */
export const clockSkew = (date: string | null, sentAt: number, gotAt: number): number | null => {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(told)) return null;
  return ((sentAt + gotAt) / 2 - (told + 500)) / 1000;
};
