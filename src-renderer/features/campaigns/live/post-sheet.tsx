/** How far people are in the sequence of a campaign, and its letters by day: as PDF and with the data file. */

import { Loaded, Sheet } from '@renderer/platform/asked/loaded.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { formatNumber, formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { saveFile } from '@renderer/platform/save-file.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Mailing } from '@shared/contracts/http/letters.ts';
import type { CampaignSettings } from '@shared/domain/campaign/campaign.ts';
import styles from './live.module.css';

const css = styleNames(styles);
const everyMs = 30_000;
const types = { pdf: 'application/pdf', csv: 'text/csv;charset=utf-8' } as const;

const MailingRow = ({ mailing }: { readonly mailing: Mailing }) => {
  const { t, language } = useText();
  const request = useRequest();
  const { id, day, letters, shortened, templateName, isOpen } = mailing;
  const name = `${templateName} ${day}`;
  const save = async (as: 'pdf' | 'csv') => {
    const got = await request('planning.mailing-file', { mailingId: id, as });
    if (got.ok) saveFile(`${name}.${as}`, types[as], got.value.bytes);
  };
  return (
    <tr>
      <th scope="row">{formatShortDay(`${day}T12:00:00Z`, language)}</th>
      <td>{templateName}</td>
      <td>
        {t('planning.post.letters', { count: letters, letters: formatNumber(letters, language) })}
        {shortened === 0 ? '' : ` · ${t('planning.post.shortened', { count: shortened })}`}
        {isOpen ? ` · ${t('planning.post.open')}` : ''}
      </td>
      <td>
        <Button
          size="small"
          look="ghost"
          icon="download"
          aria-label={t('planning.post.pdfOf', { name })}
          onClick={() => void save('pdf')}
        >
          {t('planning.post.pdf')}
        </Button>
        <Button
          size="small"
          look="ghost"
          icon="download"
          aria-label={t('planning.post.csvOf', { name })}
          onClick={() => void save('csv')}
        >
          {t('planning.post.csv')}
        </Button>
      </td>
    </tr>
  );
};

const Standing = ({
  campaignId,
  steps,
}: {
  readonly campaignId: string;
  readonly steps: CampaignSettings['sequence']['steps'];
}) => {
  const { t, language } = useText();
  const { known } = useAsked('planning.sequence', { campaignId }, everyMs);
  const number = (value: number): string => formatNumber(value, language);
  return (
    <Loaded of={known}>
      {(standing) => (
        <ul className={css('words')}>
          {steps.map(({ id, kind }) => {
            const { sent, skipped } = standing.steps.find((one) => one.stepId === id) ?? {
              sent: 0,
              skipped: 0,
            };
            if (kind === 'call')
              return (
                <li key={id}>
                  {t('planning.post.beforeCall', { people: number(standing.beforeCall) })}
                </li>
              );
            const figures = { sent: number(sent), skipped: number(skipped) };
            return (
              <li key={id}>
                {t('planning.post.step', { step: t(`sequence.kind.${kind}`), ...figures })}
              </li>
            );
          })}
        </ul>
      )}
    </Loaded>
  );
};

export const PostSheet = ({
  campaignId,
  settings,
}: {
  readonly campaignId: string;
  readonly settings: CampaignSettings;
}) => {
  const { t } = useText();
  const { steps } = settings.sequence;
  const hasMore = steps.length > 1;
  const { known } = useAsked('planning.mailings', hasMore ? { campaignId } : null, everyMs);
  if (!hasMore) return null;
  const mailings = known?.value?.mailings ?? [];
  return (
    <Sheet look="wide" title={t('planning.post.title')}>
      <Standing campaignId={campaignId} steps={steps} />
      {mailings.length === 0 ? null : (
        <table className={css('table')} aria-label={t('planning.post.mailings')}>
          <tbody>
            {mailings.map((mailing) => (
              <MailingRow key={mailing.id} mailing={mailing} />
            ))}
          </tbody>
        </table>
      )}
    </Sheet>
  );
};
