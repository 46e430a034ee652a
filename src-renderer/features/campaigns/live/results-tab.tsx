/** What it brought and cost, cut by who called, when, where and with which words. */

import { Loaded, Sheet } from '@renderer/platform/asked/loaded.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { formatEuros, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import type { Language } from '@renderer/platform/i18n/translator.ts';
import { type Say, useText } from '@renderer/platform/i18n/use-text.ts';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { type FigureColumn, FigureTable } from '@renderer/ui/parts/figure-table.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ResultCut, type ResultRow, resultCuts } from '@shared/contracts/http/call-figures.ts';
import type { CampaignResults } from '@shared/contracts/http/campaign-figures.ts';
import { useState } from 'react';
import { rowName } from '../figures/row-name.ts';
import styles from './live.module.css';
import { type Shares, useShares } from './use-shares.ts';

const css = styleNames(styles);
const lookEveryMs = 30_000;

const columnsOf = (
  by: ResultCut,
  { t, language }: { readonly t: Say; readonly language: Language },
  { share }: Shares,
): readonly FigureColumn<ResultRow>[] => {
  const euros = (cents: number | null): string =>
    cents === null ? '–' : formatEuros(cents, language);
  const figure = (value: number): string => formatNumber(value, language);
  const head = (name: string): string => t(`planning.results.head.${name}`);
  return [
    { id: 'key', head: t(`planning.cut.${by}`), cell: (row) => rowName(row, by, { t, language }) },
    {
      id: 'attempts',
      head: head('attempts'),
      cell: (row) => figure(row.attempts),
      digits: 'aligned',
    },
    {
      id: 'reached',
      head: head('reached'),
      cell: (row) => `${figure(row.reached)} · ${share(row.reached, row.attempts)}`,
      digits: 'aligned',
    },
    {
      id: 'successes',
      head: head('successes'),
      cell: (row) => `${figure(row.successes)} · ${share(row.successes, row.reached, 1)}`,
      digits: 'aligned',
    },
    {
      id: 'contact',
      head: head('contact'),
      cell: (row) => euros(row.centsPerContact),
      digits: 'aligned',
    },
    {
      id: 'success',
      head: head('success'),
      cell: (row) => euros(row.centsPerSuccess),
      digits: 'aligned',
    },
  ];
};

const Against = ({ results }: { readonly results: CampaignResults }) => {
  const { t, language } = useText();
  const { total, visitCents, centsPerHour } = results;
  const euros = (cents: number): string => formatEuros(cents, language);
  const rate = euros(centsPerHour);
  if (total.centsPerSuccess === null)
    return <p className={css('told')}>{t('planning.results.noCost', { rate })}</p>;
  return (
    <p className={css('told')}>
      {t('planning.results.against', {
        cost: euros(total.centsPerSuccess),
        visit: euros(visitCents),
        rate,
      })}
    </p>
  );
};

export const ResultsTab = ({ campaignId }: { readonly campaignId: string }) => {
  const words = useText();
  const { t } = words;
  const shares = useShares();
  const [by, cut] = useState<ResultCut>('advisor');
  const { known } = useAsked('planning.results', { campaignId, by }, lookEveryMs);
  return (
    <Sheet look="wide" title={t('planning.results.title')}>
      <fieldset className={css('cuts')} aria-label={t('planning.results.by')}>
        {resultCuts.map((one) => (
          <button key={one} type="button" aria-pressed={one === by} onClick={() => cut(one)}>
            {t(`planning.cut.${one}`)}
          </button>
        ))}
      </fieldset>
      <Loaded of={known}>
        {(results) =>
          results.rows.length === 0 ? (
            <EmptyState icon="chart" title={t('planning.results.none')} />
          ) : (
            <>
              <FigureTable
                label={t('planning.results.title')}
                columns={columnsOf(results.by, words, shares)}
                rows={results.rows}
                keyOf={({ key }) => key ?? ''}
              />
              <Against results={results} />
            </>
          )
        }
      </Loaded>
    </Sheet>
  );
};
