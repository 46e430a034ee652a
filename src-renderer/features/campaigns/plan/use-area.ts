/** The communes around an agency or inside what was drawn, and how many of each may be called. */

import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import type { AreaCounts, Commune } from '@shared/contracts/http/communes.ts';
import { type Audience, farthestKm, type GeoPoint } from '@shared/domain/campaign/audience.ts';

/** What lies a little beyond is shown too: it can be added by a click. */
const beyond = 1.5;
const none: readonly Commune[] = [];

export type Counts = AreaCounts['communes'][number];
export type Area = {
  readonly shown: readonly Commune[];
  readonly attribution: string;
  readonly countsOf: (code: string) => Counts | null;
  /** Over all of them: of how many households the law was asked. */
  readonly weighed: number;
  readonly households: number;
  readonly around: (centre: string, radiusKm: number) => Promise<void>;
  readonly draw: (drawn: readonly GeoPoint[]) => Promise<void>;
  readonly toggle: (code: string) => void;
};

export const useArea = (
  campaignId: string,
  audience: Audience,
  onChange: (part: Partial<Audience>) => void,
): Area => {
  const request = useRequest();
  const { centre, radiusKm, communes, bought, drawn } = audience;
  const km = Math.min(farthestKm, radiusKm * beyond);
  const near = useAsked('planning.communes', centre === null ? null : { near: centre, km });
  const inside = useAsked('planning.communes-inside', drawn === null ? null : { drawn });
  const around = near.known?.value?.communes ?? none;
  const within = drawn === null ? none : (inside.known?.value?.communes ?? none);
  const known = new Map([...around, ...within].map((one) => [one.code, one]));
  const shown = [...known.values()];
  const codes = shown.map(({ code }) => code).slice(0, 2000);
  const counted = useAsked(
    'planning.area',
    codes.length === 0 ? null : { campaignId, communes: codes, bought },
  );
  const all = counted.known?.value?.communes ?? [];
  const counts = new Map(all.map((one) => [one.code, one]));
  return {
    shown,
    attribution: near.known?.value?.attribution ?? inside.known?.value?.attribution ?? '',
    countsOf: (code) => counts.get(code) ?? null,
    weighed: all.reduce((sum, { weighed }) => sum + weighed, 0),
    households: all.reduce((sum, { households }) => sum + households, 0),
    around: async (of, radius) => {
      const got = await request('planning.communes', { near: of, km: radius });
      if (!got.ok) return;
      const chosen = got.value.communes.map(({ code }) => code);
      onChange({ centre: of, radiusKm: radius, drawn: null, communes: chosen });
    },
    draw: async (points) => {
      const got = await request('planning.communes-inside', { drawn: [...points] });
      if (!got.ok) return;
      const chosen = got.value.communes.map(({ code }) => code);
      onChange({ drawn: points.map(([lon, lat]): GeoPoint => [lon, lat]), communes: chosen });
    },
    toggle: (code) =>
      onChange({
        communes: communes.includes(code)
          ? communes.filter((one) => one !== code)
          : [...communes, code],
      }),
  };
};
