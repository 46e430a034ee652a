import { displayNumber, displayWhileTyping } from '@shared/domain/number/display-number.ts';
import { parseNumber } from '@shared/domain/number/parse-number.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const helene = '+33639984117';

describe('numbers', () => {
  it.each([
    '06 39 98 41 17',
    '0639984117',
    '06.39.98.41.17',
    '06-39-98-41-17',
    '+33 6 39 98 41 17',
    '+33639984117',
    '+33 (0)6 39 98 41 17',
    '+33(0)639984117',
    '0033639984117',
    '00 33 6 39 98 41 17',
    '00330639984117',
    '+330639984117',
    '33639984117',
    '639984117',
    '+0639984117',
    '+0033639984117',
    '06/39/98/41/17',
    '06 39 98 41 17',
    '06 39 98 41 17',
    '0639984117',
    '#31#0639984117',
    '(06) 39 98 41 17',
    '[06] 39 98 41 17',
    '06–39–98–41–17',
    '‭06 39 98 41 17‬',
    'sip:0639984117@192.0.2.1',
    'sip:+33639984117@pbx.example;user=phone',
    'sips:+33639984117@pbx.example:5061',
    '"Hélène Vasseur" <sip:+33639984117@pbx.example>;tag=as58f4',
    'Hélène <sip:0033639984117@pbx>',
    '"a <b> \\"c\\"" <sip:0639984117@pbx>',
    '<sip:0639984117@pbx>',
    'sip:%2B33639984117@pbx',
    'sip:0639984117:secret@pbx',
    'sip:+33639984117;npdi;rn=+33199000000@pbx;user=phone',
    'tel:+33-6-39-98-41-17',
    'tel:0639984117;phone-context=+33',
    'tel:639984117;phone-context=+33',
    'TEL:+33639984117',
    'callto:+33639984117',
    'sip:+33639984117',
    '<tel:+33639984117>',
    '06 39 98 41 17 poste 12',
    '06 39 98 41 17 / 01 99 00 41 10',
    '<+33639984117>',
    'sip:+33%20639984117@pbx',
  ])('[NUM-1] reads %j as the same E.164 number', (raw) => {
    expect(parseNumber(raw)).toMatchObject({
      e164: helene,
      display: '06 39 98 41 17',
      kind: 'mobile',
    });
  });

  it.each([
    ['0262 20 12 34', '+262262201234', '02 62 20 12 34', 'landline'],
    ['+33 2 62 20 12 34', '+262262201234', '02 62 20 12 34', 'landline'],
    ['+262 692 12 34 56', '+262692123456', '06 92 12 34 56', 'mobile'],
    ['0690 12 34 56', '+590690123456', '06 90 12 34 56', 'mobile'],
    ['0594 30 12 34', '+594594301234', '05 94 30 12 34', 'landline'],
    ['0696 12 34 56', '+596696123456', '06 96 12 34 56', 'mobile'],
    ['06 39 01 23 45', '+262639012345', '06 39 01 23 45', 'mobile'],
  ])('[NUM-2] an overseas number %j keeps its own country code', (raw, e164, display, kind) => {
    expect(parseNumber(raw)).toEqual({ e164, display, kind });
  });

  it.each([
    ['+44 20 7946 0958', '+442079460958'],
    ['0032 2 555 12 12', '+3225551212'],
    ['+1 212-555-0123', '+12125550123'],
    ['+377 98 98 12 34', '+37798981234'],
    ['sip:0041446681800@pbx', '+41446681800'],
  ])('[NUM-3] a foreign number %j is read with its country', (raw, e164) => {
    const parsed = parseNumber(raw);
    expect(parsed).toMatchObject({ e164, kind: 'foreign' });
    expect(parsed.display.startsWith('+')).toBe(true);
  });

  it.each([
    ['0 809 123 456', 'normal-tariff'],
    ['0800 123 456', 'toll-free'],
    ['0825 12 34 56', 'shared-cost'],
    ['0899 12 34 56', 'premium'],
    ['09 75 12 34 56', 'voip'],
    ['01 99 00 41 10', 'landline'],
    ['07 56 12 34 56', 'mobile'],
  ])('[NUM-4] %j is of kind %s', (raw, kind) => {
    expect(parseNumber(raw)).toMatchObject({ kind, e164: expect.stringMatching(/^\+33\d{9}$/) });
  });

  it.each([
    ['112', 'emergency'],
    ['3939', 'short'],
    ['118 218', 'short'],
    ['6001', 'internal'],
    ['sip:6001@pbx', 'internal'],
    ['anonymous', 'hidden'],
    ['"Anonymous" <sip:anonymous@anonymous.invalid>', 'hidden'],
    ['sip:Restricted@pbx', 'hidden'],
    ['Numéro masqué', 'hidden'],
    ['', 'none'],
    ['   ', 'none'],
    ['bonjour', 'none'],
    ['06 39 98 41', 'none'],
    ['06 39 98 41 17 18', 'none'],
    ['+33 6 39 98', 'none'],
    ['+999 123 456 789', 'none'],
    ['sip:pbx.example', 'none'],
    ['<script>alert(1)</script>', 'none'],
    ['+33+639984117', 'none'],
    ['sip:192.0.2.1', 'none'],
    ['00 11 22 33 44', 'none'],
  ])('[NUM-5] %j is no E.164 number and says what it is: %s', (raw, kind) => {
    expect(parseNumber(raw)).toMatchObject({ e164: null, kind });
  });

  it('[NUM-6] any text is read without an exception, and what comes out is E.164 or null', () => {
    const pieces = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'+0123456789 ().-/<>:;@%"\\sipteln') }),
    );
    fc.assert(
      fc.property(pieces, (raw) => {
        const { e164 } = parseNumber(raw);
        expect(e164 === null || /^\+[1-9]\d{5,14}$/.test(e164)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('[NUM-7] what is displayed reads back as the same number', () => {
    const national = fc.tuple(
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 0, max: 99_999_999 }),
    );
    fc.assert(
      fc.property(national, ([first, rest]) => {
        const { e164, display } = parseNumber(`0${first}${String(rest).padStart(8, '0')}`);
        expect(parseNumber(display).e164).toBe(e164);
        expect(displayNumber(e164 ?? '')).toBe(display);
      }),
    );
  });

  it('[NUM-8] a number is spaced the French way while it is typed', () => {
    expect(displayWhileTyping('0639')).toBe('06 39');
    expect(displayWhileTyping('06 39 98 41 17')).toBe('06 39 98 41 17');
    expect(displayWhileTyping('Vasseur')).toBe('Vasseur');
  });
});
