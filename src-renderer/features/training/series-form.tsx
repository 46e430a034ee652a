/** A team lead puts role-plays of one brand into a series, in the order in which she ticks them. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import {
  type RolePlay,
  type Series,
  type SeriesDraft,
  seriesDraftSchema,
} from '@shared/domain/role-play/role-play.ts';
import { useRef, useState } from 'react';
import styles from './form.module.css';
import { FormFrame, TitleAndBrand } from './form-frame.tsx';
import { BoxesField, focusWrong, NumberField, type Wrong, wrongOf } from './form-parts.tsx';

const css = styleNames(styles);
const usualPassMark = 4;

const draftOf = (series: Series | null, brandId: string): SeriesDraft =>
  series === null
    ? { brandId, title: '', rolePlayIds: [], passMark: usualPassMark }
    : {
        brandId: series.brandId,
        title: series.title,
        rolePlayIds: series.rolePlayIds,
        passMark: series.passMark,
      };

const SeriesFields = ({
  draft,
  wrong,
  isNew,
  rolePlays,
  onChange,
}: {
  readonly draft: SeriesDraft;
  readonly wrong: Wrong;
  readonly isNew: boolean;
  readonly rolePlays: readonly RolePlay[];
  readonly onChange: (part: Partial<SeriesDraft>) => void;
}) => {
  const { t } = useText();
  const options = rolePlays
    .filter(({ brandId }) => brandId === draft.brandId)
    .map(({ id, title }) => {
      const place = draft.rolePlayIds.indexOf(id);
      return { id, label: place < 0 ? title : `${title} (${place + 1})` };
    });
  return (
    <section className={css('sheet')}>
      <TitleAndBrand
        draft={draft}
        wrong={wrong}
        isNew={isNew}
        onTitle={(title) => onChange({ title })}
        onBrand={(brandId) => onChange({ brandId, rolePlayIds: [] })}
      />
      <NumberField
        label={t('playForm.passMark')}
        path="passMark"
        wrong={wrong}
        max={5}
        step={0.1}
        value={draft.passMark}
        onChange={(passMark) => onChange({ passMark })}
      />
      <BoxesField
        legend={t('playForm.inOrder')}
        options={options}
        chosen={draft.rolePlayIds}
        wrong={wrong['rolePlayIds'] === undefined ? undefined : t('playForm.wrong.missing')}
        onChange={(rolePlayIds) => onChange({ rolePlayIds })}
      />
    </section>
  );
};

export const SeriesForm = ({
  series,
  rolePlays,
  onClose,
}: {
  readonly series: Series | null;
  readonly rolePlays: readonly RolePlay[];
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const [firstBrand = ''] = useSlice('session')?.user?.brandIds ?? [];
  const [draft, setDraft] = useState(() => draftOf(series, firstBrand));
  const [wrong, setWrong] = useState<Wrong>({});
  const form = useRef<HTMLFormElement>(null);
  const save = async () => {
    const checked = seriesDraftSchema.safeParse(draft);
    setWrong(checked.success ? {} : wrongOf(checked.error));
    if (!checked.success) return focusWrong(form.current);
    const { id = null, version = null } = series ?? {};
    if ((await request('training.save-series', { id, version, draft: checked.data })).ok) onClose();
  };
  const remove = async (id: string) => {
    if ((await request('training.remove-series', { id })).ok) onClose();
  };
  return (
    <FormFrame
      label={t('playForm.seriesTitle')}
      title={series === null ? t('rolePlay.newSeries') : series.title}
      wrong={wrong}
      form={form}
      removal={
        series === null
          ? null
          : { words: t('playForm.removeSeries'), onRemove: () => void remove(series.id) }
      }
      onSave={() => void save()}
      onClose={onClose}
    >
      <SeriesFields
        draft={draft}
        wrong={wrong}
        isNew={series === null}
        rolePlays={rolePlays}
        onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
      />
    </FormFrame>
  );
};
