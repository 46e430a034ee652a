/**
 * Where a customer lives, on a map that is in the program: the department is filled. Shapes by Victor
 * Cazanave (svg-maps, CC BY 4.0), loaded when somebody looks.
 */
import { Popover } from '@mantine/core';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { departmentOf } from '@shared/domain/customer/department.ts';
import { lazy, Suspense } from 'react';
import styles from './place-map.module.css';

const css = styleNames(styles);
const France = lazy(async () => ({ default: (await import('./france-map.tsx')).FranceMap }));

type Address = NonNullable<Customer['address']>;

export const PlaceMap = ({ address }: { readonly address: Address }) => {
  const { t } = useText();
  const department = departmentOf(address);
  if (department === null) return <>{address.commune}</>;
  return (
    <Popover position="bottom-start" width={320} withinPortal transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <button type="button" className={css('place')} title={t('c360.onMap')}>
          {address.commune}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={null}>
          <France department={department} address={address} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
};
