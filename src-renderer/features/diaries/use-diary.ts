/** The representatives, and one's week: asked for at the hub, whose they are. */
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import type { Diary, Representative } from '@shared/contracts/http/diaries.ts';
import { instantOf, localDateOf, weekdayOf } from '@shared/domain/calendar/zoned-time.ts';
import type { RepresentativeSettings } from '@shared/domain/diary/representative.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { useCallback, useEffect, useState } from 'react';

const dayMs = 86_400_000;

/** The Monday of a week as his clock has it, and its seven days. */
export const weekOf = (nowMs: number, zone: string, weeksOn: number): readonly number[] => {
  const today = localDateOf(nowMs, zone);
  const monday = Date.UTC(today.year, today.month - 1, today.day - weekdayOf(today) + 1);
  return Array.from({ length: 8 }, (_, at) => {
    const day = new Date(monday + (7 * weeksOn + at) * dayMs);
    const date = {
      year: day.getUTCFullYear(),
      month: day.getUTCMonth() + 1,
      day: day.getUTCDate(),
    };
    return instantOf(date, 0, zone);
  });
};

export type DiaryDesk = {
  /** Null: they are asked for. */
  readonly representatives: readonly Representative[] | null;
  readonly code: ErrorCode | null;
  readonly chosen: Representative | null;
  readonly choose: (id: string) => void;
  /** Midnights: seven days and the one after. */
  readonly days: readonly number[];
  readonly diary: Diary | null;
  readonly weeksOn: number;
  readonly goTo: (weeksOn: number) => void;
  readonly end: (appointmentId: string, result: 'kept' | 'not-kept') => Promise<void>;
  /** Reads the week again. */
  readonly again: () => Promise<void>;
  readonly save: (of: Representative | null, settings: RepresentativeSettings) => Promise<boolean>;
};

const useRepresentatives = () => {
  const { client } = useServices();
  const [representatives, set] = useState<readonly Representative[] | null>(null);
  const [code, setCode] = useState<ErrorCode | null>(null);
  const again = useCallback(async () => {
    const told = await client.request('diaries.representatives', {});
    if (told.ok) set(told.value.representatives);
    setCode(told.ok ? null : told.error.code);
  }, [client]);
  useEffect(() => void again(), [again]);
  return { representatives, code, again };
};

export const useDiary = (): DiaryDesk => {
  const request = useRequest();
  const { clock } = useServices();
  const { representatives, code, again } = useRepresentatives();
  const [chosenId, choose] = useState<string | null>(null);
  const [weeksOn, goTo] = useState(0);
  const [diary, setDiary] = useState<Diary | null>(null);
  const chosen = representatives?.find(({ id }) => id === chosenId) ?? representatives?.[0] ?? null;
  const zone = chosen?.settings.hours.zone ?? 'Europe/Paris';
  const days = weekOf(clock.now(), zone, weeksOn);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const id = chosen?.id ?? null;
  const read = useCallback(async () => {
    if (id === null) return;
    const period = { from: new Date(first).toISOString(), to: new Date(last).toISOString() };
    const told = await request('diaries.read', { representativeId: id, ...period });
    if (told.ok) setDiary(told.value);
  }, [request, id, first, last]);
  useEffect(() => {
    setDiary(null);
    void read();
  }, [read]);
  return {
    representatives,
    code,
    chosen,
    choose,
    days,
    diary,
    weeksOn,
    goTo,
    end: async (appointmentId, result) => {
      await request('diaries.end', { appointmentId, result });
      await read();
    },
    again: read,
    save: async (of, settings) => {
      const which = { representativeId: of?.id ?? null, revision: of?.revision ?? 0 };
      const told = await request('diaries.save', { ...which, settings });
      await again();
      if (told.ok) choose(told.value.id);
      return told.ok;
    },
  };
};
