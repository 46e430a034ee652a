/** The checks of the speech as it stands, a moment behind the keys so that no letter waits for them. */
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useBrand, useWrapUpTables } from '@renderer/platform/store/use-reference.ts';
import { checkScript } from '@shared/domain/script/checks/check-script.ts';
import type { Finding } from '@shared/domain/script/checks/finding.ts';
import type { CheckContext } from '@shared/domain/script/checks/subject.ts';
import { useEffect, useMemo, useState } from 'react';
import { useScript } from './editor-store.ts';
import { useVersions } from './use-speeches.ts';

const quietMs = 120;

const useContext = (brandId: string): CheckContext => {
  const brand = useBrand(brandId);
  const { dispositions } = useWrapUpTables(brandId);
  const { versions } = useVersions();
  const rules = useSlice('reference')?.rules;
  return useMemo(
    () => ({
      ...(brand === null ? {} : { brandName: brand.name }),
      avoided: rules?.find((one) => one.brandId === brandId)?.avoidedWords ?? [],
      ...(dispositions.length === 0
        ? {}
        : { dispositionCodes: dispositions.map(({ code }) => code) }),
      ...(versions === null
        ? {}
        : {
            hasScript: (id: string, version: number) =>
              versions.some((one) => one.id === id && one.version === version),
          }),
    }),
    [brand, brandId, dispositions, versions, rules],
  );
};

export const useFindings = (): readonly Finding[] => {
  const script = useScript();
  const context = useContext(script.brandId);
  const [findings, setFindings] = useState<readonly Finding[]>(() => checkScript(script, context));
  useEffect(() => {
    const timer = setTimeout(() => setFindings(checkScript(script, context)), quietMs);
    return () => clearTimeout(timer);
  }, [script, context]);
  return findings;
};
