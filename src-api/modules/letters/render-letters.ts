/**
 * Letters as one PDF: A4, the address where the window of a French envelope shows it, each letter on
 * pages of its own. Folded in three, a sheet may lie 11 mm lower and 10 mm further to the right than
 * at first: the block below is seen in either place (DL, window 45 by 100 mm, 20 mm from the edges).
 */

import type { Brand } from '@shared/domain/brand/brand.ts';
import { brandInk } from '@shared/domain/letter/brand-ink.ts';
import PDFDocument from 'pdfkit';
import { fonts } from './fonts.ts';

export type Letter = {
  readonly address: readonly string[];
  readonly subject: string;
  readonly body: string;
  /** As it is written: « Le 3 décembre 2026 ». */
  readonly date: string;
};
export type Letterhead = {
  readonly brand: Pick<Brand, 'name' | 'monogram' | 'hue' | 'chroma'>;
  readonly sender: readonly string[];
  readonly signature: string;
  readonly logo: string | null;
};
export type Rendered = { readonly pdf: Buffer; readonly pages: readonly number[] };

const MM = 72 / 25.4;
/** Of the sheet: what the window shows wherever the sheet lies in the envelope. */
export const WINDOW = { left: 100 * MM, right: 190 * MM, top: 45 * MM, bottom: 79 * MM } as const;
const ADDRESS = { x: 103 * MM, y: 48 * MM, width: 85 * MM, leading: 4.7 * MM, size: 9.5 } as const;
const MARGIN = 22 * MM;
const BODY_FROM = 100 * MM;
const PAGE_WIDTH = 210 * MM;
const TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN;

type Doc = PDFKit.PDFDocument;

const drawHead = (doc: Doc, { brand, sender, logo }: Letterhead): void => {
  const ink = brandInk(brand);
  if (logo === null) {
    doc.roundedRect(MARGIN, 18 * MM, 12 * MM, 12 * MM, 2 * MM).fill(ink);
    doc.font('bold').fontSize(15).fillColor('#ffffff');
    doc.text(brand.monogram, MARGIN, 21.4 * MM, { width: 12 * MM, align: 'center' });
  } else {
    const bytes = Buffer.from(logo.slice(logo.indexOf(',') + 1), 'base64');
    doc.image(bytes, MARGIN, 18 * MM, { fit: [40 * MM, 14 * MM] });
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
  if (head.signature !== '') {
    doc.moveDown(2);
    doc.text(head.signature, { width: TEXT_WIDTH });
  }
};

/** @returns the file and of how many pages each letter is, in their order. */
export const renderLetters = (head: Letterhead, letters: readonly Letter[]): Promise<Rendered> =>
  new Promise((resolve, reject) => {
    const { regular, bold } = fonts();
    const doc = new PDFDocument({
      size: 'A4',
      autoFirstPage: false,
      margins: { top: MARGIN, bottom: 18 * MM, left: MARGIN, right: MARGIN },
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
    for (const letter of letters) {
      pages.push(0);
      doc.addPage();
      drawLetter(doc, head, letter);
    }
    doc.end();
  });
