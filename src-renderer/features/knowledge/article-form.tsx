/** The form of a draft; what is wrong is named where it is, and nothing typed is lost by it. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ReactNode, useId } from 'react';
import type { FormWords } from './form-words.ts';
import styles from './knowledge.module.css';

const css = styleNames(styles);

export type FormProps = {
  readonly brandId: string;
  readonly words: FormWords;
  readonly wrong: readonly string[];
  readonly onChange: (change: Partial<FormWords>) => void;
};
type TextName = {
  [name in keyof FormWords]: FormWords[name] extends string ? name : never;
}[keyof FormWords];
type ListName = 'reasonCodes' | 'speechSteps';

const Field = ({
  name,
  wrong,
  children,
}: {
  readonly name: keyof FormWords;
  readonly wrong: readonly string[];
  readonly children: (id: string, isWrong: boolean) => ReactNode;
}) => {
  const { t } = useText();
  const id = useId();
  const isWrong = wrong.includes(name);
  return (
    <div className={css('field', isWrong && 'wrong')}>
      <label htmlFor={id}>{t(`knowledge.field.${name}`)}</label>
      {children(id, isWrong)}
      {isWrong ? <small role="alert">{t(`knowledge.wrong.${name}`)}</small> : null}
    </div>
  );
};

const TextField = ({
  form: { words, wrong, onChange },
  name,
  lines = 1,
}: {
  readonly form: FormProps;
  readonly name: TextName;
  readonly lines?: number;
}) => (
  <Field name={name} wrong={wrong}>
    {(id, isWrong) => {
      const common = { id, value: words[name], 'aria-invalid': isWrong || undefined };
      return lines === 1 ? (
        <input
          {...common}
          type={/^valid|^review/.test(name) ? 'date' : 'text'}
          onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      ) : (
        <textarea
          {...common}
          rows={lines}
          onChange={(event) => onChange({ [name]: event.currentTarget.value })}
        />
      );
    }}
  </Field>
);

const ChoiceField = ({
  form: { words, wrong, onChange },
  name,
  choices,
}: {
  readonly form: FormProps;
  readonly name: 'language' | 'audience';
  readonly choices: readonly (readonly [value: string, label: string])[];
}) => (
  <Field name={name} wrong={wrong}>
    {(id) => (
      <select
        id={id}
        value={words[name]}
        onChange={(event) => onChange({ [name]: event.currentTarget.value })}
      >
        {choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

const ManyField = ({
  form: { words, wrong, onChange },
  name,
  choices,
}: {
  readonly form: FormProps;
  readonly name: ListName;
  readonly choices: readonly (readonly [value: string, label: string])[];
}) => (
  <Field name={name} wrong={wrong}>
    {(id) => (
      <select
        id={id}
        multiple
        size={5}
        value={[...words[name]]}
        onChange={(event) =>
          onChange({ [name]: [...event.currentTarget.selectedOptions].map(({ value }) => value) })
        }
      >
        {choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

const useChoices = (brandId: string) => {
  const { language } = useText();
  const reference = useSlice('reference');
  const reasons = (reference?.reasons ?? [])
    .filter((one) => one.brandId === brandId)
    .map(({ code, label }) => [code, label[language]] as const);
  const steps = (reference?.scripts ?? [])
    .filter((one) => one.brandId === brandId)
    .flatMap(({ id, name, steps: its }) =>
      its.map((step) => [`${id}/${step.id}`, `${name} · ${step.title}`] as const),
    );
  return { reasons, steps };
};

export const ArticleForm = (form: FormProps) => {
  const { t } = useText();
  const { reasons, steps } = useChoices(form.brandId);
  return (
    <div className={css('form')}>
      <TextField form={form} name="title" />
      <div className={css('pair')}>
        <ChoiceField
          form={form}
          name="audience"
          choices={[
            ['internal', t('knowledge.audience.internal')],
            ['open', t('knowledge.audience.open')],
          ]}
        />
        <ChoiceField
          form={form}
          name="language"
          choices={[
            ['fr', t('knowledge.french')],
            ['en', t('knowledge.english')],
          ]}
        />
      </div>
      <TextField form={form} name="say" lines={3} />
      <TextField form={form} name="steps" lines={5} />
      <TextField form={form} name="forbidden" lines={2} />
      <TextField form={form} name="customerTitle" />
      <TextField form={form} name="customerText" lines={6} />
      <TextField form={form} name="short" lines={2} />
      <TextField form={form} name="keywords" />
      <div className={css('pair')}>
        <ManyField form={form} name="reasonCodes" choices={reasons} />
        <ManyField form={form} name="speechSteps" choices={steps} />
      </div>
      <div className={css('pair')}>
        <TextField form={form} name="validFrom" />
        <TextField form={form} name="validUntil" />
        <TextField form={form} name="reviewBy" />
      </div>
    </div>
  );
};
