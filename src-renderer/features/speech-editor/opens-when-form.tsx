/** When the speech opens: numbers called, reasons, queues, campaigns, segments. Empty asks for nothing. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { caseKinds } from '@shared/domain/customer/customer.ts';
import { readSpan, writeSpan } from '@shared/domain/script/choice/hours-words.ts';
import { type OpensWhen, speechSegments } from '@shared/domain/script/choice/opens-when.ts';
import { speechLanguages } from '@shared/domain/script/text.ts';
import { useState } from 'react';
import { useEdit, useScript } from './editor-store.ts';
import { CheckInput, Labelled } from './form-parts.tsx';
import { PickedList } from './picked-list.tsx';
import styles from './speech-editor.module.css';
import { useReasons } from './use-reasons.ts';

const css = styleNames(styles);
const nothing: OpensWhen = {
  numbers: [],
  campaigns: [],
  queues: [],
  segments: [],
  languages: [],
  hours: [],
};
const mostReasons = 20;
const e164 = /^\+[1-9]\d{5,14}$/;

/** « 01 99 00 41 10 » is the number that is kept as +33199004110. */
const numberOf = (written: string): string => {
  const digits = written.replaceAll(/[\s.()-]/g, '');
  return digits.startsWith('0') ? `+33${digits.slice(1)}` : digits;
};

/** Words in one line, separated by commas; taken when she leaves the field. */
const ListInput = ({
  label,
  hint,
  values,
  read,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly values: readonly string[];
  /** null: cannot be kept so. */
  readonly read: (written: string) => string | null;
  readonly onChange: (values: string[]) => void;
}) => {
  const { t } = useText();
  const [typed, setTyped] = useState<string | null>(null);
  const parts = (typed ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const wrong = parts.filter((part) => read(part) === null);
  const done = () => {
    if (typed === null || wrong.length > 0) return;
    onChange(parts.flatMap((part) => read(part) ?? []));
    setTyped(null);
  };
  return (
    <Labelled
      label={label}
      hint={wrong.length > 0 ? t('speechEditor.notKept', { words: wrong.join(', ') }) : hint}
    >
      {({ id, disabled }) => (
        <input
          id={id}
          type="text"
          readOnly={disabled}
          aria-invalid={wrong.length > 0}
          value={typed ?? values.join(', ')}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={done}
          onKeyDown={(event) => {
            if (event.key === 'Enter') done();
          }}
        />
      )}
    </Labelled>
  );
};

const CheckRow = <T extends string>({
  all,
  chosen,
  label,
  onChange,
}: {
  readonly all: readonly T[];
  readonly chosen: readonly T[];
  readonly label: (one: T) => string;
  readonly onChange: (chosen: T[]) => void;
}) => (
  <div className={css('checksRow')}>
    {all.map((one) => (
      <CheckInput
        key={one}
        label={label(one)}
        checked={chosen.includes(one)}
        onChange={(checked) =>
          onChange(all.filter((other) => (other === one ? checked : chosen.includes(other))))
        }
      />
    ))}
  </div>
);

const word = (written: string): string | null => (written.length <= 60 ? written : null);

const Hours = ({
  hours,
  onChange,
}: {
  readonly hours: OpensWhen['hours'];
  readonly onChange: (hours: OpensWhen['hours']) => void;
}) => {
  const { t, language } = useText();
  return (
    <ListInput
      label={t('speechEditor.opens.hours')}
      hint={t('speechEditor.opens.hoursHint')}
      values={hours.flatMap((span) => writeSpan(span, language))}
      read={(written) => (readSpan(written) === null ? null : written)}
      onChange={(written) => onChange(written.flatMap((one) => readSpan(one) ?? []))}
    />
  );
};

const Reasons = () => {
  const { t } = useText();
  const { brandId, reasonCodes } = useScript();
  const edit = useEdit();
  const { options, labelOf } = useReasons(brandId);
  return (
    <PickedList
      label={t('speechEditor.opens.reasons')}
      hint={t('speechEditor.opens.reasonsHint')}
      adding={t('speechEditor.opens.addReason')}
      removing={(reason) => t('speechEditor.opens.removeReason', { reason })}
      chosen={reasonCodes.map((code) => ({ id: code, label: labelOf(code) }))}
      options={options}
      most={mostReasons}
      name="reasonCodes"
      onChange={(codes) => edit('head reasonCodes', (now) => ({ ...now, reasonCodes: codes }))}
    />
  );
};

export const OpensWhenForm = () => {
  const { t } = useText();
  const script = useScript();
  const edit = useEdit();
  const opens = { ...nothing, ...script.opensWhen };
  const change = (place: string, part: Partial<OpensWhen>) =>
    edit(`opensWhen ${place}`, (now) => ({
      ...now,
      opensWhen: { ...nothing, ...now.opensWhen, ...part },
    }));
  return (
    <fieldset className={css('rows')}>
      <legend>{t('speechEditor.opensWhen')}</legend>
      <ListInput
        label={t('speechEditor.opens.numbers')}
        hint={t('speechEditor.opens.numbersHint')}
        values={opens.numbers}
        read={(written) => (e164.test(numberOf(written)) ? numberOf(written) : null)}
        onChange={(numbers) => change('numbers', { numbers })}
      />
      <Reasons />
      <div className={css('pair')}>
        <ListInput
          label={t('speechEditor.opens.queues')}
          hint={t('speechEditor.opens.listHint')}
          values={opens.queues}
          read={word}
          onChange={(queues) => change('queues', { queues })}
        />
        <ListInput
          label={t('speechEditor.opens.campaigns')}
          hint={t('speechEditor.opens.listHint')}
          values={opens.campaigns}
          read={word}
          onChange={(campaigns) => change('campaigns', { campaigns })}
        />
      </div>
      <CheckRow
        all={caseKinds}
        chosen={opens.cases ?? []}
        label={(kind) => t(`speechEditor.opens.case.${kind}`)}
        onChange={(cases) => change('cases', { cases })}
      />
      <CheckRow
        all={speechSegments}
        chosen={opens.segments}
        label={(segment) => t(`speechEditor.segment.${segment}`)}
        onChange={(segments) => change('segments', { segments })}
      />
      <CheckRow
        all={speechLanguages}
        chosen={opens.languages}
        label={(one) => t(`speechEditor.opens.language.${one}`)}
        onChange={(languages) => change('languages', { languages })}
      />
      <Hours hours={opens.hours} onChange={(hours) => change('hours', { hours })} />
    </fieldset>
  );
};
