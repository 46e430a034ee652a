/** The call belongs to a case: an open one is carried on, or a new one is opened. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkDraft } from '@shared/contracts/engine/views.ts';
import { type CustomerCase, caseKinds } from '@shared/domain/customer/customer.ts';
import styles from './wrap-up.module.css';

const css = styleNames(styles);
type CaseChoice = NonNullable<WorkDraft['case']>;

const emptyCase: CaseChoice = { mode: 'open', kind: 'request', title: '', detail: '' };

const NewCase = ({
  value,
  onChange,
}: {
  readonly value: Extract<CaseChoice, { mode: 'open' }>;
  readonly onChange: (value: CaseChoice) => void;
}) => {
  const { t } = useText();
  return (
    <>
      <label>
        {t('caseForm.kind')}
        <select
          value={value.kind}
          onChange={(event) => {
            const kind = caseKinds.find((one) => one === event.currentTarget.value);
            if (kind !== undefined) onChange({ ...value, kind });
          }}
        >
          {caseKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`caseForm.kinds.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('caseForm.title')}
        <input
          type="text"
          maxLength={200}
          value={value.title}
          onChange={(event) => onChange({ ...value, title: event.currentTarget.value })}
        />
      </label>
      <label className={css('wide')}>
        {t('caseForm.detail')}
        <textarea
          rows={2}
          maxLength={4000}
          value={value.detail}
          onChange={(event) => onChange({ ...value, detail: event.currentTarget.value })}
        />
      </label>
    </>
  );
};

export const CaseForm = ({
  cases,
  value,
  onChange,
}: {
  readonly cases: readonly CustomerCase[];
  readonly value: CaseChoice | null;
  readonly onChange: (value: CaseChoice | null) => void;
}) => {
  const { t } = useText();
  const chosen = value?.mode === 'continue' ? value.caseId : (value?.mode ?? '');
  const choose = (id: string) => {
    if (id === '') onChange(null);
    else onChange(id === 'open' ? emptyCase : { mode: 'continue', caseId: id });
  };
  return (
    <div className={css('form')}>
      <label className={css('wide')}>
        {t('caseForm.which')}
        <select
          data-autofocus
          value={chosen}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value="">{t('caseForm.none')}</option>
          {cases.map((one) => (
            <option key={one.id} value={one.id}>
              {t('caseForm.continue', { reference: one.reference, title: one.title })}
            </option>
          ))}
          <option value="open">{t('caseForm.open')}</option>
        </select>
      </label>
      {value?.mode === 'open' ? <NewCase value={value} onChange={onChange} /> : null}
    </div>
  );
};
