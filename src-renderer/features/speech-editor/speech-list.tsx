/** One row for each speech: its newest version, what is said now, what can be done with it. */
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Tag, type TagTone } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ScriptVersion } from '@shared/contracts/http/scripts.ts';
import { languagesOf } from '@shared/domain/script/script.ts';
import styles from './speech-editor.module.css';

const css = styleNames(styles);

const tones: { readonly [state in ScriptVersion['status']]: TagTone } = {
  draft: 'line',
  'in-review': 'warn',
  approved: 'plain',
  published: 'ok',
  withdrawn: 'danger',
};

const newestOf = (versions: readonly ScriptVersion[]): readonly ScriptVersion[] => {
  const newest = new Map<string, ScriptVersion>();
  for (const one of versions) {
    const known = newest.get(one.id);
    if (known === undefined || known.version < one.version) newest.set(one.id, one);
  }
  return [...newest.values()].sort(
    (a, b) => a.brandId.localeCompare(b.brandId) || a.name.localeCompare(b.name),
  );
};

const Row = ({
  version,
  said,
  writes,
  onOpen,
  onGoOn,
}: {
  readonly version: ScriptVersion;
  readonly said: ScriptVersion | undefined;
  readonly writes: boolean;
  readonly onOpen: () => void;
  readonly onGoOn: () => void;
}) => {
  const { t, language } = useText();
  const brand = useBrands().find(({ id }) => id === version.brandId) ?? null;
  const since = said?.validFrom ?? said?.publishedAt;
  const another = writes && (version.status === 'published' || version.status === 'withdrawn');
  return (
    <li className={css('speechRow')}>
      <BrandMark brand={brand} />
      <button type="button" className={css('speechName')} onClick={onOpen}>
        <b>{version.name}</b>
        <small>
          {t(`speechEditor.directionOf.${version.direction}`)} ·{' '}
          {languagesOf(version)
            .map((one) => t(`speechEditor.language.${one}`))
            .join(', ')}
        </small>
      </button>
      <span>{t('speechEditor.versionShort', { version: version.version })}</span>
      <Tag tone={tones[version.status]}>{t(`speechEditor.state.${version.status}`)}</Tag>
      <small className={css('saidNow')}>
        {said === undefined || !since
          ? t('speechEditor.notSaid')
          : t('speechEditor.saidSince', {
              version: said.version,
              day: formatShortDay(since, language),
            })}
      </small>
      {another ? (
        <Button size="small" look="ghost" icon="pencil" onClick={onGoOn}>
          {t('speechEditor.goOn', { version: version.version + 1 })}
        </Button>
      ) : (
        <Button size="small" look="ghost" icon="chevron-right" onClick={onOpen}>
          {t(version.may.includes('save') ? 'speechEditor.write' : 'speechEditor.read')}
        </Button>
      )}
    </li>
  );
};

export const SpeechList = ({
  versions,
  writes,
  onOpen,
  onGoOn,
}: {
  readonly versions: readonly ScriptVersion[];
  readonly writes: boolean;
  readonly onOpen: (version: ScriptVersion) => void;
  readonly onGoOn: (version: ScriptVersion) => void;
}) => {
  const { t } = useText();
  const rows = newestOf(versions);
  if (rows.length === 0)
    return (
      <EmptyState
        icon="file"
        title={t('speechEditor.none')}
        detail={t('speechEditor.noneDetail')}
      />
    );
  return (
    <ul className={css('speeches')} aria-label={t('speechEditor.allSpeeches')}>
      {rows.map((version) => (
        <Row
          key={version.id}
          version={version}
          said={versions.find((one) => one.id === version.id && one.said)}
          writes={writes}
          onOpen={() => onOpen(version)}
          onGoOn={() => onGoOn(version)}
        />
      ))}
    </ul>
  );
};
