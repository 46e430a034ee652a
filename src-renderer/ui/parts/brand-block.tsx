/** For whom she speaks: the first of the four things she reads. Hollow once the call is over. */

import { styleNames } from '../style-names.ts';
import styles from './brand-block.module.css';
import { type BrandLook, useBrandColors } from './brand-scope.tsx';

const css = styleNames(styles);

export const BrandBlock = ({
  brand,
  caption,
  look,
}: {
  readonly brand: BrandLook | null;
  readonly caption: string;
  readonly look: 'filled' | 'hollow';
}) => (
  <div className={css('block', look)} {...useBrandColors(brand)}>
    <span className={css('monogram')} aria-hidden="true">
      {brand?.monogram ?? '?'}
    </span>
    <span className={css('words')}>
      <small>{caption}</small>
      <b>{brand?.name ?? '…'}</b>
    </span>
  </div>
);
