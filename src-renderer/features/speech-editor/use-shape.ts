/** The speech as it last led otherwise: while only words change, nothing is laid out anew. */
import { sameShape } from '@shared/domain/script/editing/shape.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { useRef } from 'react';

export const useShape = (script: Script): Script => {
  const kept = useRef(script);
  if (!sameShape(kept.current, script)) kept.current = script;
  return kept.current;
};
