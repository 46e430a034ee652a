/** « Sur 412 appels, v7 »: what was measured of the version that is said, in two figures. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { VersionMeasure } from '@shared/contracts/http/speech-measures.ts';
import { leastCases } from '@shared/domain/script/measure/intervals.ts';
import { useEffect, useState } from 'react';
import styles from './governance.module.css';

const css = styleNames(styles);

/** Null while it is not known, or the hub is away. */
export const useSaidMeasure = (scriptId: string, version: number | null): VersionMeasure | null => {
  const { client } = useServices();
  const [known, setKnown] = useState<VersionMeasure | null>(null);
  useEffect(() => {
    let current = true;
    setKnown(null);
    if (version !== null)
      void client.request('speeches.measures', { scriptId }).then((answer) => {
        if (!current || !answer.ok) return;
        setKnown(answer.value.versions.find((one) => one.version === version) ?? null);
      });
    return () => {
      current = false;
    };
  }, [client, scriptId, version]);
  return known;
};

export const SaidFigures = ({ measure }: { readonly measure: VersionMeasure | null }) => {
  const { t, language } = useText();
  if (measure === null) return null;
  const { calls, satisfaction, resolved } = measure;
  const few = t('speechWay.tooFew');
  const half = Math.max(1, Math.round(((resolved.high - resolved.low) / 2) * 100));
  const rated = satisfaction.mean !== null && satisfaction.n >= leastCases;
  const settled = resolved.rate !== null && resolved.n >= leastCases;
  return (
    <section className={css('figures')} aria-label={t('speechWay.measured')}>
      <h3>
        {t('speechWay.onCalls', {
          calls: formatNumber(calls, language),
          version: measure.version,
        })}
      </h3>
      <p>
        <b>{rated ? formatNumber(satisfaction.mean ?? 0, language, 1) : few}</b>
        <small>
          {rated
            ? t('speechWay.satisfaction', { half: formatNumber(satisfaction.half, language, 1) })
            : t('speechWay.satisfactionBare')}
        </small>
      </p>
      <p>
        <b>
          {settled
            ? t('speechMeasures.percent', {
                value: formatNumber((resolved.rate ?? 0) * 100, language),
              })
            : few}
        </b>
        <small>{settled ? t('speechWay.resolved', { half }) : t('speechWay.resolvedBare')}</small>
      </p>
    </section>
  );
};
