/** Where a way of a step leads: to another step, to a new one, or nowhere yet. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { leadTo, mostSteps, newStep, type WayField } from '@shared/domain/script/editing/edits.ts';
import type { Step } from '@shared/domain/script/step.ts';
import { useState } from 'react';
import { useEdit, useScript } from './editor-store.ts';
import { SelectInput } from './form-parts.tsx';

const nowhere = '';
const fresh = '+';
const allAtMost = 150;

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
  const [opened, setOpened] = useState(false);
  // Of a large speech the steps are listed when the list is wanted, not with every form.
  const shown =
    opened || steps.length <= allAtMost ? steps : steps.filter(({ id }) => id === value);
  const choose = (chosen: string) =>
    edit(`${step.id} ${field}`, (script) => {
      if (chosen !== fresh)
        return leadTo(script, { stepId: step.id, field }, chosen === nowhere ? null : chosen);
      const added = newStep(script, 'say', { title: t('speechEditor.newStep'), text: '' });
      const steps = [...script.steps, added];
      return leadTo({ ...script, steps }, { stepId: step.id, field }, added.id);
    });
  return (
    <SelectInput
      label={label}
      value={value ?? nowhere}
      name={field}
      narrow
      onChange={choose}
      onOpen={() => setOpened(true)}
      options={[
        { id: nowhere, label: t('speechEditor.nowhere') },
        ...shown.filter(({ id }) => id !== step.id).map(({ id, title }) => ({ id, label: title })),
        ...(steps.length < mostSteps ? [{ id: fresh, label: t('speechEditor.toNewStep') }] : []),
      ]}
    />
  );
};
