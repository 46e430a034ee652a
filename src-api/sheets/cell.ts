/**
 * What a cell of a table that goes out may hold. A text that a spreadsheet would run as a formula gets
 * an apostrophe before it in CSV, and loses exactly that one when the table is read again.
 */
export type SheetCell = string | number | boolean | null;
export type SheetRow = readonly SheetCell[];
export type SheetRows = AsyncIterable<SheetRow> | Iterable<SheetRow>;

/** What Excel, LibreOffice and Google Sheets take for the beginning of a formula, in wide letters too. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

export const neutralised = (text: string): string => (formula.test(text) ? `'${text}` : text);

export const plain = (text: string): string =>
  text.startsWith("'") && formula.test(text) ? text.slice(1) : text;
