import { networkKindOf } from '@main/network-kind.ts';
import { expect, it } from 'vitest';

const at = (name: string, address = '192.0.2.10') =>
  ({ [name]: [{ address }] }) as unknown as Parameters<typeof networkKindOf>[1];
const no = () => false;

it('[AUDIO-10] Wi-Fi is told from cable by the interface that has the address', () => {
  expect(networkKindOf('192.0.2.10', at('wlp3s0'), no, 'linux')).toBe('wifi');
  expect(networkKindOf('192.0.2.10', at('Wi-Fi'), no, 'win32')).toBe('wifi');
  expect(networkKindOf('192.0.2.10', at('Ethernet 2'), no, 'win32')).toBe('wired');
  expect(networkKindOf('192.0.2.10', at('enp0s31f6'), no, 'linux')).toBe('wired');
  expect(networkKindOf('192.0.2.10', at('enp0s31f6'), () => true, 'linux')).toBe('wifi');
});

it('[AUDIO-10] what cannot be known is not claimed', () => {
  expect(networkKindOf('192.0.2.10', at('en0'), no, 'darwin')).toBe('unknown');
  expect(networkKindOf('192.0.2.99', at('wlp3s0'), no, 'linux')).toBe('unknown');
  expect(networkKindOf('192.0.2.10', at('tun0'), no, 'linux')).toBe('unknown');
});
