/** Sends a change of one step; `place` tells which field, so that its letters are taken back together. */
import { changeStep } from '@shared/domain/script/editing/edits.ts';
import type { Step } from '@shared/domain/script/step.ts';
import { useEdit } from './editor-store.ts';

export type StepEdit = (place: string, change: Partial<Step>) => void;

export const useStepEdit = (step: Step): StepEdit => {
  const edit = useEdit();
  return (place, change) =>
    edit(`${step.id} ${place}`, (script) => changeStep(script, step.id, change));
};
