/** What the step asks to be noted as data; kept at each keystroke with the call. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { PaymentFields } from '@renderer/platform/recording/payment-fields.tsx';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { fieldKey } from '@shared/domain/script/answers.ts';
import { currentStep, keepField } from '@shared/domain/script/run.ts';
import type { SpeechField } from '@shared/domain/script/step.ts';
import { useId } from 'react';
import { ConsentField } from './consent-field.tsx';
import { OptionField } from './option-field.tsx';
import styles from './speech.module.css';

const css = styleNames(styles);

const inputTypes = {
  text: 'text',
  number: 'text',
  amount: 'text',
  date: 'date',
  email: 'email',
  phone: 'tel',
} as const;

const isTyped = (type: SpeechField['type']): type is keyof typeof inputTypes =>
  Object.hasOwn(inputTypes, type);

type FieldProps = {
  readonly speech: Speech;
  readonly field: SpeechField;
  readonly value: string | number | boolean | undefined;
  readonly onKeep: (value: string | boolean) => void;
  readonly callId: string | null;
};

const Typed = ({ speech, field, value, onKeep }: FieldProps) => {
  const id = useId();
  if (!isTyped(field.type)) return null;
  return (
    <div className={css('field')}>
      <label htmlFor={id}>{speech.plain(field.label, field.labels)}</label>
      <input
        id={id}
        type={inputTypes[field.type]}
        inputMode={field.type === 'number' || field.type === 'amount' ? 'decimal' : undefined}
        value={value === undefined ? '' : String(value)}
        onChange={(event) => onKeep(event.currentTarget.value)}
      />
    </div>
  );
};

/** Without a call there is nobody to say a card's numbers. */
const Payment = ({ speech, field, callId }: FieldProps) =>
  callId === null ? null : (
    <PaymentFields callId={callId} label={speech.plain(field.label, field.labels)} />
  );

const Field = (props: FieldProps) => {
  const { t } = useText();
  const { speech, field, value, onKeep } = props;
  if (field.type === 'payment') return <Payment {...props} />;
  if (field.type === 'consent' && field.consent !== undefined)
    return <ConsentField speech={speech} field={field} ask={field.consent} value={value} />;
  if (field.type === 'yes-no')
    return (
      <OptionField
        legend={speech.plain(field.label, field.labels)}
        value={value === undefined ? null : String(value)}
        options={[
          { id: 'true', label: t('common.yes') },
          { id: 'false', label: t('common.no') },
        ]}
        onChoose={(id) => onKeep(id === 'true')}
      />
    );
  if (field.type === 'one-of')
    return (
      <OptionField
        legend={speech.plain(field.label, field.labels)}
        value={typeof value === 'string' ? value : null}
        options={(field.options ?? []).map(({ id, label, labels }) => ({
          id,
          label: speech.plain(label, labels),
        }))}
        onChoose={onKeep}
      />
    );
  return <Typed {...props} />;
};

export const SpeechFields = ({
  speech,
  callId,
}: {
  readonly speech: Speech;
  readonly callId: string | null;
}) => {
  const { t } = useText();
  const { script, record, walk } = speech;
  const step = currentStep(script, record);
  if (step.fields.length === 0) return null;
  return (
    <section className={css('fields')} aria-label={t('speech.fields')}>
      {step.fields.map((field) => (
        <Field
          key={field.id}
          callId={callId}
          speech={speech}
          field={field}
          value={record.fields[fieldKey(step.id, field.id)]}
          onKeep={(value) => walk((current) => keepField(script, current, field.id, value))}
        />
      ))}
    </section>
  );
};
