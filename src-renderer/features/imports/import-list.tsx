/** Imports of the last time: what each wrote, and how it stands. */
import { formatNumber, formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Tag, type TagTone } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ImportView } from '@shared/contracts/http/imports.ts';
import styles from './imports.module.css';

const css = styleNames(styles);

const tones: Partial<Record<ImportView['state'], TagTone>> = {
  unreadable: 'danger',
  done: 'ok',
  tried: 'warn',
  running: 'ink',
};

const Row = ({ view, onOpen }: { readonly view: ImportView; readonly onOpen: () => void }) => {
  const { t, language } = useText();
  const { created, updated, consents, interactions } = view.written;
  const figures = [
    [created, 'created'],
    [updated, 'updated'],
    [consents, 'consents'],
    [interactions, 'interactions'],
  ] as const;
  const said = figures
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${formatNumber(count, language)} ${t(`imports.${word}`)}`);
  return (
    <li>
      <button type="button" className={css('row')} onClick={onOpen}>
        <span className={css('who')}>
          <b>{view.fileName}</b>
          <small>
            {t('imports.by', { name: view.byName, day: formatShortDay(view.createdAt, language) })}
          </small>
        </span>
        <span className={css('said')}>{said.join(', ')}</span>
        <Tag tone={tones[view.state] ?? 'plain'}>{t(`imports.state.${view.state}`)}</Tag>
      </button>
    </li>
  );
};

export const ImportList = ({
  imports,
  onOpen,
}: {
  readonly imports: readonly ImportView[];
  readonly onOpen: (view: ImportView) => void;
}) => {
  const { t } = useText();
  return (
    <section className={css('sheet')}>
      <h2>{t('imports.earlier')}</h2>
      {imports.length === 0 ? <p className={css('quiet')}>{t('imports.none')}</p> : null}
      <ul aria-label={t('imports.earlier')}>
        {imports.map((view) => (
          <Row key={view.id} view={view} onOpen={() => onOpen(view)} />
        ))}
      </ul>
    </section>
  );
};
