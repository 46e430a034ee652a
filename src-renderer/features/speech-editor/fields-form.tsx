/** What is noted at a step: its kind, what it fills, and for a consent what is asked word for word. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { freeKey } from '@shared/domain/script/editing/edits.ts';
import {
  fieldTypes,
  fillTargets,
  type SpeechField,
  type Step,
} from '@shared/domain/script/step.ts';
import { useReadOnly } from './editor-store.ts';
import { RowButton, SelectInput, TextInput } from './form-parts.tsx';
import styles from './speech-editor.module.css';
import { readLabel, writeLabels } from './translated.ts';
import { useStepEdit } from './use-step-edit.ts';
import { useWriting } from './use-writing.ts';
import { WordsForm } from './words-form.tsx';

const css = styleNames(styles);
const mostFields = 6;
const nothing = '';

type Change = (place: string, change: Partial<SpeechField>) => void;

/** One option a line: simple to write, and it keeps its id while its words are changed. */
const OptionsInput = ({
  field,
  onChange,
}: {
  readonly field: SpeechField;
  readonly onChange: Change;
}) => {
  const { t } = useText();
  const options = field.options ?? [];
  const read = (text: string) => {
    const labels = text.split('\n').slice(0, 9);
    const taken: string[] = [];
    const next = labels.map((label, at) => {
      const id = options[at]?.id ?? freeKey(label, [...taken, ...options.map((one) => one.id)]);
      taken.push(id);
      return { ...options[at], id, label: label.slice(0, 120) };
    });
    onChange('options', { options: next });
  };
  return (
    <label className={css('field')}>
      <span>{t('speechEditor.options')}</span>
      <textarea
        rows={3}
        value={options.map((one) => one.label).join('\n')}
        onChange={(event) => read(event.currentTarget.value)}
      />
    </label>
  );
};

const ConsentForm = ({
  field,
  at,
  onChange,
}: {
  readonly field: SpeechField;
  readonly at: number;
  readonly onChange: Change;
}) => {
  const { t } = useText();
  const consent = field.consent ?? {
    channel: 'phone' as const,
    purpose: t('speechEditor.consentPurpose'),
    wording: { default: '' },
    months: 12,
    onRefusal: 'nothing' as const,
  };
  const change = (place: string, part: Partial<typeof consent>) =>
    onChange(`consent ${place}`, { consent: { ...consent, ...part } });
  return (
    <div className={css('consent')}>
      <div className={css('pair')}>
        <SelectInput
          label={t('speechEditor.consentChannel')}
          value={consent.channel}
          options={(['phone', 'email', 'sms', 'post'] as const).map((id) => ({
            id,
            label: t(`speechEditor.channel.${id}`),
          }))}
          onChange={(channel) => change('channel', { channel: channel as typeof consent.channel })}
        />
        <TextInput
          label={t('speechEditor.consentFor')}
          value={consent.purpose}
          most={200}
          onChange={(purpose) => change('purpose', { purpose: purpose || ' ' })}
        />
      </div>
      <WordsForm
        label={t('speechEditor.consentWording')}
        text={consent.wording}
        place={`fields.${at}.wording`}
        onChange={(place, wording) => change(place, { wording })}
      />
    </div>
  );
};

const FieldRow = ({
  field,
  at,
  onChange,
  onRemove,
}: {
  readonly field: SpeechField;
  readonly at: number;
  readonly onChange: Change;
  readonly onRemove: () => void;
}) => {
  const { t } = useText();
  const { writing } = useWriting();
  const own = writing.written === writing.language;
  return (
    <li className={css('row', 'fieldRow')}>
      <TextInput
        label={t('speechEditor.fieldLabel')}
        value={readLabel(field.label, field.labels, writing)}
        name={`fields.${at}`}
        onChange={(words) =>
          onChange(
            'label',
            own ? { label: words } : { labels: writeLabels(field.labels, writing, words) },
          )
        }
      />
      <SelectInput
        label={t('speechEditor.fieldType')}
        narrow
        value={field.type}
        options={fieldTypes.map((id) => ({ id, label: t(`speechEditor.fieldTypeOf.${id}`) }))}
        onChange={(type) =>
          onChange(
            'type',
            // Of a card nothing is kept, and it fills nothing.
            type === 'payment' ? { type, fills: undefined } : { type: type as SpeechField['type'] },
          )
        }
      />
      {field.type === 'payment' ? (
        <p className={css('quiet')}>{t('speechEditor.paymentKept')}</p>
      ) : (
        <SelectInput
          label={t('speechEditor.fills')}
          narrow
          value={field.fills ?? nothing}
          options={[
            { id: nothing, label: t('speechEditor.fillsNothing') },
            ...fillTargets.map((id) => ({ id, label: t(`speechEditor.fillOf.${id}`) })),
          ]}
          onChange={(fills) =>
            onChange('fills', {
              fills: fills === nothing ? undefined : (fills as SpeechField['fills']),
            })
          }
        />
      )}
      <RowButton label={t('speechEditor.removeField', { field: field.label })} onPress={onRemove}>
        <Icon name="close" size={16} />
      </RowButton>
      {field.type === 'one-of' ? <OptionsInput field={field} onChange={onChange} /> : null}
      {field.type === 'consent' ? <ConsentForm field={field} at={at} onChange={onChange} /> : null}
    </li>
  );
};

export const FieldsForm = ({ step }: { readonly step: Step }) => {
  const { t } = useText();
  const change = useStepEdit(step);
  const readOnly = useReadOnly();
  const { fields } = step;
  const add = () => {
    const label = t('speechEditor.newField');
    const id = freeKey(
      label,
      fields.map((one) => one.id),
    );
    change('fields', { fields: [...fields, { id, label, type: 'text' }] });
  };
  return (
    <fieldset className={css('rows')}>
      <legend>{t('speechEditor.fields')}</legend>
      <ol>
        {fields.map((field, at) => (
          <FieldRow
            key={field.id}
            field={field}
            at={at}
            onChange={(place, part) =>
              change(`fields.${at} ${place}`, {
                fields: fields.map((one, index) => (index === at ? { ...one, ...part } : one)),
              })
            }
            onRemove={() => change('fields', { fields: fields.filter((one) => one !== field) })}
          />
        ))}
      </ol>
      {readOnly || fields.length >= mostFields ? null : (
        <Button size="small" look="ghost" icon="plus" onClick={add}>
          {t('speechEditor.addField')}
        </Button>
      )}
    </fieldset>
  );
};
