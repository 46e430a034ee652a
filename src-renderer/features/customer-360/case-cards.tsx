/** Open cases first, those of this brand before the others; Alt+D carries the first one on. */
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { Tag, type TagTone } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { CustomerCase } from '@shared/domain/customer/customer.ts';
import styles from './case-cards.module.css';

const css = styleNames(styles);

/** What the call in progress may do with a case. */
export type CaseAct = {
  readonly attachedId: string | null;
  readonly onAttach: (caseId: string | null) => void;
};

const shownAtMost = 3;

const isOpen = (one: CustomerCase): boolean => one.status === 'open' || one.status === 'waiting';

export const openCases = (bundle: CustomerBundle, brandId: string): CustomerCase[] =>
  bundle.cases
    .filter(isOpen)
    .sort(
      (a, b) =>
        Number(b.brandId === brandId) - Number(a.brandId === brandId) ||
        b.openedAt.localeCompare(a.openedAt),
    );

const toneOf = (one: CustomerCase): TagTone => {
  if (one.status === 'waiting') return 'warn';
  return one.kind === 'complaint' ? 'danger' : 'plain';
};

const CaseCard = ({
  one,
  brandId,
  act,
  first,
}: {
  readonly one: CustomerCase;
  readonly brandId: string;
  readonly act: CaseAct | null;
  readonly first: boolean;
}) => {
  const { t, language } = useText();
  const brand = useBrands().find((known) => known.id === one.brandId);
  const attached = act?.attachedId === one.id;
  return (
    <article className={css('card', attached && 'attached')} aria-label={one.title}>
      <div className={css('head')}>
        <Tag tone={toneOf(one)} icon="flag">
          {t(`case.${one.kind}.${one.status}`)}
        </Tag>
        <span className={css('reference')}>{one.reference}</span>
        <i />
        {one.brandId === brandId ? null : <BrandMark brand={brand} size="small" />}
        {first && act ? <KeyCaps keys={['Alt', 'D']} /> : null}
      </div>
      <h2>{one.title}</h2>
      <p>{one.detail}</p>
      <div className={css('foot')}>
        <small>{t('case.openedOn', { day: formatShortDay(one.openedAt, language) })}</small>
        {act === null ? null : (
          <Button
            size="small"
            icon={attached ? 'check' : 'plus'}
            aria-pressed={attached}
            {...(first ? { 'aria-keyshortcuts': 'Alt+D' } : {})}
            onClick={() => act.onAttach(attached ? null : one.id)}
          >
            {attached ? t('case.attached') : t('case.attach')}
          </Button>
        )}
      </div>
    </article>
  );
};

export const CaseCards = ({
  bundle,
  brandId,
  act,
}: {
  readonly bundle: CustomerBundle;
  readonly brandId: string;
  readonly act: CaseAct | null;
}) => {
  const { t } = useText();
  const open = openCases(bundle, brandId);
  const first = open[0];
  useKeys(
    act === null || first === undefined
      ? []
      : [
          {
            key: 'd',
            modifier: 'alt',
            whileTyping: 'works',
            act: () => act.onAttach(act.attachedId === first.id ? null : first.id),
          },
        ],
  );
  if (first === undefined) return null;
  return (
    <>
      {open.slice(0, shownAtMost).map((one) => (
        <CaseCard key={one.id} one={one} brandId={brandId} act={act} first={one === first} />
      ))}
      {open.length > shownAtMost ? (
        <p className={css('more')}>{t('case.more', { count: open.length - shownAtMost })}</p>
      ) : null}
    </>
  );
};
