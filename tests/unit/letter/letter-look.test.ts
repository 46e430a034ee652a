/** How a letter looks, read out of the PDF; and which pictures are none. */
import { imageFault } from '@api/modules/letters/check-image.ts';
import { renderLetters } from '@api/modules/letters/render-letters.ts';
import { lookOf, templateSchema } from '@shared/domain/letter/template.ts';
import { expect, it } from 'vitest';
import { pagesOf, textOf } from '../../support/pdf-words.ts';
import { addressOf, jpegOf, type PngGiven, pngOf } from '../../support/pictures.ts';

const mentions = 'Solvenne SA au capital de 1 200 000 € · RCS Nantes 412 555 777';
const head = {
  brand: { name: 'Solvenne', monogram: 'S', hue: 150, chroma: 0.1 },
  sender: ['12 quai de la Fosse', '44000 Nantes'],
  signature: 'Élodie Cœur',
  signatureTitle: 'Directrice de la relation client',
  signatureImage: addressOf(pngOf()),
  logo: addressOf(pngOf({ width: 80, colour: 2 })),
  footer: `${mentions}\n12 quai de la Fosse, 44000 Nantes`,
};
const letter = {
  address: ['MME HELENE VASSEUR', '3 RUE DU PORT', '29200 BREST'],
  subject: 'Votre bilan',
  body: 'Bonjour,',
  date: 'Le 3 décembre 2026',
};
const picturesIn = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Subtype \/Image/g)?.length ?? 0;
const mm = 72 / 25.4;
/** Fonts are read and the file is parsed: on a busy machine that takes its time. */
const patient = { timeout: 60_000 };

it(
  '[LETTER-9] has who writes, who signs and what she does, and the legal mentions at the foot of every page',
  patient,
  async () => {
    const long = { ...letter, body: 'Une ligne.\n'.repeat(90) };
    const { pdf, pages } = await renderLetters(head, [letter, long]);
    const read = await pagesOf(pdf);
    expect(pages).toEqual([1, read.length - 1]);
    expect(read.length).toBeGreaterThan(2);
    for (const page of read) {
      const foot = page.filter(({ top }) => top > 279 * mm);
      expect(textOf(foot)).toBe(`${mentions} 12 quai de la Fosse, 44000 Nantes`);
      const others = page.filter((one) => !foot.includes(one));
      expect(Math.max(...others.map(({ top }) => top))).toBeLessThan(276 * mm);
    }
    for (const page of [read[0], read.at(-1)]) {
      const words = textOf(page);
      expect(words).toMatch(/Élodie Cœur\s+Directrice de la relation client/);
    }
    expect(textOf(read[0])).toContain('12 quai de la Fosse 44000 Nantes');
  },
);

it(
  '[LETTER-9] never parts a signature from its name, wherever the text ends',
  patient,
  async () => {
    const many = Array.from({ length: 12 }, (_, at) => ({
      ...letter,
      body: 'Une ligne.\n'.repeat(30 + at),
    }));
    const { pdf, pages } = await renderLetters(head, many);
    const read = await pagesOf(pdf);
    let first = 0;
    for (const count of pages) {
      const last = read[first + count - 1];
      const names = last?.filter(({ text }) => /Élodie Cœur|Directrice/.test(text)) ?? [];
      expect(names).toHaveLength(2);
      const textEnds = Math.max(
        22 * mm,
        ...(last ?? []).filter(({ text }) => text === 'Une ligne.').map(({ top }) => top),
      );
      // Her hand stands above her name, on the same page: 55 mm wide it would be 16.5 mm high.
      expect((names[0]?.top ?? 0) - textEnds).toBeGreaterThan(16 * mm);
      first += count;
    }
  },
);

it('[LETTER-9] keeps a picture once, however many letters show it', patient, async () => {
  const one = picturesIn((await renderLetters(head, [letter])).pdf);
  const many = await renderLetters(
    head,
    Array.from({ length: 4 }, () => letter),
  );
  expect(one).toBeGreaterThan(0);
  expect(picturesIn(many.pdf)).toBe(one);
});

it('[LETTER-9] without a look has the initials, and nothing at its foot', patient, async () => {
  const { brand } = head;
  const none = templateSchema.parse({
    brandId: 'solvenne',
    name: 'x',
    channel: 'post',
    body: 'x',
  });
  const { pdf } = await renderLetters({ ...lookOf(none), brand }, [letter]);
  const [page = []] = await pagesOf(pdf);
  expect(page.map(({ text }) => text)).toContain('S');
  expect(page.filter(({ top }) => top > 260 * mm)).toEqual([]);
  expect(picturesIn(pdf)).toBe(0);
});

it('[LETTER-9] takes pictures that can be printed', () => {
  for (const colour of [0, 2, 4, 6]) expect(imageFault(addressOf(pngOf({ colour })))).toBeNull();
  for (const colours of [1, 3])
    expect(imageFault(addressOf(jpegOf(900, 300, colours), 'jpeg'))).toBeNull();
});

it('[LETTER-9] refuses what is no picture, or would be one of too many points, before a PDF is made of it', () => {
  const wrong: readonly [PngGiven, RegExp][] = [
    [{ packed: Buffer.from('not packed at all') }, /no whole PNG/],
    [{ points: Buffer.alloc(20) }, /no whole PNG/],
    [{ points: Buffer.alloc(50_000_000) }, /no whole PNG/],
    [{ points: Buffer.alloc((1 + 40 * 4) * 12, 9) }, /no whole PNG/],
    [{ ends: 'not' }, /no whole PNG/],
    [{ colour: 3 }, /no whole PNG/],
    [{ bits: 16 }, /8 bits/],
    [{ colour: 5 }, /8 bits/],
    [{ interlaced: 1 }, /not interlaced/],
    [{ width: 3001, height: 1 }, /3000 pixels/],
    [{ width: 0 }, /no picture/],
  ];
  for (const [given, said] of wrong) expect(imageFault(addressOf(pngOf(given)))).toMatch(said);
  const liar = pngOf();
  liar.writeUInt32BE(0xffff_ffff, 33);
  expect(imageFault(addressOf(liar))).toBe('no whole PNG');
  expect(imageFault(addressOf(jpegOf(900, 3001), 'jpeg'))).toMatch(/3000 pixels/);
  expect(imageFault(addressOf(jpegOf(90, 30, 4), 'jpeg'))).toMatch(/grey or RGB/);
  expect(imageFault(addressOf(jpegOf(90, 30).subarray(0, 8), 'jpeg'))).toBe('no whole JPEG');
  expect(imageFault(addressOf(Buffer.from('GIF89a')))).toMatch(/PNG or JPEG/);
});
