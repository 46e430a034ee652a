/** Says in each quarter of an hour for which brand somebody works: the one she had, as long as it needs her. */
import type { Piece } from '../piece.ts';
import { Crew } from './crew.ts';
import { piecesOf, type Roster } from './roster.ts';
import {
  type DayNeed,
  type Plannable,
  quarterMinutes,
  quartersOfDay,
  type WeekToBuild,
} from './week-to-build.ts';

/** So long at least somebody is not needed before she goes to a campaign. */
const shortestCampaign = 60;
/** Hours at which people may be called to sell (D223-9), the gap at noon left aside. */
const [callsBegin, callsEnd] = [10 * 60, 20 * 60];

type Doing = Pick<Piece, 'kind' | 'brandId'>;
type Working = { readonly person: Plannable; readonly pieces: readonly Piece[] };

const isThere = ({ pieces }: Working, quarter: number): boolean =>
  pieces.some(
    ({ kind, from, to }) =>
      kind === 'calls' && from < (quarter + 1) * quarterMinutes && to > quarter * quarterMinutes,
  );

/** What each does in each quarter of a day; `null` where she is spare. */
const brandsOf = (working: readonly Working[], need: DayNeed): Map<string, (string | null)[]> => {
  const brands = new Map(working.map(({ person }) => [person.id, [] as (string | null)[]]));
  const last = new Map<string, string>();
  for (let quarter = 0; quarter < quartersOfDay; quarter += 1) {
    const crew = new Crew(
      new Map(need.brands.map((one) => [one.brandId, one.advisors[quarter] ?? 0])),
    );
    for (const one of working)
      if (isThere(one, quarter)) crew.add(one.person, last.get(one.person.id));
    for (const { person } of working) {
      const brandId = crew.brandOf(person.id) ?? null;
      brands.get(person.id)?.push(brandId);
      if (brandId !== null) last.set(person.id, brandId);
    }
  }
  return brands;
};

const doingIn = (
  { person }: Working,
  brands: readonly (string | null)[],
  campaignBrandIds: readonly string[],
): Doing[] => {
  const campaign = person.brandIds.find((brandId) => campaignBrandIds.includes(brandId));
  const home = brands.find((brandId) => brandId !== null) ?? person.brandIds[0] ?? null;
  let stays = home;
  return brands.map((brandId, at) => {
    if (brandId !== null) {
      stays = brandId;
      return { kind: 'calls', brandId };
    }
    let [from, to] = [at, at];
    while (from > 0 && brands[from - 1] === null) from -= 1;
    while (to + 1 < brands.length && brands[to + 1] === null) to += 1;
    const isLong = (to - from + 1) * quarterMinutes >= shortestCampaign;
    const isLawful = at * quarterMinutes >= callsBegin && at * quarterMinutes < callsEnd;
    return campaign !== undefined && isLong && isLawful
      ? { kind: 'campaign', brandId: campaign }
      : { kind: 'calls', brandId: stays };
  });
};

/** A piece of work cut where she goes to another brand. */
const cut = (piece: Piece, doing: readonly Doing[]): Piece[] => {
  if (piece.kind !== 'calls') return [piece];
  const parts: Piece[] = [];
  for (let from = piece.from; from < piece.to; ) {
    const quarter = Math.floor(from / quarterMinutes);
    const to = Math.min(piece.to, (quarter + 1) * quarterMinutes);
    const { kind, brandId } = doing[quarter] ?? { kind: 'calls', brandId: null };
    const last = parts.at(-1);
    if (last !== undefined && last.kind === kind && last.brandId === brandId)
      parts[parts.length - 1] = { ...last, to };
    else parts.push({ ...piece, kind, brandId, from, to });
    from = to;
  }
  return parts;
};

/** Pieces by person, of one day. */
export const shareOut = (
  roster: Roster,
  { people, campaignBrandIds }: WeekToBuild,
  need: DayNeed,
): ReadonlyMap<string, readonly Piece[]> => {
  const working = people.flatMap((person): Working[] => {
    const shift = roster.shiftsOf(person.id).get(need.day);
    return shift === undefined ? [] : [{ person, pieces: piecesOf(shift) }];
  });
  const brands = brandsOf(working, need);
  return new Map(
    working.map((one) => {
      const doing = doingIn(one, brands.get(one.person.id) ?? [], campaignBrandIds);
      return [one.person.id, one.pieces.flatMap((piece) => cut(piece, doing))];
    }),
  );
};
