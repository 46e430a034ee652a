/**
 * Letters as one PDF: A4, the address where the window of a French envelope shows it, each letter on
 * pages of its own. Folded in three, a sheet may lie 11 mm lower and 10 mm further to the right than
 * at first: the block below is seen in either place (DL, window 45 by 100 mm, 20 mm from the edges).
 */

import type { Brand } from '@shared/domain/brand/brand.ts';
import { brandInk } from '@shared/domain/letter/brand-ink.ts';
import type { LetterLook } from '@shared/domain/letter/template.ts';
import PDFDocument from 'pdfkit';
import { fonts } from './fonts.ts';

export type Letter = {
  readonly address: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** As it is written: « Le 3 décembre 2026 ». */
  readonly date: string;
};
export type Letterhead = LetterLook & {
  readonly brand: Pick<Brand, 'name' | 'monogram' | 'hue' | 'chroma'>;
};
export type Rendered = { readonly pdf: Buffer; readonly pages: readonly number[] };

const MM = 72 / 25.4;
/** Of the sheet: what the window shows wherever the sheet lies in the envelope. */
export const WINDOW = { left: 100 * MM, right: 190 * MM, top: 45 * MM, bottom: 79 * MM } as const;
const ADDRESS = { x: 103 * MM, y: 48 * MM, width: 85 * MM, leading: 4.7 * MM, size: 9.5 } as const;
const MARGIN = 22 * MM;
const BODY_FROM = 100 * MM;
const PAGE_WIDTH = 210 * MM;
const PAGE_HEIGHT = 297 * MM;
const TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;
const FOOT = { size: 7, fromEdge: 10 * MM, apart: 6 * MM, least: 18 * MM } as const;
const HAND = { width: 55 * MM, height: 20 * MM } as const;

type Doc = PDFKit.PDFDocument;
const drawHead = (doc: Doc, { brand, sender, logo }: Letterhead): void => {
  const ink = brandInk(brand);
  if (logo === null) {
    doc.roundedRect(MARGIN, 18 * MM, 12 * MM, 12 * MM, 2 * MM).fill(ink);
    doc.font('bold').fontSize(15).fillColor('#ffffff');
    doc.text(brand.monogram, MARGIN, 21.4 * MM, { width: 12 * MM, align: 'center' });
  } else {
    // As text: so it is in the file once; as bytes it would be as often as there are letters.
    doc.image(logo, MARGIN, 18 * MM, { fit: [40 * MM, 14 * MM] });
  }
  doc
    .font('bold')
    .fontSize(13)
    .fillColor(ink)
    .text(brand.name, MARGIN, 34 * MM);
  doc.font('regular').fontSize(8.5).fillColor('#333333');
  for (const line of sender) doc.text(line, { width: 70 * MM });
};

/** No line may leave the window: the widest one says how large they all are written. */
const drawAddress = (doc: Doc, lines: readonly string[]): void => {
  doc.font('regular').fontSize(ADDRESS.size).fillColor('#000000');
  const widest = Math.max(1, ...lines.map((line) => doc.widthOfString(line)));
  doc.fontSize(ADDRESS.size * Math.min(1, ADDRESS.width / widest));
  for (const [at, line] of lines.entries())
    doc.text(line, ADDRESS.x, ADDRESS.y + at * ADDRESS.leading, { lineBreak: false });
};

/** Hand, name and function stay on one page. */
const drawSignature = (doc: Doc, head: Letterhead): void => {
  const { signature, signatureTitle, signatureImage } = head;
  const words = [signature, signatureTitle].filter((one) => one.trim() !== '');
  if (words.length === 0 && signatureImage === null) return;
  doc.moveDown(2);
  const height = words.reduce(
    (sum, one) => sum + doc.heightOfString(one, { width: TEXT_WIDTH }),
    signatureImage === null ? 0 : HAND.height,
  );
  if (doc.y + height > doc.page.maxY()) doc.addPage();
  if (signatureImage !== null) doc.image(signatureImage, { fit: [HAND.width, HAND.height] });
  if (signature !== '') doc.font('bold').text(signature, { width: TEXT_WIDTH });
  if (signatureTitle !== '') doc.font('regular').text(signatureTitle, { width: TEXT_WIDTH });
};

const heightOfFoot = (doc: Doc, footer: string): number => {
  if (footer.trim() === '') return 0;
  doc.font('regular').fontSize(FOOT.size);
  return doc.heightOfString(footer.trim(), { width: TEXT_WIDTH, align: 'center' });
};

/** Once all pages are there: drawn while text flows it would change the letters of that text. */
const drawFeet = (doc: Doc, footer: string, height: number): void => {
  if (height === 0) return;
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at += 1) {
    doc.switchToPage(at);
    doc.page.margins.bottom = 0;
    doc.font('regular').fontSize(FOOT.size).fillColor('#444444');
    const y = PAGE_HEIGHT - FOOT.fromEdge - height;
    doc.text(footer.trim(), MARGIN, y, { width: TEXT_WIDTH, align: 'center' });
  }
};

const drawLetter = (doc: Doc, head: Letterhead, letter: Letter): void => {
  drawHead(doc, head);
  drawAddress(doc, letter.address);
  doc.font('regular').fontSize(10).fillColor('#000000');
  doc.text(letter.date, ADDRESS.x, 84 * MM, { width: ADDRESS.width });
  doc.x = MARGIN;
  doc.y = BODY_FROM;
  if (letter.subject !== '') {
    doc.font('bold').text(letter.subject, { width: TEXT_WIDTH });
    doc.moveDown();
  }
  doc.font('regular').text(letter.body, { width: TEXT_WIDTH, lineGap: 2.5 });
  drawSignature(doc, head);
};

/** @returns the file and of how many pages each letter is, in their order. */
export const renderLetters = (head: Letterhead, letters: readonly Letter[]): Promise<Rendered> =>
  new Promise((resolve, reject) => {
    const { regular, bold } = fonts();
    const doc = new PDFDocument({
      size: 'A4',
      autoFirstPage: false,
      bufferPages: true,
      // None to begin with: those of every reader have no embedded letters, and a font that is given
      // here is read anew each time that it is asked for by name.
      font: null as unknown as string,
      info: { Title: head.brand.name, Producer: 'Parlance', Creator: 'Parlance' },
      lang: 'fr-FR',
    });
    const parts: Buffer[] = [];
    const pages: number[] = [];
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('error', reject);
    doc.on('end', () => resolve({ pdf: Buffer.concat(parts), pages }));
    doc.on('pageAdded', () => {
      pages[pages.length - 1] = (pages.at(-1) ?? 0) + 1;
    });
    doc.registerFont('regular', regular);
    doc.registerFont('bold', bold);
    const foot = heightOfFoot(doc, head.footer);
    const bottom = foot === 0 ? FOOT.least : FOOT.fromEdge + foot + FOOT.apart;
    doc.options.margins = { top: MARGIN, bottom, left: MARGIN, right: MARGIN };
    for (const letter of letters) {
      pages.push(0);
      doc.addPage();
      drawLetter(doc, head, letter);
    }
    drawFeet(doc, head.footer, foot);
    doc.end();
  });
