/**
 * Notices that this machine is on another network: Chromium tells its pages only when it comes from
 * none to some. Asked of the system four times a second, which costs some tens of microseconds.
 */
import { createSocket } from 'node:dgram';
import os from 'node:os';

const lookEveryMs = 250;

/** Addresses that nobody has (RFC 5737, RFC 3849): only the default route leads there. */
const outside = { udp4: '192.0.2.254', udp6: '2001:db8::254' } as const;

export type NetworkLook = {
  /** Every address of this machine, with its interface. */
  readonly addresses: string;
  /** The addresses from which the system would send to the outside; empty without a default route. */
  readonly outward: string;
};

/** A socket that is connected and sends nothing: the system chooses the address for it. */
const outwardAddress = (type: keyof typeof outside): Promise<string> =>
  new Promise((resolve) => {
    const socket = createSocket(type);
    const end = (address: string): void => {
      socket.removeAllListeners().close();
      resolve(address);
    };
    socket.once('error', () => end(''));
    socket.once('connect', () => end(socket.address().address));
    socket.connect(9, outside[type]);
  });

export const lookAtNetwork = async (): Promise<NetworkLook> => {
  const outward = await Promise.all([outwardAddress('udp4'), outwardAddress('udp6')]);
  const addresses = Object.entries(os.networkInterfaces())
    .flatMap(([name, list]) => (list ?? []).map(({ address }) => `${name} ${address}`))
    .sort()
    .join('\n');
  return { addresses, outward: outward.join(' ').trim() };
};

type Watcher = {
  /** At the first look, and each time that it is another one. */
  readonly seen: (look: NetworkLook) => void;
  /** Another one than before: what was connected may be dead. */
  readonly changed: () => void;
};

/** @returns the way to stop */
export const watchNetwork = (
  { seen, changed }: Watcher,
  look: () => Promise<NetworkLook> = lookAtNetwork,
): (() => void) => {
  let before: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  const lookAgain = async (): Promise<void> => {
    const found = await look();
    if (stopped) return;
    timer = setTimeout(lookAgain, lookEveryMs);
    const now = JSON.stringify(found);
    if (now === before) return;
    seen(found);
    if (before !== null) changed();
    before = now;
  };
  void lookAgain();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
};
