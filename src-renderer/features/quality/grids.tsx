/** « Grilles »: what calls are marked by, brand by brand, and the next version of each. */
import { formatDate } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { GridView } from '@shared/contracts/http/assessments.ts';
import { gridSchema } from '@shared/domain/assessment/grid.ts';
import { useState } from 'react';
import { GridEditor } from './grid-editor.tsx';
import styles from './quality.module.css';
import { starterGrid } from './starter-grid.ts';

const css = styleNames(styles);

export const Grids = ({
  grids,
  onChanged,
}: {
  readonly grids: readonly GridView[];
  readonly onChanged: () => void;
}) => {
  const { t, language } = useText();
  const request = useRequest();
  const brands = useBrands();
  const [edited, setEdited] = useState<GridView | null>(null);
  const mayPublish = (useSlice('session')?.user?.role ?? 'advisor') !== 'advisor';
  const missing = brands.filter(({ id }) => !grids.some(({ brandId }) => brandId === id));
  const publish = async (brandId: string) => {
    await request('quality.publish', { brandId, grid: starterGrid(t) });
    onChanged();
  };
  if (edited !== null) {
    const { name, criteria } = edited;
    return (
      <GridEditor
        gridId={edited.id}
        brandId={edited.brandId}
        version={edited.version + 1}
        begin={gridSchema.parse({ name, criteria })}
        onDone={() => {
          setEdited(null);
          onChanged();
        }}
      />
    );
  }
  return (
    <>
      {grids.length === 0 ? (
        <EmptyState icon="speaker" title={t('assess.noGrid')} detail={t('assess.noGridDetail')} />
      ) : null}
      <ul className={css('list')}>
        {grids.map((grid) => (
          <li key={grid.id} className={css('gridRow')}>
            <b>{t('assess.grid', { name: grid.name, version: grid.version })}</b>
            <small>
              {brands.find(({ id }) => id === grid.brandId)?.name} ·{' '}
              {formatDate(Date.parse(grid.publishedAt), language)}
            </small>
            <small>
              {grid.criteria.map(({ label, weight }) => `${label} × ${weight}`).join(', ')}
            </small>
            {mayPublish ? (
              <Button
                size="small"
                aria-label={t('assess.edit.nextOf', { name: grid.name })}
                onClick={() => setEdited(grid)}
              >
                {t('assess.edit.next')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {mayPublish
        ? missing.map(({ id, name }) => (
            <Button key={id} onClick={() => void publish(id)}>
              {t('assess.publishStarter', { brand: name })}
            </Button>
          ))
        : null}
    </>
  );
};
