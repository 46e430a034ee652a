/** The checks of the speech as it stands, a moment behind the keys so that no letter waits for them. */
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useBrand, useWrapUpTables } from '@renderer/platform/store/use-reference.ts';
import { checkScript, checksOf, inOrder } from '@shared/domain/script/checks/check-script.ts';
import type { Finding } from '@shared/domain/script/checks/finding.ts';
import type { CheckContext } from '@shared/domain/script/checks/subject.ts';
import type { Script } from '@shared/domain/script/script.ts';
import { startTransition, useEffect, useMemo, useState } from 'react';
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

/** Up to here all checks at once; a larger speech is checked in turns, the keys heard in between. */
const atOnceAtMost = 200;

/** @returns what stops it */
const checkInTurns = (
  script: Script,
  context: CheckContext,
  done: (findings: readonly Finding[]) => void,
): (() => void) => {
  const found: Finding[] = [];
  let open: ReturnType<typeof checksOf> | null = null;
  let at = 0;
  let timer: ReturnType<typeof setTimeout>;
  const turn = () => {
    open ??= checksOf(script, context);
    const check = open[at];
    at += 1;
    if (check === undefined) return done(inOrder(script, found));
    found.push(...check());
    timer = setTimeout(turn);
  };
  timer = setTimeout(turn, quietMs);
  return () => clearTimeout(timer);
};

export type Checked = {
  readonly findings: readonly Finding[];
  /** False until it was checked for the first time: nothing is known to be in order yet. */
  readonly isChecked: boolean;
};

export const useFindings = (): Checked => {
  const script = useScript();
  const context = useContext(script.brandId);
  const [checked, setChecked] = useState<Checked>(() =>
    script.steps.length > atOnceAtMost
      ? { findings: [], isChecked: false }
      : { findings: checkScript(script, context), isChecked: true },
  );
  useEffect(() => {
    const tell = (findings: readonly Finding[]) =>
      startTransition(() => setChecked({ findings, isChecked: true }));
    if (script.steps.length > atOnceAtMost) return checkInTurns(script, context, tell);
    const timer = setTimeout(() => tell(checkScript(script, context)), quietMs);
    return () => clearTimeout(timer);
  }, [script, context]);
  return checked;
};
