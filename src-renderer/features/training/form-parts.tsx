/** Fields of the forms: each says at itself what is wrong with it. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ReactNode, useId } from 'react';
import type { z } from 'zod';
import styles from './form.module.css';

const css = styleNames(styles);

/** What is wrong, by the field's path (`steps.2.text`). */
export type Wrong = { readonly [path: string]: 'missing' | 'malformed' | 'number-needed' };

/** An empty text or list, or a number that is none, is missing; anything else is malformed. */
export const wrongOf = (error: z.ZodError): Wrong =>
  Object.fromEntries(
    error.issues.map((issue) => {
      const path = issue.path.join('.');
      if (issue.message === 'number-needed') return [path, 'number-needed'];
      return [path, issue.code === 'too_small' ? 'missing' : 'malformed'];
    }),
  );

/** Gives the first field that is wrong the focus, once it is on the screen. */
export const focusWrong = (form: HTMLElement | null): void =>
  void requestAnimationFrame(() =>
    form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
  );

type Common = {
  readonly label: string;
  readonly path: string;
  readonly wrong: Wrong;
  readonly hint?: string;
};

const Field = ({
  label,
  path,
  wrong,
  hint,
  children,
}: Common & {
  readonly children: (field: {
    readonly id: string;
    readonly 'aria-invalid': boolean;
    readonly 'aria-describedby': string | undefined;
  }) => ReactNode;
}) => {
  const { t } = useText();
  const id = useId();
  const problem = wrong[path];
  const told = problem !== undefined || hint !== undefined;
  return (
    <div className={css('field')}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': problem !== undefined,
        'aria-describedby': told ? `${id}-told` : undefined,
      })}
      {told ? (
        <small id={`${id}-told`} className={css(problem !== undefined && 'wrong')}>
          {problem === undefined ? hint : t(`playForm.wrong.${problem}`)}
        </small>
      ) : null}
    </div>
  );
};

export const TextField = ({
  value,
  onChange,
  lines = 1,
  maxLength,
  ...common
}: Common & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly lines?: number;
  readonly maxLength: number;
}) => (
  <Field {...common}>
    {(field) =>
      lines === 1 ? (
        <input
          {...field}
          type="text"
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <textarea
          {...field}
          rows={lines}
          maxLength={maxLength}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    }
  </Field>
);

/** Whole or decimal; empty is 0, which no field allows that must have a value. */
export const NumberField = ({
  value,
  onChange,
  max,
  step = 1,
  ...common
}: Common & {
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly max: number;
  readonly step?: number;
}) => (
  <Field {...common}>
    {(field) => (
      <input
        {...field}
        type="number"
        min={0}
        max={max}
        step={step}
        value={value === 0 ? '' : value}
        onChange={(event) => onChange(Number(event.currentTarget.value))}
      />
    )}
  </Field>
);

export const SelectField = <T extends string>({
  value,
  options,
  onChange,
  ...common
}: Common & {
  readonly value: T;
  readonly options: readonly { readonly id: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}) => (
  <Field {...common}>
    {(field) => (
      <select
        {...field}
        value={value}
        onChange={(event) => {
          const chosen = options.find(({ id }) => id === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.id);
        }}
      >
        {options.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

/** Any number of them. */
export const BoxesField = ({
  legend,
  options,
  chosen,
  onChange,
  wrong,
}: {
  readonly legend: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: string[]) => void;
  /** In words; undefined when nothing is wrong. */
  readonly wrong?: string | undefined;
}) => (
  <fieldset className={css('boxes')}>
    <legend>{legend}</legend>
    <div>
      {options.map(({ id, label }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            aria-invalid={wrong !== undefined}
            onChange={(event) =>
              onChange(
                event.currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id),
              )
            }
          />
          {label}
        </label>
      ))}
    </div>
    {wrong === undefined ? null : <small className={css('wrong')}>{wrong}</small>}
  </fieldset>
);
