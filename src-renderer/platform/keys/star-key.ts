import type { KeyboardEvent } from 'react';

/** Alt+F. */
export const isStarKey = ({ altKey, ctrlKey, key }: KeyboardEvent): boolean =>
  altKey && !ctrlKey && key.toLowerCase() === 'f';
