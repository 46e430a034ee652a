import type { KeyboardEvent } from 'react';

/** Alt+F, by the key's place: on a Mac the character would be another one. */
export const isStarKey = ({ altKey, ctrlKey, code }: KeyboardEvent): boolean =>
  altKey && !ctrlKey && code === 'KeyF';
