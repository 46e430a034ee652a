/** Pieces of a day after one of them went elsewhere. */
import { inOrder, type Piece } from '../piece.ts';

export type Span = { readonly from: number; readonly to: number };

const without = (pieces: readonly Piece[], { from, to }: Span): Piece[] =>
  pieces.flatMap((piece) => [
    ...(piece.from < from ? [{ ...piece, to: Math.min(piece.to, from) }] : []),
    ...(piece.to > to ? [{ ...piece, from: Math.max(piece.from, to) }] : []),
  ]);

/** The same in one piece where nothing changes at its edge. */
const joined = (pieces: readonly Piece[]): Piece[] => {
  const all: Piece[] = [];
  for (const piece of inOrder(pieces)) {
    const last = all.at(-1);
    const isSame =
      last !== undefined &&
      last.to === piece.from &&
      last.kind === piece.kind &&
      last.brandId === piece.brandId &&
      last.movable === piece.movable;
    if (isSame) all[all.length - 1] = { ...last, to: piece.to };
    else all.push(piece);
  }
  return all;
};

/** Something else in these minutes. */
export const putting = (pieces: readonly Piece[], piece: Piece): Piece[] =>
  joined([...without(pieces, piece), piece]);

/** A piece at another hour; where it was she is on calls of `brandId`. */
export const shifting = (
  pieces: readonly Piece[],
  piece: Piece,
  { from, brandId }: { readonly from: number; readonly brandId: string },
): Piece[] => {
  const calls: Piece = { ...piece, kind: 'calls', brandId, movable: false };
  const filled = putting(pieces, calls);
  return putting(filled, { ...piece, from, to: from + piece.to - piece.from });
};
