/** Letters: their fields, their addresses, and what the PDF really holds. */
import { renderLetters, WINDOW } from '@api/modules/letters/render-letters.ts';
import { brandInk } from '@shared/domain/letter/brand-ink.ts';
import { postalLines } from '@shared/domain/letter/postal-lines.ts';
import { merged, templateSchema } from '@shared/domain/letter/template.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesOf, textOf } from '../../support/pdf-words.ts';

const head = {
  brand: { name: 'Solvenne', monogram: 'S', hue: 150, chroma: 0.1 },
  sender: ['12 quai de la Fosse', '44000 Nantes'],
  signature: 'Élodie Cœur, conseillère',
  signatureTitle: '',
  signatureImage: null,
  logo: null,
  footer: '',
};
const letter = {
  address: ['MME HELENE VASSEUR', '3 RUE DU PORT', '29200 BREST'],
  subject: 'Votre bilan',
  body: 'Bonjour,\n\nUn bilan à 0 €.',
  date: 'Le 3 décembre 2026',
};
const someone = (rest: object = {}) => ({
  kind: 'person' as const,
  civility: 'mme' as const,
  firstName: 'Hélène',
  lastName: 'Vasseur',
  companyName: null,
  address: {
    lines: ['3, rue du Port'],
    postcode: '29200',
    commune: 'Brest',
    inseeCode: '29019',
    country: 'FR',
  },
  ...rest,
});

describe('a template', () => {
  it('[LETTER-2] refuses a field that nobody can fill, by name', () => {
    const wanted = {
      brandId: 'solvenne',
      name: 'x',
      channel: 'post',
      body: 'Bonjour {{customer.prenom}}',
    };
    const found = templateSchema.safeParse(wanted);
    expect(found.error?.issues[0]).toMatchObject({
      path: ['body'],
      message: expect.stringMatching(
        /no field \{\{customer.prenom\}\}; there are customer.formalName/,
      ),
    });
    expect(templateSchema.safeParse({ ...wanted, body: '{{ customer.firstName }}' }).success).toBe(
      true,
    );
    expect(templateSchema.safeParse({ ...wanted, body: 'x', channel: 'email' }).success).toBe(
      false,
    );
    // Each of its texts, and each field of them.
    const both = templateSchema.safeParse({ ...wanted, subject: '{{a}} {{ b }}', body: '{{}}' });
    expect(both.error?.issues.map(({ path, message }) => [path[0], message.slice(0, 14)])).toEqual([
      ['subject', 'no field {{a}}'],
      ['subject', 'no field {{b}}'],
      ['body', 'no field {{}};'],
    ]);
  });

  it('[LETTER-3] is filled, and says what is missing', () => {
    expect(
      merged('{{customer.firstName}}, {{ appointment.day }} {{appointment.day}}', {
        'customer.firstName': 'Anne',
      }),
    ).toEqual({
      text: 'Anne,  ',
      missing: ['appointment.day'],
    });
    // What is known to be empty is missing as well: « Bonjour , » is not written.
    expect(merged('{{customer.commune}}{{today}}', { 'customer.commune': '', today: 'x' })).toEqual(
      {
        text: 'x',
        missing: ['customer.commune'],
      },
    );
  });
});

describe('an address', () => {
  it('[LETTER-4] is in capitals without accents, its name first, postcode and commune last', () => {
    expect(postalLines(someone())).toEqual({
      lines: ['MME HELENE VASSEUR', '3 RUE DU PORT', '29200 BREST'],
      shortened: false,
    });
    const company = someone({
      kind: 'company',
      companyName: 'Cœur & Fils',
      civility: 'none',
      firstName: '',
      lastName: '',
    });
    expect(postalLines(company)?.lines[0]).toBe('COEUR FILS');
    expect(postalLines(someone({ address: null }))).toBeNull();
    const [endless = ''] = postalLines(someone({ firstName: 'A'.repeat(60) }))?.lines ?? [];
    expect(endless).toHaveLength(38);
    const long = {
      ...someone().address,
      lines: ['1234 boulevard du Général Leclerc de Hauteclocque'],
    };
    expect(postalLines(someone({ address: long }))).toEqual({
      lines: ['MME HELENE VASSEUR', '1234 BD DU GAL LECLERC DE HAUTECLOCQUE', '29200 BREST'],
      shortened: true,
    });
  });

  it('[LETTER-4] of 38 characters stays as it is; of one more it is shortened, and that is said', () => {
    const street = (line: string) =>
      postalLines(someone({ address: { ...someone().address, lines: [line] } }));
    const whole = `12 ${'A'.repeat(35)}`;
    expect(street(whole)).toEqual({
      lines: ['MME HELENE VASSEUR', whole, '29200 BREST'],
      shortened: false,
    });
    expect(street(`${whole}B`)).toEqual({
      lines: ['MME HELENE VASSEUR', whole, '29200 BREST'],
      shortened: true,
    });
    // By the norm's short forms no further than is needed.
    expect(street(`12 avenue du boulevard ${'A'.repeat(17)}`)?.lines[1]).toBe(
      `12 AVENUE DU BD ${'A'.repeat(17)}`,
    );
    // Cut between two words it ends with the first.
    expect(street(`${'A'.repeat(37)} BCD`)?.lines[1]).toBe('A'.repeat(37));
  });

  it('[LETTER-4] keeps its postcode before a long commune, its name and the lines next to the street, and the country', () => {
    const long = { ...someone().address, commune: `Saint-${'B'.repeat(40)}` };
    const [, , last = ''] = postalLines(someone({ address: long }))?.lines ?? [];
    expect(last).toBe(`29200 ST ${'B'.repeat(29)}`);
    const many = { ...someone().address, lines: ['a', 'b', 'c', 'd'] };
    const firm = { kind: 'company' as const, companyName: 'Cœur & Fils' };
    expect(postalLines(someone({ ...firm, address: many }))).toEqual({
      lines: ['COEUR FILS', 'A', 'B', 'C', 'D', '29200 BREST'],
      shortened: true,
    });
    const abroad = { ...many, country: 'BE' };
    expect(postalLines(someone({ address: abroad }))).toEqual({
      lines: ['MME HELENE VASSEUR', 'B', 'C', 'D', '29200 BREST', 'BE'],
      shortened: true,
    });
    expect(postalLines(someone({ address: many }))?.shortened).toBe(false);
  });

  it('[LETTER-4] never has more than six lines of 38 characters, and keeps its postcode', () => {
    const text = (max: number) =>
      fc.oneof(
        fc.string({ maxLength: max, unit: 'binary' }),
        fc.stringMatching(new RegExp(`^[A-Za-zéàœ' ]{0,${max}}$`)),
      );
    fc.assert(
      fc.property(
        text(80),
        text(80),
        fc.array(text(120), { maxLength: 4 }),
        text(80),
        (firstName, lastName, lines, commune) => {
          const address = {
            lines,
            postcode: '29200',
            commune: `X${commune}`,
            inseeCode: null,
            country: 'FR',
          };
          const found = postalLines(someone({ firstName, lastName, address }));
          expect(found?.lines.length).toBeLessThanOrEqual(6);
          for (const line of found?.lines ?? [])
            expect(line).toMatch(/^[A-Z0-9](?:[A-Z0-9 ]{0,36}[A-Z0-9])?$/);
          expect(found?.lines.at(-1)).toMatch(/^29200 X/);
        },
      ),
    );
  });
});

