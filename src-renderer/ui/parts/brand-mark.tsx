/** Two letters on the brand's colour; the name is its label. */
import { styleNames } from '../style-names.ts';
import styles from './brand-mark.module.css';
import { type BrandLook, useBrandColors } from './brand-scope.tsx';

const css = styleNames(styles);

export const BrandMark = ({
  brand,
  size = 'medium',
}: {
  readonly brand: BrandLook | null | undefined;
  readonly size?: 'small' | 'medium';
}) => {
  const colors = useBrandColors(brand);
  return (
    <span
      className={css('mark', size)}
      role="img"
      aria-label={brand?.name ?? '?'}
      title={brand?.name}
      {...colors}
    >
      {brand?.monogram ?? '?'}
    </span>
  );
};
