/** One row of the search, by its kind. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatShortDay, formatTime, isSameDay } from '@renderer/platform/i18n/format-time.ts';
import { outcomeWords } from '@renderer/platform/i18n/outcome-words.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Marked } from '@renderer/ui/parts/marked.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { markDigits, markWords } from '@shared/domain/search/marks.ts';
import { ArticleWords } from './article-words.tsx';
import { CustomerWords } from './customer-words.tsx';
import styles from './finder.module.css';
import type { FinderRow } from './finder-rows.ts';

const css = styleNames(styles);
const matterIcons = { case: 'flag', order: 'order', cart: 'cart' } as const;

const Words = ({ name, detail }: { readonly name: string; readonly detail: string }) => (
  <span className={css('person')}>
    <b>{name}</b>
    <small>{detail}</small>
  </span>
);

const RecentWords = ({ recent, display }: FinderRow & { readonly kind: 'recent' }) => {
  const { t, language } = useText();
  const brands = useBrands();
  const now = useMinute();
  const when = isSameDay(recent.startedAt, now)
    ? formatTime(recent.startedAt, language)
    : formatShortDay(recent.startedAt, language);
  const detail = [
    recent.name === null ? null : display,
    outcomeWords(recent.outcome, recent.failure, t),
    when,
  ];
  return (
    <>
      <Icon name={recent.direction} />
      <span className="sr-only">{t(`finder.direction.${recent.direction}`)}</span>
      <Words name={recent.name ?? display} detail={detail.filter(Boolean).join(' · ')} />
      <BrandMark size="small" brand={brands.find((one) => one.id === recent.brandId)} />
    </>
  );
};

const MatterWords = ({
  row: { matter, typed },
}: {
  readonly row: FinderRow & { readonly kind: 'matter' };
}) => {
  const { t } = useText();
  const mark = /\d{3}/.test(typed) ? markDigits : markWords;
  const { kind, reference, words } = matter;
  return (
    <>
      <Icon name={matterIcons[kind]} />
      <span className={css('person')}>
        <b>
          {kind === 'case' ? null : `${t(`finder.matter.${kind}`)} `}
          <Marked parts={mark(reference, typed)} />
        </b>
        <small>
          <Marked parts={markWords(words, typed)} />
        </small>
      </span>
    </>
  );
};

export const RowWords = ({ row }: { readonly row: FinderRow }) => {
  const { t } = useText();
  if (row.kind === 'dial')
    return (
      <>
        <Icon name="phone" />
        <b className={css('person')}>{t('finder.call', { number: row.dial.display })}</b>
      </>
    );
  if (row.kind === 'recent') return <RecentWords {...row} />;
  if (row.kind === 'favourite') {
    const { name, kind } = row.favourite;
    return (
      <>
        <Icon name={kind === 'queue' ? 'customers' : kind === 'person' ? 'user' : 'phone'} />
        <Words name={name ?? row.display} detail={name === null ? '' : row.display} />
      </>
    );
  }
  if (row.kind === 'colleague') {
    const { name, team, extension } = row.colleague;
    return (
      <>
        <Icon name="headset" />
        <Words name={name} detail={[team, extension].filter(Boolean).join(' · ')} />
      </>
    );
  }
  if (row.kind === 'article') return <ArticleWords row={row} />;
  if (row.kind === 'matter') return <MatterWords row={row} />;
  return <CustomerWords row={row} />;
};
