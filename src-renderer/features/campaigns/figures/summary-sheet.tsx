/** All of it in six figures, each with of how many it is and what it means. */
import { formatEuros, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ResultRow } from '@shared/contracts/http/call-figures.ts';
import type { ReactNode } from 'react';
import styles from './figures.module.css';
import { Percent, type Share, useMargin } from './rate.tsx';

const css = styleNames(styles);

const Figure = ({
  id,
  children,
  margin = '',
  of,
}: {
  readonly id: string;
  readonly children: ReactNode;
  readonly margin?: string;
  /** Of how many. */
  readonly of: ReactNode;
}) => {
  const { t } = useText();
  return (
    <div>
      <dt>{t(`figures.column.${id}`)}</dt>
      <dd>
        <b>
          {children}
          {margin === '' ? null : <i>{margin}</i>}
        </b>
        <span>{of}</span>
        <small>{t(`figures.means.${id}`)}</small>
      </dd>
    </div>
  );
};

const ShareFigure = ({
  id,
  part,
  whole,
  besides,
}: Share & { readonly id: string; readonly besides?: string }) => {
  const { t, language } = useText();
  const margin = useMargin();
  const values = { part: formatNumber(part, language), whole: formatNumber(whole, language) };
  return (
    <Figure
      id={id}
      margin={whole === 0 ? '' : margin({ part, whole })}
      of={
        <>
          <i className={css('track')} aria-hidden="true">
            <i style={{ inlineSize: whole === 0 ? 0 : `${(100 * part) / whole}%` }} />
          </i>
          {t(`figures.of.${id}`, values)}
          {besides === undefined ? null : <em>{besides}</em>}
        </>
      }
    >
      <Percent part={part} whole={whole} />
    </Figure>
  );
};

export const SummarySheet = ({ total }: { readonly total: ResultRow }) => {
  const { t, language } = useText();
  const { appointments, centsPerContact, sales, seconds, cents } = total;
  const { made, kept, notKept, cancelled } = appointments;
  const figure = (value: number): string => formatNumber(value, language);
  const booked = t('figures.booked', {
    count: cancelled,
    made: figure(made),
    cancelled: figure(cancelled),
  });
  const per100 = total.reached === 0 ? null : (100 * sales) / total.reached;
  return (
    <section className={css('sheet')} aria-label={t('figures.summary')}>
      <dl className={css('summary')}>
        <ShareFigure id="reach" part={total.peopleReached} whole={total.people} />
        <ShareFigure id="contact" part={total.reached} whole={total.attempts} />
        <ShareFigure id="conversion" part={total.successes} whole={total.reached} />
        <ShareFigure id="kept" part={kept} whole={kept + notKept} besides={booked} />
        <Figure
          id="sales"
          of={
            per100 === null
              ? ''
              : t('figures.of.sales', { per100: formatNumber(per100, language, 1) })
          }
        >
          {figure(sales)}
        </Figure>
        <Figure
          id="centsPerContact"
          of={t('figures.of.cost', {
            cost: formatEuros(cents, language),
            hours: formatNumber(seconds / 3600, language, 1),
          })}
        >
          {centsPerContact === null ? '–' : formatEuros(centsPerContact, language)}
        </Figure>
      </dl>
    </section>
  );
};
