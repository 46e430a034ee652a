/** Tells the engine now and then that somebody is there: a desktop that nobody uses locks. */
import { useServices } from '@renderer/platform/store/services.tsx';
import { useEffect } from 'react';

const everyMs = 15_000;

export const useActivity = (): void => {
  const { client } = useServices();
  useEffect(() => {
    let told = Number.NEGATIVE_INFINITY;
    const tell = () => {
      if (performance.now() - told < everyMs) return;
      told = performance.now();
      void client.request('session.active', {});
    };
    window.addEventListener('keydown', tell, true);
    window.addEventListener('pointerdown', tell, true);
    return () => {
      window.removeEventListener('keydown', tell, true);
      window.removeEventListener('pointerdown', tell, true);
    };
  }, [client]);
};
