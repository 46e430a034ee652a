/** The gravest finding of each step. */
import type { Finding } from '@shared/domain/script/checks/finding.ts';

export const gravestByStep = (
  findings: readonly Finding[],
): ReadonlyMap<string, Finding['severity']> => {
  const gravest = new Map<string, Finding['severity']>();
  for (const { at, severity } of findings)
    if (at.stepId !== undefined && gravest.get(at.stepId) !== 'block')
      gravest.set(at.stepId, severity);
  return gravest;
};
