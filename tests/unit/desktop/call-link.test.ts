import { linkAmong } from '@main/desktop/call-links.ts';
import { parseCallLink, parseSelectedNumber } from '@shared/domain/number/parse-call-link.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

it.each([
  ['tel:+33639984117', '+33639984117'],
  ['tel:06%2039%2098%2041%2017', '+33639984117'],
  ['TEL:+33-6-39-98-41-17;ext=5', '+33639984117'],
  ['tel:0639984117;phone-context=+33', '+33639984117'],
  ['callto:06.39.98.41.17', '+33639984117'],
  ['callto://+33639984117', '+33639984117'],
  ['sip:+33639984117@pbx.example;transport=tls?Replaces=x', '+33639984117'],
  ['sip:6001@pbx.example', '6001'],
  ['tel:3639', '3639'],
])('[DESK-5] %s is %s, and nothing else of it counts', (link, number) => {
  expect(parseCallLink(link)?.number).toBe(number);
});

it.each([
  'tel:*21*0639984117%23',
  'tel:%2a%2306%23',
  'tel:#31#0639984117',
  'sip:camille@pbx.example',
  'sip:pbx.example',
  'tel:',
  'tel:<img src=x onerror=alert(1)>',
  'tel:+33639984117%00',
  'tel:+33639984117%0d%0aVia: x',
  'tel:%E0%A4%A',
  `tel:${'0'.repeat(400)}`,
  'javascript:alert(1)',
  'https://example/tel:+33639984117',
  'file:///etc/passwd',
  '+33639984117',
  '--inspect',
])('[DESK-5] %s is no link', (text) => {
  expect(parseCallLink(text)).toBeNull();
});

it('[DESK-5] whatever the link, what comes out is a number to dial or nothing', () => {
  const scheme = fc.constantFrom('tel:', 'callto:', 'sip:', 'TEL:', 'callto://', 'sips:', '');
  const bits = fc.constantFrom('+33', '06', '39984117', '@', ';', '?', '%', '%23', '*', '#', '<');
  const body = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc
      .array(fc.oneof(bits, fc.string({ maxLength: 4 })), { maxLength: 12 })
      .map((all) => all.join('')),
    fc.webUrl(),
    fc
      .tuple(
        fc.constantFrom('+33', '0', '0033'),
        fc.integer({ min: 100_000_000, max: 999_999_999 }),
      )
      .map((parts) => parts.join('')),
  );
  let links = 0;
  fc.assert(
    fc.property(scheme, body, (before, after) => {
      for (const found of [parseCallLink(before + after), parseSelectedNumber(before + after)]) {
        if (found === null) continue;
        links += 1;
        expect(found.number).toMatch(/^(?:\+\d{5,15}|\d{2,6})$/);
        expect(found.display.length).toBeLessThanOrEqual(60);
      }
      if (before === '') expect(parseCallLink(`x${after}`)).toBeNull();
    }),
    { numRuns: 1000, examples: [['tel:', '+33639984117']] },
  );
  expect(links).toBeGreaterThan(20);
});

it('[DESK-4] a start gives its last link; switches and the program itself are none', () => {
  const argv = ['/opt/parlance', '--no-sandbox', '.', '--', 'tel:+33639984117'];
  expect(linkAmong(argv)?.display).toBe('06 39 98 41 17');
  expect(linkAmong(['tel:+33639984117', '.'])).toBeNull();
  expect(linkAmong(['/opt/parlance', '.'])).toBeNull();
});

it.each([
  ['06 39 98 41 17', '+33639984117'],
  ['  +33 6 39 98 41 17\n', '+33639984117'],
  ['tel:0639984117', '+33639984117'],
  ['Appelez le 06 39 98 41 17 demain', undefined],
  ['*21*0639984117#', undefined],
  ['', undefined],
  ['Hélène', undefined],
])('[DESK-11] selected "%s" is %s', (text, number) => {
  expect(parseSelectedNumber(text)?.number).toBe(number);
});
