/** All of it in six figures, each with of how many it is and what it means. */
import { formatLength, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CentreAnswer } from '@shared/contracts/http/centre-figures.ts';
import type { ReactNode } from 'react';
import styles from '../figures/figures.module.css';
import { Percent, type Share, useMargin } from '../figures/rate.tsx';
import { SplitBar } from './split-bar.tsx';

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
  readonly of: ReactNode;
}) => {
  const { t } = useText();
  return (
    <div>
      <dt>{t(`figures.centre.name.${id}`)}</dt>
      <dd>
        <b>
          {children}
          {margin === '' ? null : <i>{margin}</i>}
        </b>
        <span>{of}</span>
        <small>{t(`figures.centre.means.${id}`)}</small>
      </dd>
    </div>
  );
};

const ShareFigure = ({
  id,
  part,
  whole,
  besides,
}: Share & { readonly id: string; readonly besides?: string | undefined }) => {
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
          {t(`figures.centre.of.${id}`, values)}
          {besides === undefined ? null : <em>{besides}</em>}
        </>
      }
    >
      <Percent part={part} whole={whole} />
    </Figure>
  );
};

const Handling = ({ total }: Pick<CentreAnswer, 'total'>) => {
  const { t } = useText();
  const { averageHandlingS, averageTalkS, averageHoldS, averageWrapUpS } = total.handling;
  return (
    <Figure
      id="handling"
      of={
        <SplitBar
          longestS={averageHandlingS ?? 0}
          write={(ms) => formatLength(ms, t)}
          parts={[
            { name: 'talk', seconds: averageTalkS ?? 0 },
            { name: 'hold', seconds: averageHoldS ?? 0 },
            { name: 'wrapUp', seconds: averageWrapUpS ?? 0 },
          ]}
        />
      }
    >
      {averageHandlingS === null ? '–' : formatLength(averageHandlingS * 1000, t)}
    </Figure>
  );
};

const Queue = ({ total: { queue, fromQueues } }: Pick<CentreAnswer, 'total'>) => {
  const { t, language } = useText();
  if (queue === null)
    return <ShareFigure id="inTime" part={fromQueues.inTime} whole={fromQueues.taken} />;
  const { inTime, offered, shortAbandoned, unknown, abandoned, averageWaitS } = queue;
  const besides = t('figures.centre.queueBrief', {
    lost: formatNumber(abandoned, language),
    wait: formatLength((averageWaitS ?? 0) * 1000, t),
  });
  return (
    <ShareFigure
      id="serviceLevel"
      part={inTime}
      whole={offered - shortAbandoned - unknown}
      besides={besides}
    />
  );
};

export const Summary = ({ total }: Pick<CentreAnswer, 'total'>) => {
  const { t, language } = useText();
  const { contacts, transfers, handling, goals } = total;
  const figure = (value: number): string => formatNumber(value, language);
  return (
    <section className={css('sheet')} aria-label={t('figures.summary')}>
      <dl className={css('summary')}>
        <Handling total={total} />
        <Queue total={total} />
        <ShareFigure
          id="firstContactResolution"
          part={contacts.settled}
          whole={contacts.known}
          besides={t('figures.centre.pending', {
            count: contacts.pending,
            contacts: figure(contacts.pending),
          })}
        />
        <ShareFigure id="repeats" part={contacts.repeats} whole={contacts.contacts} />
        <ShareFigure
          id="transfers"
          part={transfers.all}
          whole={handling.handled}
          besides={t('figures.centre.handedHow', {
            blind: figure(transfers.blind),
            attended: figure(transfers.attended),
          })}
        />
        <ShareFigure id="conversion" part={goals?.won ?? 0} whole={goals?.reached ?? 0} />
      </dl>
    </section>
  );
};
