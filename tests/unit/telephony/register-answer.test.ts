import { grantedSeconds } from '@renderer/engine/telephony/sip/connection/bindings.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const own = 'k3j2h1';
const contact = `<sip:${own}@abcd.invalid;transport=ws>`;
const granted = (contacts: readonly string[], expires = ''): number =>
  grantedSeconds({ contacts, expires }, own, 300);

describe('an answer to REGISTER', () => {
  it('[LINE-19] without our Contact, or without any expiry, grants what was asked for', () => {
    expect(granted([])).toBe(300);
    expect(granted([contact])).toBe(300);
    expect(granted(['<sip:other@elsewhere>;expires=60'])).toBe(300);
  });

  it('[LINE-19] grants what it says of our Contact, or else of all', () => {
    expect(granted(['<sip:other@elsewhere>;expires=60', `${contact};expires=120`])).toBe(120);
    expect(granted([`${contact};q=1;Expires="90"`])).toBe(90);
    expect(granted([contact], '75')).toBe(75);
  });

  it('[LINE-13] any text gives a number of seconds', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.string(), (contacts, expires) => {
        expect(granted(contacts, expires)).toBeGreaterThan(0);
      }),
    );
  });
});
