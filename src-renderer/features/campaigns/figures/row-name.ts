/** What a row of figures is called on the screen, by what they are cut by. */
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import type { Words } from '@renderer/platform/i18n/use-text.ts';
import type { FigureCut, ResultRow } from '@shared/contracts/http/call-figures.ts';

export const rowName = (
  { key, label }: Pick<ResultRow, 'key' | 'label'>,
  by: FigureCut,
  { t, language }: Words,
): string => {
  if (key === null) return t('planning.results.unknown');
  if (by === 'hour') return t('campaign.law.hour', { hour: key });
  if (by === 'day') return formatShortDay(`${key}T12:00:00Z`, language);
  if (by === 'speech') {
    const [script = key, version = ''] = key.split(' ');
    return t('planning.results.version', { speech: label ?? script, version });
  }
  return label ?? key;
};
