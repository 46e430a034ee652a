/** What is played, in its order, and how a taking of it begins. */
import type { Taking } from '@shared/contracts/engine/training.ts';
import type { Repertoire } from '@shared/contracts/http/role-plays.ts';
import type { RolePlay, Series } from '@shared/domain/role-play/role-play.ts';

const passMarkAlone = 4;

type Played = { readonly series: Series | null; readonly plays: readonly RolePlay[] };

/** Empty when the hub has it no more. */
export const playsOf = (
  { series, rolePlays }: Repertoire,
  kind: 'series' | 'role-play',
  id: string,
): Played => {
  const wanted = kind === 'series' ? (series.find((one) => one.id === id) ?? null) : null;
  const ids = kind === 'series' ? (wanted?.rolePlayIds ?? []) : [id];
  return {
    series: wanted,
    plays: ids.flatMap((one) => rolePlays.find((play) => play.id === one) ?? []),
  };
};

export const newTaking = (
  takingId: string,
  plays: readonly RolePlay[],
  series: Series | null,
): Taking => ({
  takingId,
  seriesId: series?.id ?? null,
  title: series?.title ?? plays[0]?.title ?? '',
  passMark: series?.passMark ?? passMarkAlone,
  plays: plays.map(({ id, title, level, brandId }) => ({ id, title, level, brandId })),
  position: 0,
  stage: 'between',
  deeds: [],
  runs: [],
  error: null,
});
