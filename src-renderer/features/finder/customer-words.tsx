/** A customer the search found: name, town and number with what answers the typed words marked. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Marked } from '@renderer/ui/parts/marked.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { markDigits, markWords, type Part } from '@shared/domain/search/marks.ts';
import { readQuery } from '@shared/domain/search/query.ts';
import styles from './finder.module.css';
import type { FinderRow } from './finder-rows.ts';

const css = styleNames(styles);
type Row = FinderRow & { readonly kind: 'customer' };

/** Town, number, and what was found besides, each in its parts. */
const detailOf = ({ hit, typed }: Row, words: (field: string) => string): readonly Part[] => {
  const isNumber = readQuery(typed).kind === 'number';
  const mark = isNumber ? markDigits : markWords;
  const { place, phone, because } = hit;
  const found = because === null ? [] : [{ text: `${words(because.field)} `, marked: false }];
  const pieces = [
    place === null ? [] : mark(place, typed),
    phone === null ? [] : mark(phone, typed),
    because === null ? [] : [...found, ...mark(because.text, typed)],
  ].filter((piece) => piece.length > 0);
  return pieces.flatMap((piece, at) =>
    at === 0 ? piece : [{ text: ' · ', marked: false }, ...piece],
  );
};

export const CustomerWords = ({ row }: { readonly row: Row }) => {
  const { t } = useText();
  const brands = useBrands();
  const { hit, typed, at } = row;
  return (
    <>
      <Icon name="user" />
      <span className={css('person')}>
        <b>
          <Marked parts={markWords(hit.name, typed)} />
        </b>
        <small>
          <Marked parts={detailOf(row, (field) => t(`finder.because.${field}`))} />
        </small>
      </span>
      {at === 'hub' ? <Tag tone="line">{t('finder.hub.row')}</Tag> : null}
      {hit.vip ? (
        <Tag tone="ink" icon="crown">
          VIP
        </Tag>
      ) : null}
      {hit.brandIds.map((id) => (
        <BrandMark key={id} size="small" brand={brands.find((brand) => brand.id === id)} />
      ))}
    </>
  );
};
