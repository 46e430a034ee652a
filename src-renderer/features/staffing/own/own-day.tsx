/** One day of hers: its hours, what she wishes for it, and the way to exchange it. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { OwnWeek } from '@shared/contracts/http/schedules.ts';
import { type WishKind, wishKinds } from '@shared/domain/schedule/build/week-to-build.ts';
import { shiftOf } from '@shared/domain/schedule/piece.ts';
import { clockOf, dayWords } from '../clock-words.ts';
import { type Axis, Lane } from '../lane.tsx';
import styles from '../week.module.css';

const css = styleNames(styles);
const none = 'none';

export const OwnDay = ({
  day,
  today,
  own,
  axis,
  onChanged,
  onSwap,
}: {
  readonly day: string;
  readonly today: string;
  readonly own: OwnWeek;
  readonly axis: Axis;
  readonly onChanged: () => void;
  readonly onSwap: () => void;
}) => {
  const { t, language } = useText();
  const request = useRequest();
  const pieces = own.days.find((one) => one.day === day)?.pieces ?? [];
  const shift = shiftOf(pieces);
  const isAway = own.absences.some(({ from, to }) => from <= day && day <= to);
  const wish = own.wishes.find((one) => one.day === day)?.kind ?? none;
  const words = dayWords(day, language);
  const isAhead = day > today;
  const choose = async (kind: WishKind | null) => {
    await request('schedules.wish', { day, kind });
    onChanged();
  };
  return (
    <li className={css(day === today && 'today', day < today && 'over')}>
      <b>{words}</b>
      <Lane pieces={pieces} axis={axis} />
      <span>
        {shift === null
          ? t(isAway ? 'schedules.away' : 'schedules.off')
          : `${clockOf(shift.from)}–${clockOf(shift.to)}`}
      </span>
      {isAhead ? (
        <select
          aria-label={t('schedules.wishFor', { day: words })}
          value={wish}
          onChange={({ currentTarget: { value } }) =>
            void choose(wishKinds.find((kind) => kind === value) ?? null)
          }
        >
          <option value={none}>{t('schedules.wish.none')}</option>
          {wishKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`schedules.wish.${kind}`)}
            </option>
          ))}
        </select>
      ) : (
        <span />
      )}
      {isAhead && shift !== null ? (
        <Button
          size="small"
          look="ghost"
          aria-label={t('schedules.swapDay', { day: words })}
          onClick={onSwap}
        >
          {t('schedules.swap')}
        </Button>
      ) : (
        <span />
      )}
    </li>
  );
};
