/** One step: what, how long after the one before, for whom, and what is written. */

import { NumberField, SelectField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { KeptTemplate } from '@shared/contracts/http/letters.ts';
import type { CampaignSettings } from '@shared/domain/campaign/campaign.ts';
import {
  channelOfStep,
  isWrittenToSell,
  type SequenceStep,
  type StepKind,
  stepConditions,
} from '@shared/domain/campaign/sequence.ts';
import { templateChannels } from '@shared/domain/letter/template.ts';
import { useState } from 'react';
import styles from './sequence.module.css';
import { TemplateForm } from './template-form.tsx';

const css = styleNames(styles);
const none = '';
const icons: Readonly<Record<StepKind, IconName>> = {
  letter: 'file',
  email: 'email',
  sms: 'sms',
  call: 'phone',
  documentation: 'catalogue',
  appointment: 'calendar',
  reminder: 'clock',
};

type StepProps = {
  readonly step: SequenceStep;
  readonly brandId: string;
  readonly callKind: CampaignSettings['callKind'];
  readonly templates: readonly KeptTemplate[] | null;
  readonly onChange: (part: Partial<SequenceStep>) => void;
  readonly onWritten: () => Promise<void>;
  readonly onRemove: (() => void) | null;
};

const Delay = ({ step, onChange }: Pick<StepProps, 'step' | 'onChange'>) => {
  const { t } = useText();
  const isReminder = step.kind === 'reminder';
  return (
    <>
      <NumberField
        label={t(isReminder ? 'sequence.daysBefore' : 'sequence.daysAfter')}
        value={step.afterDays}
        from={0}
        to={90}
        onChange={(afterDays) => onChange({ afterDays: Math.round(afterDays ?? 0) })}
      />
      {isReminder ? null : (
        <SelectField
          label={t('sequence.days')}
          value={step.days}
          options={(['calendar', 'working'] as const).map((id) => ({
            id,
            label: t(`sequence.dayKind.${id}`),
          }))}
          onChange={(days) => onChange({ days: days === 'working' ? 'working' : 'calendar' })}
        />
      )}
    </>
  );
};

const Written = ({
  step,
  brandId,
  callKind,
  templates,
  onChange,
  onWritten,
}: Omit<StepProps, 'onRemove'>) => {
  const { t } = useText();
  const [writing, setWriting] = useState(false);
  const channel = channelOfStep(step);
  const fitting = (templates ?? []).filter((one) => one.template.channel === channel);
  // Ids are in the order of time.
  const last = fitting.toSorted((one, other) => (one.id < other.id ? 1 : -1))[0] ?? null;
  const chosen = fitting.find(({ id }) => id === step.templateId) ?? null;
  return (
    <>
      {step.kind === 'documentation' || step.kind === 'reminder' ? (
        <SelectField
          label={t('sequence.channel')}
          value={step.channel}
          options={templateChannels.map((id) => ({ id, label: t(`channel.${id}`) }))}
          onChange={(id) =>
            onChange({
              channel: templateChannels.find((one) => one === id) ?? 'email',
              templateId: null,
            })
          }
        />
      ) : null}
      <SelectField
        label={t('sequence.writes')}
        wrong={step.templateId === null}
        hint={step.templateId === null ? t('sequence.nothingChosen') : ''}
        value={step.templateId ?? none}
        options={[
          { id: none, label: t('sequence.choose') },
          ...fitting.map(({ id, template }) => ({ id, label: template.name })),
        ]}
        onChange={(id) => onChange({ templateId: id === none ? null : id })}
      />
      <Button look="ghost" icon="pencil" onClick={() => setWriting(!writing)}>
        {t(chosen === null ? 'sequence.write' : 'sequence.rewrite')}
      </Button>
      {writing ? (
        <TemplateForm
          key={chosen?.id ?? channel}
          brandId={brandId}
          channel={channel}
          known={chosen}
          sells={isWrittenToSell(step, callKind)}
          like={last?.template ?? null}
          onSaved={(templateId) => {
            void onWritten();
            onChange({ templateId });
          }}
          onClose={() => setWriting(false)}
        />
      ) : null}
    </>
  );
};

export const SequenceStepRow = ({ onRemove, ...props }: StepProps) => {
  const { t } = useText();
  const { step, onChange } = props;
  const isWritten = step.kind !== 'call' && step.kind !== 'appointment';
  const hasCondition = step.kind === 'letter' || step.kind === 'email' || step.kind === 'sms';
  return (
    <li className={css('step')} aria-label={t(`sequence.kind.${step.kind}`)}>
      <header>
        <Icon name={icons[step.kind]} size={18} />
        <h3>{t(`sequence.kind.${step.kind}`)}</h3>
        {onRemove === null ? null : (
          <Button look="ghost" size="small" onClick={onRemove}>
            {t('sequence.remove')}
          </Button>
        )}
      </header>
      {step.kind === 'appointment' ? (
        <p>{t('sequence.appointmentDetail')}</p>
      ) : (
        <div className={css('fields')}>
          <Delay step={step} onChange={onChange} />
          {hasCondition ? (
            <SelectField
              label={t('sequence.when')}
              value={step.when}
              options={stepConditions.map((id) => ({ id, label: t(`sequence.condition.${id}`) }))}
              onChange={(id) =>
                onChange({ when: stepConditions.find((one) => one === id) ?? 'always' })
              }
            />
          ) : null}
          {isWritten ? <Written {...props} /> : null}
        </div>
      )}
    </li>
  );
};
