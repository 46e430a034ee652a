/** A team lead puts role-plays of one brand into a series, in the order in which she ticks them. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import {
  type RolePlay,
  type Series,
  type SeriesDraft,
  seriesDraftSchema,
} from '@shared/domain/role-play/role-play.ts';
import { useRef, useState } from 'react';
import styles from './form.module.css';
import {
  BoxesField,
  focusWrong,
  NumberField,
  SelectField,
  TextField,
  type Wrong,
  wrongOf,
} from './form-parts.tsx';

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
  const brands = useBrands();
  const own = useSlice('session')?.user?.brandIds ?? [];
  const options = rolePlays
    .filter(({ brandId }) => brandId === draft.brandId)
    .map(({ id, title }) => {
      const place = draft.rolePlayIds.indexOf(id);
      return { id, label: place < 0 ? title : `${title} (${place + 1})` };
    });
  return (
    <section className={css('sheet')}>
      <TextField
        label={t('playForm.called')}
        path="title"
        wrong={wrong}
        maxLength={80}
        value={draft.title}
        onChange={(title) => onChange({ title })}
      />
      {isNew ? (
        <SelectField
          label={t('playForm.brand')}
          path="brandId"
          wrong={wrong}
          value={draft.brandId}
          options={brands
            .filter(({ id }) => own.includes(id))
            .map(({ id, name }) => ({ id, label: name }))}
          onChange={(brandId) => onChange({ brandId, rolePlayIds: [] })}
        />
      ) : null}
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
  const remove = async () => {
    if (series === null) return;
    if ((await request('training.remove-series', { id: series.id })).ok) onClose();
  };
  return (
    <main className={css('frame')}>
      <form
        ref={form}
        noValidate
        className={css('form')}
        aria-label={t('playForm.seriesTitle')}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <header className={css('acts')}>
          <h1>{series === null ? t('rolePlay.newSeries') : series.title}</h1>
          <i />
          {series === null ? null : (
            <Button look="ghost" onClick={() => void remove()}>
              {t('playForm.removeSeries')}
            </Button>
          )}
          <Button onClick={onClose}>{t('playForm.cancel')}</Button>
          <Button look="primary" type="submit">
            {t('playForm.save')}
          </Button>
        </header>
        <div className={css('columns')}>
          <SeriesFields
            draft={draft}
            wrong={wrong}
            isNew={series === null}
            rolePlays={rolePlays}
            onChange={(part) => setDraft((now) => ({ ...now, ...part }))}
          />
        </div>
      </form>
    </main>
  );
};
