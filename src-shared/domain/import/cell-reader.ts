/** Reads the cells of one line by field, and gathers what is wrong and what was put right. */
import type { ImportField } from './field.ts';
import type { Mended, Reading } from './line.ts';
import type { LineProblem, ProblemCode, Read, Remedy } from './problem.ts';

const mostShown = 300;

export class CellReader {
  readonly problems: LineProblem[] = [];
  readonly mended: Mended[] = [];
  readonly reading: Reading;
  readonly #cells: Readonly<Record<string, string>>;

  constructor(reading: Reading, cells: Readonly<Record<string, string>>) {
    this.reading = reading;
    this.#cells = cells;
  }

  /** What the line itself says, without constants. */
  cell(field: ImportField): string {
    const column = this.reading.columns.get(field);
    return column === undefined ? '' : (this.#cells[column] ?? '').trim();
  }

  text(field: ImportField): string {
    return this.cell(field) || (this.reading.constants[field] ?? '');
  }

  isMapped(field: ImportField): boolean {
    return this.reading.columns.has(field);
  }

  /** The value, or the other one where the cell is wrong: the line is refused then anyway. */
  read<T>(field: ImportField, reader: (text: string) => Read<T>, otherwise: T): T {
    const found = reader(this.text(field));
    if (!found.ok) {
      this.refuse(field, found.code, found.remedy, found.number);
      return otherwise;
    }
    const column = this.reading.columns.get(field);
    if (found.mended !== null && column !== undefined) {
      this.mended.push({ column, mending: found.mended });
    }
    return found.value;
  }

  refuse(
    field: ImportField | null,
    code: ProblemCode,
    remedy: Remedy = { kind: 'correct' },
    number?: number,
  ): void {
    const column = field === null ? null : (this.reading.columns.get(field) ?? null);
    const read = field === null ? '' : this.text(field).slice(0, mostShown);
    const counted = number === undefined ? {} : { number };
    this.problems.push({ column, field, read, code, remedy, ...counted });
  }
}
