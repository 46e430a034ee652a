import { incomingHeaders } from '@renderer/engine/telephony/sip/session/incoming-headers.ts';
import { pastedTones } from '@renderer/features/softphone/pasted-tones.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it.each([
  ['1234#', '1234#'],
  [' 12 34 - 5 ', '12345'],
  ['(02) 98.44', '029844'],
  ['12,,34#', '12,,34#'],
  ['12p3w4', '12,3,4'],
  ['a1b', 'A1B'],
  ['', null],
  [',,', null],
  ['hello', null],
  ['06 12 x', null],
  ['1'.repeat(65), null],
])('[DTMF-2] %j is the sequence %j', (text, tones) => {
  expect(pastedTones(text)).toBe(tones);
});

it('[DTMF-2] whatever is pasted, only keys and pauses are sent', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const tones = pastedTones(text);
      expect(tones === null || /^[0-9A-D*#,]{1,64}$/.test(tones)).toBe(true);
    }),
  );
});

it.each([
  ['Answer-Mode', 'Auto', true],
  ['Answer-Mode', 'auto;require', true],
  ['Answer-Mode', 'Manual', false],
  ['Call-Info', '<sip:pbx>;answer-after=0', true],
  ['Call-Info', '<sip:pbx>;purpose=icon', false],
  ['Alert-Info', '<http://x>;info=alert-autoanswer', true],
  ['Alert-Info', 'Ring Answer', false],
  ['Alert-Info', '<http://x>;info=external', false],
  ['X-Auto-Answer', '1', true],
  ['X-Auto-Answer', 'no', false],
])('[AUTO-1] %s: %s asks to be taken up: %s', (name, value, asks) => {
  const request = {
    getHeader: (wanted: string) => (wanted === name ? value : undefined),
    ruri: 'sip:6001@pbx',
    callId: 'c',
  };
  expect(incomingHeaders(request as never, []).autoAnswer).toBe(asks);
});
