/** What the search was asked for comes into view by itself, and has the focus. */
import { type RefObject, useEffect, useRef } from 'react';
import { useScreen, useServices } from './services.tsx';

export const useSought = <E extends HTMLElement>(id: string): RefObject<E | null> => {
  const { screen } = useServices();
  const ref = useRef<E>(null);
  const isSought = useScreen(({ soughtId }) => soughtId === id);
  useEffect(() => {
    if (!isSought) return;
    ref.current?.scrollIntoView({ block: 'center' });
    ref.current?.focus();
    screen.setState({ soughtId: null });
  }, [isSought, screen]);
  return ref;
};