// Fonts are read and the file is parsed: on a busy machine that takes its time.
describe('the PDF', { timeout: 60_000 }, () => {
  it('[LETTER-5] has every line of the address within the window, however wide its letters', async () => {
    const wide = Array.from({ length: 6 }, () => 'W'.repeat(38));
    for (const address of [letter.address, wide]) {
      const { pdf } = await renderLetters(head, [{ ...letter, address }]);
      const [page = []] = await pagesOf(pdf);
      const lines = page.filter(({ text }) => address.includes(text.trim()));
      expect(lines).toHaveLength(address.length);
      for (const { x, top, width } of lines) {
        expect(x).toBeGreaterThanOrEqual(WINDOW.left);
        expect(x + width).toBeLessThanOrEqual(WINDOW.right);
        expect(top).toBeGreaterThan(WINDOW.top + 6);
        expect(top).toBeLessThanOrEqual(WINDOW.bottom - 3);
      }
      const others = page.filter((one) => !lines.includes(one));
      const within = others.filter(
        ({ x, top, width }) => x + width > WINDOW.left && top > WINDOW.top && top < WINDOW.bottom,
      );
      expect(within).toEqual([]);
    }
  });

  it('[LETTER-6] can be read, with every French sign and the euro, in letters of its own', async () => {
    const signs = 'àâäçéèêëîïôöùûüÿœæ ÀÂÇÉÈÊËÎÏÔÙÛÜŸŒÆ « 12 € » ’ … – °';
    const { pdf } = await renderLetters(head, [{ ...letter, body: signs }]);
    const [page] = await pagesOf(pdf);
    for (const sign of signs.replaceAll(' ', '')) expect(textOf(page)).toContain(sign);
    expect(textOf(page)).toContain('Élodie Cœur');
    expect(pdf.toString('latin1')).toMatch(/\/FontFile[23]/);
    expect(pdf.toString('latin1')).not.toMatch(/\/BaseFont \/Helvetica/);
  });

  it('[LETTER-7] of many begins each on a page of its own and says of how many pages each is', async () => {
    const many = [1, 2, 3, 4, 5].map((at) => ({
      ...letter,
      subject: `Lettre ${at}`,
      body: at === 3 ? 'Une ligne.\n'.repeat(120) : letter.body,
    }));
    const { pdf, pages } = await renderLetters(head, many);
    expect(pages).toEqual([1, 1, pages[2], 1, 1]);
    expect(pages[2]).toBeGreaterThan(1);
    const read = await pagesOf(pdf);
    expect(read).toHaveLength(pages.reduce((sum, one) => sum + one, 0));
    let first = 0;
    for (const [at, count] of pages.entries()) {
      expect(textOf(read[first])).toContain(`Lettre ${at + 1}`);
      first += count;
    }
  });

  it('[LETTER-6] is in a colour of the brand that can be read on white', () => {
    expect(brandInk({ hue: 0, chroma: 0 })).toMatch(/^#(..)\1\1$/);
    for (let hue = 0; hue < 360; hue += 15) {
      const [r, g, b] = [1, 3, 5].map(
        (at) => Number.parseInt(brandInk({ hue, chroma: 0.15 }).slice(at, at + 2), 16) / 255,
      );
      const lit = [r ?? 0, g ?? 0, b ?? 0].map((one) =>
        one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4,
      );
      const luminance = 0.2126 * (lit[0] ?? 0) + 0.7152 * (lit[1] ?? 0) + 0.0722 * (lit[2] ?? 0);
      expect(1.05 / (luminance + 0.05)).toBeGreaterThan(4.5);
    }
  });
});
