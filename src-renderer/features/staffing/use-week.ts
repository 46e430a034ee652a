/** The week that is looked at, a week on or back by keys. */
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { dayLater, mondayOf, textOfDay } from '@shared/domain/calendar/day-text.ts';
import { localDateOf } from '@shared/domain/calendar/zoned-time.ts';
import { useState } from 'react';

const furthestWeeks = 26;

export type ShownWeek = {
  readonly monday: string;
  readonly today: string;
  readonly days: readonly string[];
  readonly turn: (weeks: number) => void;
};

export const useWeek = (): ShownWeek => {
  const { clock } = useServices();
  const [on, setOn] = useState(0);
  const today = textOfDay(localDateOf(clock.now(), 'Europe/Paris'));
  const monday = dayLater(mondayOf(today), on * 7);
  const turn = (weeks: number) =>
    setOn((was) => Math.min(furthestWeeks, Math.max(-furthestWeeks, was + weeks)));
  useKeys([
    { key: 'ArrowLeft', modifier: 'alt', whileTyping: 'rests', act: () => turn(-1) },
    { key: 'ArrowRight', modifier: 'alt', whileTyping: 'rests', act: () => turn(1) },
  ]);
  const days = Array.from({ length: 7 }, (_, at) => dayLater(monday, at));
  return { monday, today, days, turn };
};
