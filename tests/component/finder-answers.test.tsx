import { useAnswers } from '@renderer/features/finder/use-answers.ts';
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';

it('[UI-38] Enter between an answer and its drawing takes the row of that answer', async () => {
  const taken: string[] = [];
  const look = async (typed: string) => [`${typed} first`, `${typed} second`];
  const { result } = renderHook(() => useAnswers<string>(look, (row) => taken.push(row)));
  await act(() => result.current.ask('mar'));
  // What the key handler holds that was drawn last.
  const { takeAt } = result.current;
  await act(async () => {
    await result.current.ask('marchand');
    // The answer is there; the drawing waits for the end of this act.
    takeAt(0);
  });
  expect(taken).toEqual(['marchand first']);
});
