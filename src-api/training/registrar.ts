/**
 * Who is registered, on which connection (RFC 3261 §10.3). A binding lives as long as its WebSocket
 * (RFC 7118 §5.2), and the newest of a user takes the calls: an old window that lingers never rings.
 */
import type { Clock } from '@shared/kernel/clock.ts';
import type { Peer } from './peer.ts';
import { addressIn, contactExpires } from './sip-fields.ts';
import { headerOf, type SipRequest, valuesOf } from './sip-message.ts';

export type Binding = {
  readonly user: string;
  readonly contact: string;
  readonly peer: Peer;
  readonly expiresAtMs: number;
};
export type Registered = { readonly contact: string; readonly seconds: number } | null;

const shortestSeconds = 30;
const longestSeconds = 3600;
const usualSeconds = 600;

const secondsAsked = (request: SipRequest, contact: string): number => {
  const header = headerOf(request, 'Expires');
  const asked =
    contactExpires(contact) ?? (/^\d{1,9}$/.test(header) ? Number(header) : usualSeconds);
  return asked === 0 ? 0 : Math.min(longestSeconds, Math.max(shortestSeconds, asked));
};

export type Registrar = {
  /** Applies a REGISTER of an authenticated user. @returns null after unregistering. */
  readonly register: (user: string, request: SipRequest, peer: Peer) => Registered;
  readonly find: (user: string) => Binding | null;
  readonly forget: (peer: Peer) => void;
};

export const makeRegistrar = (clock: Clock): Registrar => {
  const bindings = new Map<string, Binding>();
  return {
    register: (user, request, peer) => {
      const contact = valuesOf(request, 'Contact')[0] ?? '';
      const seconds = secondsAsked(request, contact);
      const known = bindings.get(user);
      if (seconds === 0 || contact === '*') {
        if (known?.peer === peer) bindings.delete(user);
        return null;
      }
      if (contact !== '') {
        const expiresAtMs = clock.now() + seconds * 1000;
        bindings.set(user, { user, contact: addressIn(contact), peer, expiresAtMs });
      }
      const binding = bindings.get(user);
      return binding === undefined ? null : { contact: binding.contact, seconds };
    },
    find: (user) => {
      const binding = bindings.get(user);
      if (binding === undefined) return null;
      if (binding.expiresAtMs > clock.now() && binding.peer.isOpen()) return binding;
      bindings.delete(user);
      return null;
    },
    forget: (peer) => {
      for (const [user, binding] of bindings) if (binding.peer === peer) bindings.delete(user);
    },
  };
};
