import { readAmountCents } from '@shared/domain/import/cells/read-amount.ts';
import { readDay, readMoment, readTime } from '@shared/domain/import/cells/read-date.ts';
import { readEmails } from '@shared/domain/import/cells/read-email.ts';
import { readName } from '@shared/domain/import/cells/read-name.ts';
import { readPhones } from '@shared/domain/import/cells/read-phone.ts';
import { readCountry, readPostcode } from '@shared/domain/import/cells/read-place.ts';
import {
  readChannel,
  readCivility,
  readConsentStatus,
  readKind,
  readOutcome,
  readYesNo,
} from '@shared/domain/import/cells/read-word.ts';
import type { Read } from '@shared/domain/import/problem.ts';
import { problemCodes } from '@shared/domain/import/problem.ts';
import { remedyInWords, whyInWords } from '@shared/domain/import/problem-words.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const value = <T>(read: Read<T>): T | string => (read.ok ? read.value : read.code);
const proposal = (read: Read<unknown>): string =>
  read.ok ? 'taken' : remedyInWords(read.remedy, 'fr');

describe('cells of an import', () => {
  it.each([
    ['06 39 98 27 60', '+33639982760'],
    ['0639982760', '+33639982760'],
    ['639982760', '+33639982760'],
    ['639982760.0', '+33639982760'],
    ['00 33 6 39 98 27 60', '+33639982760'],
    ['0033 (0)6.39.98.27.60', '+33639982760'],
    ['+33 (0) 6-39-98-27-60', '+33639982760'],
    ['33639982760', '+33639982760'],
    ['06.39.98.27.60 poste 12', '+33639982760'],
    ['+32 2 555 12 12', '+3225551212'],
  ])('[IMPORT-3] %s is a telephone number', (raw, e164) => {
    expect(value(readPhones(raw))).toEqual([e164]);
  });

  it('[IMPORT-3] several numbers in one cell, and what has lost its digits', () => {
    expect(value(readPhones('06 39 98 27 60 / 02.99.00.00.01'))).toEqual([
      '+33639982760',
      '+33299000001',
    ]);
    expect(value(readPhones('0639982760 ou 0299000001'))).toHaveLength(2);
    expect(readPhones('639982760')).toMatchObject({ mended: 'leading-zero' });
    expect(readPhones('06399')).toMatchObject({ code: 'phone-digits', number: 5 });
    expect(readPhones('06 39 98 27 60 / 0299')).toMatchObject({ code: 'phone-digits', number: 4 });
    expect(value(readPhones('6,12E+08'))).toBe('phone-scientific');
    expect(proposal(readPhones('6,12E+08'))).toBe('corriger');
    expect(proposal(readPhones('6.39982760E+08'))).toBe('06 39 98 27 60 ?');
    expect(proposal(readPhones('3,3639982760E+12'))).toBe('corriger');
    expect(value(readPhones('01 62 00 00 00'))).toBe('phone-automated');
    expect(value(readPhones('3949'))).toBe('phone-short');
    expect(value(readPhones('masqué'))).toBe('phone-hidden');
    expect(value(readPhones('voir fiche'))).toBe('phone-letters');
    expect(value(readPhones(' '))).toEqual([]);
  });

  it('[IMPORT-4] days in every order that is said, and none that is guessed', () => {
    for (const raw of [
      '30/09/2026',
      '30-9-2026',
      '30.09.2026',
      '2026-09-30',
      '20260930',
      '46295',
      '30 sept. 2026',
      '1er octobre 2026',
    ]) {
      expect([raw, value(readDay(raw))]).toEqual([
        raw,
        raw.startsWith('1er') ? '2026-10-01' : '2026-09-30',
      ]);
    }
    expect(readDay('31/09/2026')).toMatchObject({
      code: 'date-impossible',
      remedy: { value: '30/09/2026' },
    });
    expect(readDay('29/02/2025')).toMatchObject({
      code: 'date-impossible',
      remedy: { value: '28/02/2025' },
    });
    expect(readDay('09/30/2026')).toMatchObject({
      code: 'date-us-order',
      remedy: { value: '30/09/2026' },
    });
    expect(value(readDay('04/05/2026'))).toBe('2026-05-04');
    expect(readDay('30/09/26')).toMatchObject({
      code: 'date-short-year',
      remedy: { value: '30/09/2026' },
    });
    expect(value(readDay('0000-00-00'))).toBe('date-unreadable');
    expect(value(readDay('1985'))).toBe('date-unreadable');
    expect(value(readDay('hier'))).toBe('date-unreadable');
    expect(value(readDay(''))).toBeNull();
  });

  it('[IMPORT-4] a day with its time', () => {
    const moment = (day: string, time: string | null, offset = '') => ({ day, time, offset });
    expect(value(readMoment('30/09/2026 14:05'))).toEqual(moment('2026-09-30', '14:05:00'));
    expect(value(readMoment('30/09/2026 à 9h'))).toEqual(moment('2026-09-30', '09:00:00'));
    expect(value(readMoment('2026-09-30T14:05:09.120+0200'))).toEqual(
      moment('2026-09-30', '14:05:09', '+02:00'),
    );
    expect(value(readMoment('2026-09-30T12:05:09Z'))).toEqual(
      moment('2026-09-30', '12:05:09', 'Z'),
    );
    expect(value(readMoment('46295,5'))).toEqual(moment('2026-09-30', '12:00:00'));
    expect(value(readMoment('30 septembre 2026'))).toEqual(moment('2026-09-30', null));
    expect(value(readMoment('31/09/2026 14:05'))).toBe('date-impossible');
    expect(value(readMoment('30/09/2026 25:05'))).toBe('time-unreadable');
    expect(value(readTime('9h30'))).toBe('09:30:00');
    expect(value(readTime('0,5'))).toBe('12:00:00');
  });

  it('[IMPORT-5] postcodes', () => {
    const read = (raw: string, country = 'FR') => readPostcode(raw, country);
    expect(read('1000')).toEqual({ ok: true, value: '01000', mended: 'leading-zero' });
    expect(value(read('35 200'))).toBe('35200');
    expect(value(read('F-35200 CEDEX 2'))).toBe('35200');
    expect(read('2A0O4')).toMatchObject({ code: 'postcode-letter-o', remedy: { value: '20004' } });
    expect(read('352O0')).toMatchObject({ code: 'postcode-letter-o', remedy: { value: '35200' } });
    expect(read('2A004')).toMatchObject({ code: 'postcode-corsica', remedy: { value: '20004' } });
    expect(read('352')).toMatchObject({ code: 'postcode-digits', number: 3 });
    expect(value(read('00123'))).toBe('postcode-digits');
    expect(value(read('SW1A 1AA', 'GB'))).toBe('SW1A 1AA');
    expect(value(readCountry('Royaume-Uni'))).toBe('GB');
    expect(value(readCountry('Freedonia'))).toBe('word-unknown');
  });

  it.each([
    ['ARMAND', 'Armand'],
    ['LE GOFF', 'Le Goff'],
    ['DE LA TOUR', 'de La Tour'],
    ["D'ORMESSON", "d'Ormesson"],
    ["L'HERMITE", "L'Hermite"],
    ['JEAN-PIERRE', 'Jean-Pierre'],
    ['DUPONT NÉE MARTIN', 'Dupont née Martin'],
    ['élodie', 'Élodie'],
    ['MacDonald', 'MacDonald'],
    ['  de   Gaulle ', 'de Gaulle'],
  ])('[IMPORT-6] %s is written %s', (raw, proper) => {
    expect(value(readName(raw))).toBe(proper);
  });

  it('[IMPORT-7] addresses, words and amounts', () => {
    expect(value(readEmails('Gilles.Armand@Exemple.FR'))).toEqual(['Gilles.Armand@exemple.fr']);
    expect(value(readEmails('a@exemple.fr; b@exemple.fr'))).toHaveLength(2);
    expect(value(readEmails('riou@'))).toBe('email-no-domain');
    expect(proposal(readEmails('riou@'))).toBe('laisser vide');
    expect(value(readEmails('riou'))).toBe('email-no-at');
    expect(proposal(readEmails('a.riou@gmail,com'))).toBe('a.riou@gmail.com ?');
    expect(proposal(readEmails('inès@exemple.fr'))).toBe('ines@exemple.fr ?');
    expect(value(readCivility('Mlle'))).toBe('mme');
    expect(value(readCivility('Monsieur'))).toBe('m');
    expect(value(readCivility('Dr'))).toBe('word-unknown');
    expect(value(readKind('Particulier'))).toBe('person');
    expect(value(readYesNo('OUI'))).toBe('yes');
    expect(value(readYesNo('peut-être'))).toBe('word-unknown');
    expect(value(readChannel('Téléphone'))).toBe('phone');
    expect(value(readConsentStatus('opt-out'))).toBe('opposed');
    expect(value(readOutcome('Sans réponse'))).toBe('no-answer');
    expect(value(readAmountCents('1 234,56 €'))).toBe(123_456);
    expect(value(readAmountCents('1.234,56'))).toBe(123_456);
    expect(value(readAmountCents('1,234.56'))).toBe(123_456);
    expect(value(readAmountCents('-12,5'))).toBe(-1_250);
    expect(readAmountCents('1,234')).toMatchObject({
      code: 'amount-ambiguous',
      remedy: { value: '1234' },
    });
    expect(value(readAmountCents('douze'))).toBe('amount-unreadable');
  });

  it('[IMPORT-8] every reason and remedy has its words in both languages', () => {
    for (const code of problemCodes) {
      const [fr, en] = [
        whyInWords({ code, number: 7 }, 'fr'),
        whyInWords({ code, number: 7 }, 'en'),
      ];
      expect(fr).not.toBe(en);
      expect(fr + en).not.toContain('{{');
    }
  });

  it('[IMPORT-9] reading always ends, and what was read reads the same', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[0-9 ./:,;+()EO-]{0,24}$/),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    );
    fc.assert(
      fc.property(anything, (raw) => {
        const readers = [
          readDay,
          readMoment,
          readTime,
          readEmails,
          readName,
          readPhones,
          readAmountCents,
          readCountry,
          readChannel,
          (text: string) => readPostcode(text, 'FR'),
        ];
        for (const read of readers) expect(typeof read(raw).ok).toBe('boolean');
        const again = <T>(
          found: Read<T>,
          reader: (text: string) => Read<T>,
          write: (value: T) => string,
        ) => {
          if (found.ok) expect(value(reader(write(found.value)))).toEqual(found.value);
        };
        again(readDay(raw), readDay, (day) => day ?? '');
        again(readPhones(raw), readPhones, (numbers) => numbers.join(' / '));
        again(readEmails(raw), readEmails, (emails) => emails.join(' ; '));
        again(readName(raw), readName, String);
        again(readPostcode(raw, 'FR'), (text) => readPostcode(text, 'FR'), String);
        again(readTime(raw), readTime, (time) => time ?? '');
      }),
      { numRuns: 500 },
    );
  });

  it('[IMPORT-4] every day of the calendar is read in every order', () => {
    const days = fc.date({
      min: new Date('1900-01-01'),
      max: new Date('2150-12-31'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, day] = iso.split('-');
        expect(value(readDay(`${day}/${month}/${year}`))).toBe(iso);
        expect(value(readDay(iso))).toBe(iso);
        const serial = Date.parse(iso) / 86_400_000 + 25_569;
        if (serial > 9_999) expect(value(readDay(String(serial)))).toBe(iso);
      }),
    );
  });
});
