/** One activity of a day that is being edited. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { isAtScreen, pieceKinds } from '@shared/domain/schedule/piece.ts';
import type { Ref } from 'react';
import styles from './edit.module.css';
import { pieceOf, type Row, withKind } from './edited-day.ts';

const css = styleNames(styles);

type Shown = {
  readonly row: Row;
  readonly brandIds: readonly string[];
  readonly onChange: (row: Row) => void;
};

const BrandChoice = ({ row, brandIds, onChange }: Shown) => {
  const { t } = useText();
  const brands = useBrands();
  if (!isAtScreen(row)) return <i />;
  return (
    <select
      aria-label={t('schedules.edit.brand')}
      value={row.brandId ?? ''}
      onChange={({ currentTarget: { value } }) =>
        onChange({ ...row, brandId: value === '' ? null : value })
      }
    >
      <option value="">{t('schedules.edit.anyBrand')}</option>
      {brandIds.map((id) => (
        <option key={id} value={id}>
          {brands.find((one) => one.id === id)?.name ?? id}
        </option>
      ))}
    </select>
  );
};

const Hours = ({ row, onChange }: Pick<Shown, 'row' | 'onChange'>) => {
  const { t } = useText();
  const wrong = pieceOf(row) === null;
  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <input
          key={end}
          type="time"
          aria-label={t(`schedules.edit.${end}`)}
          aria-invalid={wrong}
          value={row[end]}
          onChange={({ currentTarget: { value } }) => onChange({ ...row, [end]: value })}
        />
      ))}
    </>
  );
};

export const PieceRow = ({
  first,
  onRemove,
  ...shown
}: Shown & {
  readonly first: Ref<HTMLSelectElement> | undefined;
  readonly onRemove: () => void;
}) => {
  const { t } = useText();
  const { row, onChange } = shown;
  const what = `${t(`schedules.kind.${row.kind}`)} ${row.from}`;
  return (
    <li>
      <select
        ref={first}
        aria-label={t('schedules.edit.kind')}
        value={row.kind}
        onChange={({ currentTarget: { value } }) =>
          onChange(withKind(row, pieceKinds.find((one) => one === value) ?? row.kind))
        }
      >
        {pieceKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`schedules.kind.${kind}`)}
          </option>
        ))}
      </select>
      <BrandChoice {...shown} />
      <Hours row={row} onChange={onChange} />
      {row.kind === 'training' || row.kind === 'campaign' ? (
        <label>
          <input
            type="checkbox"
            checked={row.movable}
            onChange={({ currentTarget: { checked } }) => onChange({ ...row, movable: checked })}
          />
          {t('schedules.edit.movable')}
        </label>
      ) : (
        <small className={css('next')}>{row.nextDay ? t('schedules.edit.nextDay') : null}</small>
      )}
      <Button
        size="small"
        look="ghost"
        aria-label={t('schedules.edit.removeOf', { what })}
        onClick={onRemove}
      >
        {t('schedules.edit.remove')}
      </Button>
    </li>
  );
};
