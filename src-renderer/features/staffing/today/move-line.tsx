/** One move that is advised: who, from where to where, until when, and how many it brings. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Today } from '@shared/contracts/http/schedule-moves.ts';
import { clockOf } from '../clock-words.ts';
import styles from '../schedules.module.css';

const css = styleNames(styles);
export type Advised = NonNullable<Today['advice']>['moves'][number];

export const MoveLine = ({
  move,
  place,
  chosen,
  onToggle,
}: {
  readonly move: Advised;
  readonly place: number;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}) => {
  const { t } = useText();
  const [leaves, comes] = [useBrand(move.leaves), useBrand(move.brandId)];
  const names = move.people.map(({ name }) => name);
  const { kind, keeps } = move;
  const times = { from: clockOf(move.from), to: clockOf(move.to) };
  return (
    <li>
      <button type="button" aria-pressed={chosen} className={css('move')} onClick={onToggle}>
        <kbd>{place}</kbd>
        <span>
          <b>{t(`schedules.move.${kind}`, { names: names.join(', '), ...times })}</b>
          <small>
            {kind === 'help' ? (
              <>
                <BrandMark brand={leaves} size="small" /> → <BrandMark
                  brand={comes}
                  size="small"
                />{' '}
              </>
            ) : null}
            {t(`schedules.moveMeans.${kind}`, { ...times, brand: leaves?.name ?? '' })}
            {keeps === null
              ? null
              : ` ${t('schedules.keeps', {
                  brand: leaves?.name ?? '',
                  people: keeps.people,
                  needed: keeps.needed,
                })}`}
          </small>
        </span>
        <strong>+{move.gain}</strong>
      </button>
    </li>
  );
};
