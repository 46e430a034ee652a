/** Least squares with weights and a penalty, which has an answer for any data. */

export type Example = {
  readonly x: readonly number[];
  readonly y: number;
  readonly weight: number;
};

/** Solves A·b = c for a symmetric positive definite A, by Cholesky's decomposition. */
const solve = (a: number[][], c: readonly number[]): number[] => {
  const size = c.length;
  const cell = (row: number, column: number): number => a[row]?.[column] ?? 0;
  const lower = a.map(() => new Array<number>(size).fill(0));
  const low = (row: number, column: number): number => lower[row]?.[column] ?? 0;
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column <= row; column += 1) {
      let rest = cell(row, column);
      for (let k = 0; k < column; k += 1) rest -= low(row, k) * low(column, k);
      const line = lower[row] ?? [];
      line[column] = row === column ? Math.sqrt(rest) : rest / low(column, column);
    }
  const half: number[] = [];
  for (let row = 0; row < size; row += 1) {
    let rest = c[row] ?? 0;
    for (let k = 0; k < row; k += 1) rest -= low(row, k) * (half[k] ?? 0);
    half[row] = rest / low(row, row);
  }
  const answer = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    let rest = half[row] ?? 0;
    for (let k = row + 1; k < size; k += 1) rest -= low(k, row) * (answer[k] ?? 0);
    answer[row] = rest / low(row, row);
  }
  return answer;
};

/**
 * @param penalties of each coefficient's square; each above 0
 * @returns the coefficients
 */
export const fitRidge = (examples: readonly Example[], penalties: readonly number[]): number[] => {
  const a = penalties.map((_, row) =>
    penalties.map((penalty, column) => (row === column ? penalty : 0)),
  );
  const c = penalties.map(() => 0);
  for (const { x, y, weight } of examples)
    for (let row = 0; row < x.length; row += 1) {
      const weighted = weight * (x[row] ?? 0);
      if (weighted === 0) continue;
      const line = a[row] ?? [];
      for (let column = 0; column < x.length; column += 1)
        line[column] = (line[column] ?? 0) + weighted * (x[column] ?? 0);
      c[row] = (c[row] ?? 0) + weighted * y;
    }
  return solve(a, c);
};

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, one, at) => sum + one * (b[at] ?? 0), 0);
