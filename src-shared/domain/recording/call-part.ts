/**
 * The part of a call that a step of its speech belongs to. The contract phase begins where what binds
 * is confirmed (C. conso. L221-16) or an order or a contract is opened; a complaint where one is opened.
 */
import type { Script } from '../script/script.ts';
import type { Step } from '../script/step.ts';
import type { CallPart } from './decide.ts';

const partOfStep = ({ passages, action }: Step): CallPart => {
  const opens = action?.type === 'open-case' ? action.kind : null;
  if (passages?.includes('confirmation') || opens === 'order' || opens === 'contract')
    return 'contract';
  return opens === 'complaint' ? 'complaint' : 'talk';
};

/** Of all steps that were stood on: once begun, a part does not end before the call. */
export const partOfCall = (
  script: Pick<Script, 'steps'> | null,
  stepIds: readonly string[],
): CallPart => {
  const parts = (script?.steps ?? [])
    .filter(({ id }) => stepIds.includes(id))
    .map((step) => partOfStep(step));
  if (parts.includes('contract')) return 'contract';
  return parts.includes('complaint') ? 'complaint' : 'talk';
};
