/** The next version of a grid: criteria with what a mark means, their weight, and what is measured beside. */
import {
  NumberField,
  SelectField,
  TextAreaField,
  TextField,
} from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import {
  type Criterion,
  callMeasures,
  type Grid,
  gridSchema,
} from '@shared/domain/assessment/grid.ts';
import { useState } from 'react';
import styles from './editing.module.css';

const css = styleNames(styles);
const mostCriteria = 12;
const noMeasure = '';

type Place = { readonly criterion: Criterion; readonly place: number; readonly count: number };

const CriterionFields = ({
  of: { criterion, place, count },
  onChange,
  onMove,
  onRemove,
}: {
  readonly of: Place;
  readonly onChange: (part: Partial<Criterion>) => void;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}) => {
  const { t } = useText();
  const { label, guidance, weight, measure } = criterion;
  const named = label === '' ? String(place + 1) : label;
  return (
    <li className={css('criterion')} aria-label={named}>
      <TextField
        label={t('assess.edit.label')}
        value={label}
        wrong={label.trim() === ''}
        onChange={(value) => onChange({ label: value.slice(0, 80) })}
      />
      <TextAreaField
        label={t('assess.edit.guidance')}
        hint={t('assess.edit.guidanceHint')}
        rows={2}
        value={guidance}
        wrong={guidance.trim() === ''}
        onChange={(value) => onChange({ guidance: value.slice(0, 500) })}
      />
      <NumberField
        label={t('assess.edit.weight')}
        value={weight}
        from={1}
        to={3}
        onChange={(value) => onChange({ weight: (value ?? weight) as Criterion['weight'] })}
      />
      <SelectField
        label={t('assess.edit.measure')}
        value={measure ?? noMeasure}
        options={[
          { id: noMeasure, label: t('assess.edit.noMeasure') },
          ...callMeasures.map((id) => ({ id, label: t(`assess.edit.measureOf.${id}`) })),
        ]}
        onChange={(id) => onChange({ measure: callMeasures.find((one) => one === id) ?? null })}
      />
      <div className={css('acts')}>
        <Button
          size="small"
          look="ghost"
          aria-label={t('assess.edit.up', { name: named })}
          blocked={place === 0 ? t('assess.edit.isFirst') : undefined}
          onClick={() => onMove(-1)}
        >
          ↑
        </Button>
        <Button
          size="small"
          look="ghost"
          aria-label={t('assess.edit.down', { name: named })}
          blocked={place === count - 1 ? t('assess.edit.isLast') : undefined}
          onClick={() => onMove(1)}
        >
          ↓
        </Button>
        <Button
          size="small"
          look="ghost"
          aria-label={t('assess.edit.remove', { name: named })}
          blocked={count === 1 ? t('assess.edit.isOnly') : undefined}
          onClick={onRemove}
        >
          {t('assess.edit.take')}
        </Button>
      </div>
    </li>
  );
};

const useGrid = (begin: Grid) => {
  const { clock } = useServices();
  const [grid, setGrid] = useState(begin);
  const { criteria } = grid;
  const set = (next: Criterion[]) => setGrid((was) => ({ ...was, criteria: next }));
  return {
    grid,
    rename: (name: string) => setGrid((was) => ({ ...was, name: name.slice(0, 80) })),
    change: (id: string, part: Partial<Criterion>) =>
      set(criteria.map((one) => (one.id === id ? { ...one, ...part } : one))),
    remove: (id: string) => set(criteria.filter((one) => one.id !== id)),
    move: (place: number, by: 1 | -1) => {
      const next = [...criteria];
      const [one] = next.splice(place, 1);
      if (one !== undefined) next.splice(place + by, 0, one);
      set(next);
    },
    // A name that no version has: marks of another criterion are never taken for its own.
    add: () =>
      set([
        ...criteria,
        {
          id: `c${clock.now().toString(36)}-${criteria.length}`,
          label: '',
          guidance: '',
          weight: 1,
          measure: null,
        },
      ]),
  };
};

export const GridEditor = ({
  gridId,
  brandId,
  version,
  begin,
  onDone,
}: {
  /** Null: it is the first of its brand. */
  readonly gridId: string | null;
  readonly brandId: string;
  readonly version: number;
  readonly begin: Grid;
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const { grid, rename, change, remove, move, add } = useGrid(begin);
  const isWhole = gridSchema.safeParse(grid).success;
  const publish = async () => {
    const answer = await request('quality.publish', {
      ...(gridId === null ? {} : { id: gridId }),
      brandId,
      grid,
    });
    if (answer.ok) onDone();
  };
  return (
    <section className={css('editor')} aria-label={t('assess.edit.title')}>
      <h2>{t('assess.edit.title')}</h2>
      <p className={css('quiet')}>{t('assess.edit.what')}</p>
      <TextField
        label={t('assess.edit.name')}
        value={grid.name}
        wrong={grid.name.trim() === ''}
        onChange={rename}
      />
      <ol className={css('criterionList')}>
        {grid.criteria.map((criterion, place) => (
          <CriterionFields
            key={criterion.id}
            of={{ criterion, place, count: grid.criteria.length }}
            onChange={(part) => change(criterion.id, part)}
            onMove={(by) => move(place, by)}
            onRemove={() => remove(criterion.id)}
          />
        ))}
      </ol>
      <div className={css('acts')}>
        <Button
          icon="plus"
          look="ghost"
          blocked={grid.criteria.length >= mostCriteria ? t('assess.edit.most') : undefined}
          onClick={add}
        >
          {t('assess.edit.add')}
        </Button>
        <Button
          look="primary"
          blocked={isWhole ? undefined : t('assess.edit.notWhole')}
          onClick={() => void publish()}
        >
          {t('assess.edit.publish', { version })}
        </Button>
        <Button look="ghost" onClick={onDone}>
          {t('assess.edit.leave')}
        </Button>
      </div>
    </section>
  );
};
