/** The catchment area of an agency: around it, or drawn; a click or a tick takes a commune in or out. */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Audience, GeoPoint } from '@shared/domain/campaign/audience.ts';
import { useId, useState } from 'react';
import { AreaMap, shades } from './area-map.tsx';
import { CommuneSearch } from './commune-search.tsx';
import styles from './plan.module.css';
import { type Area, type Counts, useArea } from './use-area.ts';

const css = styleNames(styles);
const radii = { from: 2, to: 60 } as const;
const mostPoints = 200;

const Radius = ({ audience, area }: { readonly audience: Audience; readonly area: Area }) => {
  const { t } = useText();
  const id = useId();
  const [moved, move] = useState<number | null>(null);
  const { centre } = audience;
  const shown = moved ?? audience.radiusKm;
  if (centre === null) return null;
  const settle = () => {
    if (moved !== null) void area.around(centre, moved).then(() => move(null));
  };
  return (
    <p className={css('slider')}>
      <label htmlFor={id}>{t('planning.area.within')}</label>
      <input
        id={id}
        type="range"
        min={radii.from}
        max={radii.to}
        value={shown}
        onChange={(event) => move(Number(event.currentTarget.value))}
        onPointerUp={settle}
        onKeyUp={settle}
        onBlur={settle}
      />
      <output htmlFor={id}>{t('planning.area.km', { km: shown })}</output>
    </p>
  );
};

const Drawing = ({
  line,
  onLine,
  area,
}: {
  readonly line: readonly GeoPoint[] | null;
  readonly onLine: (line: readonly GeoPoint[] | null) => void;
  readonly area: Area;
}) => {
  const { t } = useText();
  if (line === null)
    return (
      <Button size="small" icon="pencil" onClick={() => onLine([])}>
        {t('planning.area.draw')}
      </Button>
    );
  const close = () => {
    void area.draw(line).then(() => onLine(null));
  };
  return (
    <>
      <span>{t('planning.area.drawing', { count: line.length })}</span>
      <Button
        size="small"
        blocked={line.length < 3 ? t('planning.area.threePoints') : undefined}
        onClick={close}
      >
        {t('planning.area.close')}
      </Button>
      <Button size="small" look="ghost" onClick={() => onLine(null)}>
        {t('planning.area.giveUp')}
      </Button>
    </>
  );
};

const isEstimate = (counts: Counts | null): boolean =>
  counts !== null && counts.weighed < counts.households;

/** What the figures rest on, where very many live in the area. */
const Weighed = ({ area }: { readonly area: Area }) => {
  const { t, language } = useText();
  const { weighed, households } = area;
  if (weighed >= households) return null;
  return (
    <p className={css('note')} role="status">
      <Icon name="info" size={14} />{' '}
      {t('planning.area.weighed', {
        weighed: formatNumber(weighed, language),
        households: formatNumber(households, language),
      })}
    </p>
  );
};

const Towns = ({ audience, area }: { readonly audience: Audience; readonly area: Area }) => {
  const { t, language } = useText();
  const chosen = new Set(audience.communes);
  const figure = (value: number): string => formatNumber(value, language);
  return (
    <ul className={css('towns')} aria-label={t('planning.area.communes')}>
      {area.shown.map(({ code, name, km, precision }) => {
        const counts = area.countsOf(code);
        return (
          <li key={code}>
            <label>
              <input
                type="checkbox"
                checked={chosen.has(code)}
                onChange={() => area.toggle(code)}
              />
              <span>{name}</span>
            </label>
            <small>
              {km === null ? '' : t('planning.area.km', { km: formatNumber(km, language, 1) })}
              {precision === 'postal' ? ` ${t('planning.area.roughly')}` : ''}
            </small>
            <span>
              {t(isEstimate(counts) ? 'planning.area.about' : 'planning.area.callable', {
                callable: figure(counts?.callable ?? 0),
                households: figure(counts?.households ?? 0),
              })}
            </span>
          </li>
        );
      })}
    </ul>
  );
};

const Legend = () => {
  const { t } = useText();
  return (
    <p className={css('legend')}>
      {t('planning.area.legend')}
      {shades.map((step, place) => (
        <span key={step}>
          <i className={css(`shade${place + 1}`)} />
          {t(place === 0 ? 'planning.area.few' : 'planning.area.more', { step })}
        </span>
      ))}
      <span>{t('planning.area.click')}</span>
    </p>
  );
};

export const AreaSheet = ({
  campaignId,
  audience,
  onChange,
}: {
  readonly campaignId: string;
  readonly audience: Audience;
  readonly onChange: (part: Partial<Audience>) => void;
}) => {
  const { t } = useText();
  const area = useArea(campaignId, audience, onChange);
  const [line, setLine] = useState<readonly GeoPoint[] | null>(null);
  const { communes, radiusKm } = audience;
  return (
    <Sheet
      title={t('planning.area.title')}
      beside={t('planning.area.chosen', { count: communes.length })}
    >
      <div className={css('area')}>
        <CommuneSearch onChoose={({ code }) => void area.around(code, radiusKm)} />
        <Radius audience={audience} area={area} />
      </div>
      {area.shown.length === 0 ? (
        <EmptyState
          icon="store"
          title={t('planning.area.none')}
          detail={t('planning.area.first')}
        />
      ) : (
        <>
          <AreaMap
            audience={audience}
            area={area}
            line={line}
            onPoint={(point) => setLine((now) => [...(now ?? []), point].slice(0, mostPoints))}
          />
          <Legend />
          <Weighed area={area} />
          <p className={css('draw')}>
            <Drawing line={line} onLine={setLine} area={area} />
          </p>
          <Towns audience={audience} area={area} />
          <p className={css('note')}>
            <Icon name="info" size={14} /> {t('planning.area.crow')} {area.attribution}
          </p>
        </>
      )}
    </Sheet>
  );
};
