/** Whose day she would take for hers: the published hours of colleagues on a day she chooses. */
import { Loaded, Sheet } from '@renderer/platform/asked/loaded.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { TeamDay } from '@shared/contracts/http/schedules.ts';
import { shiftOf } from '@shared/domain/schedule/piece.ts';
import { useState } from 'react';
import { clockOf, dayWords } from '../clock-words.ts';
import { useSchedules } from '../use-schedules.ts';
import type { ShownWeek } from '../use-week.ts';
import styles from '../week.module.css';

const css = styleNames(styles);

const Colleagues = ({
  shown,
  onAsk,
}: {
  readonly shown: TeamDay;
  readonly onAsk: (colleague: string) => void;
}) => {
  const { t } = useText();
  const own = useSlice('session')?.user?.id;
  const working = shown.people.flatMap(({ userId, name, pieces }) => {
    const shift = shiftOf(pieces);
    return shift === null || userId === own ? [] : [{ userId, name, shift }];
  });
  if (working.length === 0) return <p className={css('quiet')}>{t('schedules.nobodyWorks')}</p>;
  return (
    <ul className={css('swaps')}>
      {working.map(({ userId, name, shift }) => (
        <li key={userId}>
          <span>
            {name} · {clockOf(shift.from)}–{clockOf(shift.to)}
          </span>
          <Button size="small" onClick={() => onAsk(userId)}>
            {t('schedules.askSwap')}
          </Button>
        </li>
      ))}
    </ul>
  );
};

export const SwapForm = ({
  day,
  week,
  onDone,
}: {
  readonly day: string;
  readonly week: ShownWeek;
  readonly onDone: () => void;
}) => {
  const { t, language } = useText();
  const request = useRequest();
  const [other, choose] = useState(day);
  const { known } = useSchedules('schedules.day', { day: other });
  const shown = known?.value == null || known.value.day === other ? known : null;
  const ask = async (colleague: string) => {
    await request('schedules.ask-swap', { day, colleague, colleagueDay: other });
    onDone();
  };
  return (
    <Sheet
      title={t('schedules.swapMine', { day: dayWords(day, language) })}
      look="wide"
      beside={
        <Button size="small" look="ghost" onClick={onDone}>
          {t('common.close')}
        </Button>
      }
    >
      <label className={css('choice')}>
        {t('schedules.forDay')}
        <select value={other} onChange={({ currentTarget: { value } }) => choose(value)}>
          {week.days
            .filter((one) => one > week.today)
            .map((one) => (
              <option key={one} value={one}>
                {dayWords(one, language)}
              </option>
            ))}
        </select>
      </label>
      <Loaded of={shown}>
        {(value) => <Colleagues shown={value} onAsk={(colleague) => void ask(colleague)} />}
      </Loaded>
    </Sheet>
  );
};
