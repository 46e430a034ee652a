/** The words of a PDF with where they stand, as any reader of it would find them. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type Word = {
  readonly text: string;
  readonly x: number;
  readonly top: number;
  readonly width: number;
};
export const pagesOf = async (pdf: Buffer): Promise<Word[][]> => {
  const loading = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await loading.promise;
  const pages: Word[][] = [];
  for (let at = 1; at <= document.numPages; at += 1) {
    const page = await document.getPage(at);
    const { items } = await page.getTextContent();
    const height = page.getViewport({ scale: 1 }).height;
    pages.push(
      items.flatMap((one) =>
        'str' in one && one.str.trim() !== ''
          ? [
              {
                text: one.str,
                x: one.transform[4],
                top: height - one.transform[5],
                width: one.width,
              },
            ]
          : [],
      ),
    );
  }
  await loading.destroy();
  return pages;
};
export const textOf = (page: readonly Word[] | undefined): string =>
  (page ?? []).map(({ text }) => text).join(' ');
