/** What the brand has written already; asked for once, and anew when something was written. */
import { useRequest } from '@renderer/platform/store/services.tsx';
import type { KeptTemplate } from '@shared/contracts/http/letters.ts';
import { useCallback, useEffect, useState } from 'react';

export type Templates = {
  /** Null: they are asked for. */
  readonly all: readonly KeptTemplate[] | null;
  readonly again: () => Promise<void>;
};

export const useTemplates = (brandId: string): Templates => {
  const request = useRequest();
  const [all, setAll] = useState<readonly KeptTemplate[] | null>(null);
  const again = useCallback(async () => {
    const told = await request('letters.list', { brandId });
    if (told.ok) setAll(told.value.templates);
  }, [request, brandId]);
  useEffect(() => void again(), [again]);
  return { all, again };
};
