/** Open cases first, those of this brand before the others; Alt+D carries the first one on. */
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { useSought } from '@renderer/platform/store/use-sought.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
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

const shownAtMost = 4;

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
}: {
  readonly one: CustomerCase;
  readonly brandId: string;
  readonly act: CaseAct | null;
}) => {
  const { t, language } = useText();
  const brand = useBrands().find((known) => known.id === one.brandId);
  const attached = act?.attachedId === one.id;
  const sought = useSought<HTMLElement>(one.id);
  return (
    <article
      ref={sought}
      tabIndex={-1}
      className={css('card', attached && 'attached')}
      aria-label={one.title}
    >
      <div className={css('head')}>
        <Tag tone={toneOf(one)} icon="flag">
          {t(`case.${one.kind}.${one.status}`)}
        </Tag>
        <span className={css('reference')}>{one.reference}</span>
        <i />
        {one.brandId === brandId ? null : <BrandMark brand={brand} size="small" />}
        {act ? (
          <span className={css('keys')}>
            <KeyCaps keys={['Alt', 'D']} />
          </span>
        ) : null}
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
            aria-keyshortcuts="Alt+D"
            onClick={() => act.onAttach(attached ? null : one.id)}
          >
            {attached ? t('case.attached') : t('case.attach')}
          </Button>
        )}
      </div>
    </article>
  );
};

/** A further open case, in one line; the line attaches the call to it. */
const CaseLine = ({ one, act }: { readonly one: CustomerCase; readonly act: CaseAct | null }) => {
  const { t } = useText();
  const attached = act?.attachedId === one.id;
  const sought = useSought<HTMLButtonElement>(one.id);
  const content = (
    <>
      <Icon name={attached ? 'check' : 'flag'} size={16} />
      <span>{one.title}</span>
      <span className={css('reference')}>{one.reference}</span>
    </>
  );
  if (act === null) return <p className={css('line')}>{content}</p>;
  return (
    <button
      ref={sought}
      type="button"
      className={css('line')}
      aria-pressed={attached}
      title={attached ? t('case.attached') : t('case.attach')}
      onClick={() => act.onAttach(attached ? null : one.id)}
    >
      {content}
    </button>
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
      <CaseCard one={first} brandId={brandId} act={act} />
      {open.length === 1 ? null : (
        <div className={css('others')}>
          {open.slice(1, shownAtMost).map((one) => (
            <CaseLine key={one.id} one={one} act={act} />
          ))}
        </div>
      )}
      {open.length > shownAtMost ? (
        <p className={css('more')}>{t('case.more', { count: open.length - shownAtMost })}</p>
      ) : null}
    </>
  );
};
