/** How a column was read, in a few words: taken, put right, unreadable, or a question. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ImportView } from '@shared/contracts/http/imports.ts';
import { readName } from '@shared/domain/import/cells/read-name.ts';
import styles from './imports.module.css';

const css = styleNames(styles);

export type Column = ImportView['columns'][number];
type Said = { readonly tone: 'ok' | 'bad' | 'ask' | 'out'; readonly words: string };

const icons: { readonly [tone in Said['tone']]: IconName } = {
  ok: 'check',
  bad: 'alert',
  ask: 'help',
  out: 'minimize',
};

export const needsText = ({ columns, constants }: ImportView): boolean =>
  columns.some(({ field }) => field === 'consentDate') &&
  !columns.some(({ field }) => field === 'consentText') &&
  (constants.consentText ?? '') === '';

const useSaid = (view: ImportView, column: Column): Said => {
  const { t, language } = useText();
  const number = (count: number) => formatNumber(count, language);
  const { field, filled, mended, refused, example } = column;
  if (field === null) return { tone: 'out', words: t('imports.minimised') };
  if (refused > 0) {
    return { tone: 'bad', words: t('imports.unreadableCells', { lines: number(refused) }) };
  }
  if (field === 'consentProof' && needsText(view)) {
    return { tone: 'ask', words: t('imports.whichText') };
  }
  const said = (key: string, values: Record<string, string>): Said => ({
    tone: 'ok',
    words: t(`imports.${key}`, values),
  });
  if (mended['leading-zero']) return said('zeroBack', { lines: number(mended['leading-zero']) });
  if (mended['proper-case']) {
    const name = readName(example);
    return said('properCase', { name: name.ok ? name.value : example });
  }
  if (mended.several) return said('several', { lines: number(mended.several) });
  if (filled > 0 && filled < view.lines * 0.9) return said('restEmpty', { lines: number(filled) });
  if (mended.e164) return said('asE164', { lines: number(mended.e164) });
  return { tone: 'ok', words: filled > 0 ? number(filled) : '' };
};

export const ColumnReading = ({
  view,
  column,
}: {
  readonly view: ImportView;
  readonly column: Column;
}) => {
  const { tone, words } = useSaid(view, column);
  if (words === '') return null;
  return (
    <span className={css('said', tone)}>
      <Icon name={icons[tone]} size={16} />
      {words}
    </span>
  );
};
