/**
 * An address that may be dialled. Only what has asked the law makes one, or what calls a place of the
 * house or a simulated customer: `.dependency-cruiser.cjs` names who may.
 */
import type { Passage } from './line.ts';

export const passTo = (address: string): Passage => address as Passage;
