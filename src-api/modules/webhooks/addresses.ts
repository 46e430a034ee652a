/** Where webhooks may go: never to this machine or its own network, unless the configuration says so. */
import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** RFC 6890 and RFC 4291: loopback, private, link-local, shared, documentation, multicast, reserved. */
const closed = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  closed.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  closed.addSubnet(network, prefix, 'ipv6');
}

/** Whether an address is on the open internet; one of IPv4 within IPv6 counts as what it means. */
export const isOpenAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 0) return false;
  return !closed.check(address, family === 4 ? 'ipv4' : 'ipv6');
};

/** The host of a URL when it is an address and no name. */
export const addressIn = (url: URL): string | null => {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) === 0 ? null : host;
};

export class AddressRefused extends Error {}

/** Resolves names to open addresses only; what is connected to is what was checked. */
export const openLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) return done(error, '', 0);
    const [first] = found;
    if (first === undefined || !found.every(({ address }) => isOpenAddress(address))) {
      return done(new AddressRefused('address-refused'), '', 0);
    }
    return options.all ? done(null, found) : done(null, first.address, first.family);
  });
};
