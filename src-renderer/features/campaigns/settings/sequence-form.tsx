/** What happens before and after the call, as a line of steps (SEQ-14). */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import {
  type Sequence,
  type SequenceStep,
  type StepKind,
  sequenceStepSchema,
  stepKinds,
} from '@shared/domain/campaign/sequence.ts';
import styles from './sequence.module.css';
import { SequenceStepRow } from './sequence-step.tsx';
import type { SettingsDesk } from './use-settings.ts';
import { useTemplates } from './use-templates.ts';

const css = styleNames(styles);
const before: readonly StepKind[] = ['letter', 'email', 'sms'];
const after: readonly StepKind[] = ['documentation', 'appointment', 'reminder'];

/** What is written goes before the call, the rest to the end; a name that no other step has. */
export const withStep = ({ steps, ...rest }: Sequence, kind: StepKind): Sequence => {
  const ids = new Set(steps.map(({ id }) => id));
  let number = 1;
  while (ids.has(`${kind}-${number}`)) number += 1;
  const step = sequenceStepSchema.parse({ id: `${kind}-${number}`, kind });
  const at = before.includes(kind) ? steps.findIndex((one) => one.kind === 'call') : steps.length;
  return { ...rest, steps: [...steps.slice(0, at), step, ...steps.slice(at)] };
};

/** Without its appointment a reminder has nothing to remind of. */
export const withoutStep = ({ steps, ...rest }: Sequence, id: string): Sequence => {
  const left = steps.filter((one) => one.id !== id);
  const hasVisit = left.some(({ kind }) => kind === 'appointment');
  return { ...rest, steps: left.filter(({ kind }) => hasVisit || kind !== 'reminder') };
};

const mayAdd = ({ steps }: Sequence, kind: StepKind): boolean => {
  if (kind === 'call') return false;
  const hasVisit = steps.some((one) => one.kind === 'appointment');
  if (kind === 'appointment') return !hasVisit;
  return steps.length < 12 && (kind !== 'reminder' || hasVisit);
};

export const SequenceForm = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t } = useText();
  const { settings, change } = desk;
  const { sequence, brandId } = settings;
  const templates = useTemplates(brandId);
  const set = (next: Sequence) => change({ sequence: next });
  const changeStep = (id: string, part: Partial<SequenceStep>) =>
    set({
      ...sequence,
      steps: sequence.steps.map((one) => (one.id === id ? { ...one, ...part } : one)),
    });
  const beginsByLetter = sequence.steps[0]?.kind === 'letter';
  return (
    <Sheet look="wide" title={t('sequence.title')}>
      <p>{t('sequence.detail')}</p>
      <ol className={css('steps')}>
        {sequence.steps.map((step) => (
          <SequenceStepRow
            key={step.id}
            step={step}
            brandId={brandId}
            callKind={settings.callKind}
            templates={templates.all}
            onWritten={templates.again}
            onChange={(part) => changeStep(step.id, part)}
            onRemove={step.kind === 'call' ? null : () => set(withoutStep(sequence, step.id))}
          />
        ))}
      </ol>
      <fieldset className={css('add')}>
        <legend>{t('sequence.add')}</legend>
        {stepKinds
          .filter((kind) => before.includes(kind) || after.includes(kind))
          .filter((kind) => mayAdd(sequence, kind))
          .map((kind) => (
            <Button
              key={kind}
              size="small"
              icon="plus"
              onClick={() => set(withStep(sequence, kind))}
            >
              {t(`sequence.kind.${kind}`)}
            </Button>
          ))}
      </fieldset>
      {beginsByLetter ? (
        <label className={css('consent')}>
          <input
            type="checkbox"
            checked={sequence.lettersWithoutConsent}
            onChange={(event) =>
              set({ ...sequence, lettersWithoutConsent: event.currentTarget.checked })
            }
          />
          <span>
            {t('sequence.withoutConsent')}
            <small>{t('sequence.withoutConsentDetail')}</small>
          </span>
        </label>
      ) : null}
    </Sheet>
  );
};
