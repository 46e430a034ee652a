/** Where a way of a step leads: to another step, to a new one, or nowhere yet. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { changeStep, leadTo, newStep, type WayField } from '@shared/domain/script/editing/edits.ts';
import type { Step } from '@shared/domain/script/step.ts';
import { useEdit, useScript } from './editor-store.ts';
import { SelectInput } from './form-parts.tsx';

const nowhere = '';
const fresh = '+';

export const TargetSelect = ({
  label,
  step,
  field,
  value,
}: {
  readonly label: string;
  readonly step: Step;
  readonly field: WayField;
  readonly value: string | undefined;
}) => {
  const { t } = useText();
  const { steps } = useScript();
  const edit = useEdit();
  const choose = (chosen: string) =>
    edit(`${step.id} ${field}`, (script) => {
      if (chosen !== fresh)
        return leadTo(script, { stepId: step.id, field }, chosen === nowhere ? null : chosen);
      const added = newStep(script, 'say', { title: t('speechEditor.newStep'), text: '' });
      const led = leadTo(
        { ...script, steps: [...script.steps, added] },
        { stepId: step.id, field },
        added.id,
      );
      return changeStep(led, added.id, {});
    });
  return (
    <SelectInput
      label={label}
      value={value ?? nowhere}
      name={field}
      narrow
      onChange={choose}
      options={[
        { id: nowhere, label: t('speechEditor.nowhere') },
        ...steps.filter(({ id }) => id !== step.id).map(({ id, title }) => ({ id, label: title })),
        { id: fresh, label: t('speechEditor.toNewStep') },
      ]}
    />
  );
};
