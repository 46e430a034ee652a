import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { openApp } from './support/open-app.tsx';
import { callWith, workWith } from './support/slices.ts';

// In a file of its own: the screen must not have been shown before.
it('[POP-15] the very first ring shows the 360 at once, without a wait for the screen', async () => {
  const load = vi.fn(async () => []);
  Object.defineProperty(document, 'fonts', { value: { load }, configurable: true });
  const { deliver } = openApp();
  await vi.waitFor(() => expect(load).toHaveBeenCalled(), 8_000);
  await import('@renderer/app/work/work-screen.tsx');
  await Promise.resolve();
  deliver('calls', [callWith()]);
  deliver('work', [workWith()]);
  expect(screen.queryByRole('heading', { name: /Hélène Vasseur/, level: 1 })).not.toBeNull();
  expect(load.mock.calls.flat().join()).toContain('Literata');
});
