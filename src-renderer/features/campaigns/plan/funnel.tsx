/** Who may be called: from all who were found to those who stay, each step with its rule and article. */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import type { ReactNode } from 'react';
import styles from './plan.module.css';

const css = styleNames(styles);
export type Report = CommandOutput<'planning.list'>;

const Step = ({
  words,
  found,
  count,
  left,
  beside,
  last = false,
}: {
  readonly words: string;
  readonly found: number;
  readonly count: number;
  readonly left: number;
  readonly beside: string;
  readonly last?: boolean;
}) => {
  const { language } = useText();
  const share = (value: number): string => `${(100 * value) / Math.max(found, 1)}%`;
  return (
    <li className={css(last && 'stays')}>
      <span>{words}</span>
      <i aria-hidden="true">
        <b style={{ inlineSize: share(left) }} />
        <em style={{ inlineSize: share(count) }} />
      </i>
      <span>{count === 0 ? '' : `−${formatNumber(count, language)}`}</span>
      <span>{formatNumber(left, language)}</span>
      <small>{beside}</small>
    </li>
  );
};

export const Funnel = ({
  report,
  controlPercent,
  beside,
  children,
}: {
  readonly report: Report;
  readonly controlPercent: number;
  readonly beside: ReactNode;
  readonly children: ReactNode;
}) => {
  const { t, language } = useText();
  const { found, leftOut, control, added, onlyLetter } = report;
  const unasked = leftOut.find(({ because }) => because === 'consent')?.count ?? 0;
  const share = formatNumber((100 * added) / Math.max(found, 1), language);
  return (
    <Sheet title={t('planning.funnel.title')} beside={beside}>
      <p className={css('fromTo')}>
        <span>{formatNumber(found, language)}</span> → <b>{formatNumber(added, language)}</b>{' '}
        {t('planning.funnel.share', { count: added, share })}
      </p>
      <ul className={css('funnel')} aria-label={t('planning.funnel.title')}>
        <Step words={t('planning.funnel.found')} found={found} count={0} left={found} beside="" />
        {leftOut.map(({ because, article, count, left }) => (
          <Step
            key={`${because} ${article}`}
            words={t(`planning.leftOut.${because}`)}
            found={found}
            count={count}
            left={left}
            beside={article ?? ''}
          />
        ))}
        <Step
          last
          words={t('planning.funnel.control', { share: formatNumber(controlPercent, language) })}
          found={found}
          count={control}
          left={added}
          beside={t('planning.funnel.measure')}
        />
      </ul>
      {onlyLetter === 0 ? null : (
        <p className={css('note')}>
          {t('planning.funnel.onlyLetter', {
            count: onlyLetter,
            people: formatNumber(onlyLetter, language),
          })}
        </p>
      )}
      {unasked === 0 ? null : (
        <p className={css('note')}>
          {t('planning.funnel.letter', { count: unasked, people: formatNumber(unasked, language) })}
        </p>
      )}
      {children}
    </Sheet>
  );
};
