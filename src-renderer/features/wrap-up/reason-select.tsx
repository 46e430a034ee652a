/** Why the customer called, of the brand's list; obligatory where the brand says so. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Reason } from '@shared/domain/brand/brand.ts';
import { fieldIds } from './use-finish.ts';
import styles from './wrap-up.module.css';

const css = styleNames(styles);

export const ReasonSelect = ({
  reasons,
  code,
  need,
  onChoose,
}: {
  readonly reasons: readonly Reason[];
  readonly code: string | null;
  readonly need: 'required' | 'optional';
  readonly onChoose: (code: string | null) => void;
}) => {
  const { t, language } = useText();
  if (reasons.length === 0) return null;
  return (
    <div className={css('reason')}>
      <label htmlFor={fieldIds.reason}>
        {need === 'required' ? t('wrapUp.reasonRequired') : t('wrapUp.reason')}
      </label>
      <select
        id={fieldIds.reason}
        value={code ?? ''}
        required={need === 'required'}
        onChange={(event) => onChoose(event.currentTarget.value || null)}
      >
        <option value="">{t('wrapUp.chooseReason')}</option>
        {reasons.map((one) => (
          <option key={one.code} value={one.code}>
            {one.label[language]}
          </option>
        ))}
      </select>
    </div>
  );
};
