import { completeRegisterAnswer } from '@renderer/engine/telephony/sip/register-answer.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const contact = 'sip:k3j2h1@abcd.invalid;transport=ws';
const answer = (...headers: string[]): string =>
  [
    'SIP/2.0 200 OK',
    'Via: SIP/2.0/WS x.invalid;branch=z9hG4bK1',
    'CSeq: 3 REGISTER',
    ...headers,
    'Content-Length: 0',
    '',
    '',
  ].join('\r\n');
const complete = (message: string): string => completeRegisterAnswer(message, contact, 300);

describe('an odd answer to REGISTER', () => {
  it('[LINE-19] without a Contact gets ours', () => {
    expect(complete(answer())).toContain(`\r\nContact: <${contact}>;expires=300\r\n`);
    expect(complete(answer('Contact: <sip:other@elsewhere>;expires=60'))).toContain(
      `Contact: <${contact}>`,
    );
  });

  it('[LINE-19] without an expiry gets the one that was asked for', () => {
    expect(complete(answer(`Contact: <${contact}>`))).toContain('\r\nExpires: 300\r\n');
  });

  it.each([
    [answer(`Contact: <${contact}>;expires=120`)],
    [answer(`m: <${contact}>;expires=120`)],
    [answer(`Contact: <${contact}>`, 'Expires: 90')],
    ['SIP/2.0 401 Unauthorized\r\nCSeq: 3 REGISTER\r\n\r\n'],
    ['SIP/2.0 200 OK\r\nCSeq: 3 INVITE\r\n\r\n'],
  ])('[LINE-19] what is complete, or no such answer, stays as it is', (message) => {
    expect(complete(message)).toBe(message);
  });

  it('[LINE-13] any text comes through without an exception', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(complete(text)).toBe(text);
      }),
    );
  });
});
