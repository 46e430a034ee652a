/** « Semaine du 2 novembre », and one back or on. */
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import type { ShownWeek } from './use-week.ts';

export const WeekTurn = ({ week }: { readonly week: ShownWeek }) => {
  const { t, language } = useText();
  return (
    <>
      <b>
        {t('schedules.weekOf', {
          day: formatShortDay(Date.parse(`${week.monday}T12:00:00Z`), language),
        })}
      </b>
      <Button look="ghost" keys={['Alt', '←']} onClick={() => week.turn(-1)}>
        {t('schedules.weekBefore')}
      </Button>
      <Button look="ghost" keys={['Alt', '→']} onClick={() => week.turn(1)}>
        {t('schedules.weekAfter')}
      </Button>
    </>
  );
};
